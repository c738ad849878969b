/** Defined names, tables, merged cells and frozen panes of the in-memory workbook. */
import { intersection, type Area } from "../a1";
import { NEW_TABLE } from "../assembled";
import type { DefinedName, FreezePanes, Frozen, Merges, Names, Table, Tables, WorkbookEvent } from "../workbook-model";
import { type Journal, Journaled } from "./journal";

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export class MemoryNames extends Journaled<readonly DefinedName[]> implements Names {
  list(): readonly DefinedName[] {
    return this.value;
  }

  get(name: string, scope: string | null): DefinedName | undefined {
    return this.value.find((each) => same(each.name, name) && each.scope === scope);
  }

  set(name: DefinedName): void {
    this.value = [...this.without(name.name, name.scope), name];
  }

  remove(name: string, scope: string | null): void {
    this.value = this.without(name, scope);
  }

  private without(name: string, scope: string | null): DefinedName[] {
    return this.value.filter((each) => !same(each.name, name) || each.scope !== scope);
  }
}

export class MemoryTables extends Journaled<readonly Table[]> implements Tables {
  private made = 0;

  constructor(
    journal: Journal,
    private readonly tell: (event: WorkbookEvent) => void,
  ) {
    super(journal, []);
  }

  list(): readonly Table[] {
    return this.value;
  }

  get(key: string): Table | undefined {
    return this.value.find((table) => table.id === key || same(table.name, key));
  }

  add(area: Area, hasHeaders: boolean): Table {
    const id = String(++this.made);
    const table: Table = { ...NEW_TABLE, id, name: `Table${id}`, area, showHeaders: hasHeaders };
    this.value = [...this.value, table];
    this.tell({ kind: "tableAdded", sheet: area.sheet, table: id });
    return table;
  }

  change(id: string, to: Partial<Omit<Table, "id">>): void {
    this.value = this.value.map((table) => (table.id === id ? { ...table, ...to } : table));
  }

  remove(id: string): void {
    const gone = this.get(id);
    if (!gone) return;
    this.value = this.value.filter((table) => table !== gone);
    this.tell({ kind: "tableDeleted", sheet: gone.area.sheet, table: id });
  }

  /** A table goes with its sheet. */
  removeOn(sheet: string): void {
    this.value = this.value.filter((table) => table.area.sheet !== sheet);
  }
}

export class MemoryMerges extends Journaled<readonly Area[]> implements Merges {
  on(sheet: string): readonly Area[] {
    return this.value.filter((area) => area.sheet === sheet);
  }

  merge(area: Area): void {
    this.value = [...this.value, area];
  }

  unmerge(area: Area): void {
    this.value = this.value.filter((merged) => !intersection(merged, area));
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
