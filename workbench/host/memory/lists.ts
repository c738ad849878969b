/** Defined names, tables, merged cells and frozen panes of the in-memory workbook. */
import { intersection, type Area } from "../a1";
import type { DefinedName, FreezePanes, Frozen, Merges, Names, Table, Tables, WorkbookEvent } from "../workbook-model";
import { type Journal, Journaled } from "./journal";

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export class MemoryNames implements Names {
  private readonly names: Journaled<readonly DefinedName[]>;

  constructor(journal: Journal) {
    this.names = new Journaled<readonly DefinedName[]>(journal, []);
  }

  list(): readonly DefinedName[] {
    return this.names.value;
  }

  get(name: string, scope: string | null): DefinedName | undefined {
    return this.names.value.find((each) => same(each.name, name) && each.scope === scope);
  }

  set(name: DefinedName): void {
    this.names.value = [...this.without(name.name, name.scope), name];
  }

  remove(name: string, scope: string | null): void {
    this.names.value = this.without(name, scope);
  }

  private without(name: string, scope: string | null): DefinedName[] {
    return this.names.value.filter((each) => !same(each.name, name) || each.scope !== scope);
  }
}

export class MemoryTables implements Tables {
  private readonly tables: Journaled<readonly Table[]>;
  private made = 0;

  constructor(
    journal: Journal,
    private readonly tell: (event: WorkbookEvent) => void,
  ) {
    this.tables = new Journaled<readonly Table[]>(journal, []);
  }

  list(): readonly Table[] {
    return this.tables.value;
  }

  get(key: string): Table | undefined {
    return this.tables.value.find((table) => table.id === key || same(table.name, key));
  }

  add(area: Area, hasHeaders: boolean): Table {
    const id = String(++this.made);
    const table: Table = {
      id,
      name: `Table${id}`,
      area,
      showHeaders: hasHeaders,
      showTotals: false,
      showFilterButton: true,
      showBandedRows: true,
      showBandedColumns: false,
      style: "TableStyleMedium2",
    };
    this.tables.value = [...this.tables.value, table];
    this.tell({ kind: "tableAdded", sheet: area.sheet, table: id });
    return table;
  }

  change(id: string, to: Partial<Omit<Table, "id">>): void {
    this.tables.value = this.tables.value.map((table) => (table.id === id ? { ...table, ...to } : table));
  }

  remove(id: string): void {
    const gone = this.get(id);
    if (!gone) return;
    this.tables.value = this.tables.value.filter((table) => table !== gone);
    this.tell({ kind: "tableDeleted", sheet: gone.area.sheet, table: id });
  }

  /** A table goes with its sheet. */
  removeOn(sheet: string): void {
    this.tables.value = this.tables.value.filter((table) => table.area.sheet !== sheet);
  }
}

export class MemoryMerges implements Merges {
  private readonly areas: Journaled<readonly Area[]>;

  constructor(journal: Journal) {
    this.areas = new Journaled<readonly Area[]>(journal, []);
  }

  on(sheet: string): readonly Area[] {
    return this.areas.value.filter((area) => area.sheet === sheet);
  }

  merge(area: Area): void {
    this.areas.value = [...this.areas.value, area];
  }

  unmerge(area: Area): void {
    this.areas.value = this.areas.value.filter((merged) => !intersection(merged, area));
  }
}

export class MemoryPanes implements FreezePanes {
  private readonly frozen = new Map<string, Frozen>();

  get(sheet: string): Frozen {
    return this.frozen.get(sheet) ?? { rows: 0, columns: 0 };
  }

  set(sheet: string, frozen: Frozen): void {
    this.frozen.set(sheet, frozen);
  }
}
