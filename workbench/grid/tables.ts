/** Tables, in Univer. What Univer's tables do not know (style by Excel's name, totals, bands) is kept here. */
import {
  AddSheetTableCommand,
  DeleteSheetTableCommand,
  SetSheetTableCommand,
  TableManager,
} from "@univerjs/sheets-table";
import type { Area } from "../host/a1";
import { NEW_TABLE } from "../host/assembled";
import type { Table, Tables } from "../host/workbook-model";
import { areaOf, rangeOf } from "./area";
import type { Grid } from "./grid";

export type TableLooks = Omit<Table, "id" | "name" | "area">;

export class GridTables implements Tables {
  private readonly looks = new Map<string, TableLooks>();

  constructor(private readonly grid: Grid) {}

  list(): readonly Table[] {
    return this.manager.getTableList(this.grid.unit).map(({ id, name, subUnitId, range }) => ({
      ...NEW_TABLE,
      ...this.looks.get(id),
      id,
      name,
      area: areaOf(subUnitId, range),
    }));
  }

  get(key: string): Table | undefined {
    return this.list().find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  add(area: Area, hasHeaders: boolean): Table {
    const id = String(Math.max(0, ...this.list().map((table) => Number(table.id))) + 1);
    this.put(area, hasHeaders, { id });
    return this.get(id)!;
  }

  change(id: string, { name, area, ...looks }: Partial<Omit<Table, "id">>): void {
    const before = this.get(id)!;
    if (area && area.sheet !== before.area.sheet)
      return this.replace(before, { ...before, ...looks, name: name ?? before.name, area });
    if (Object.keys(looks).length > 0) this.looks.set(id, { ...NEW_TABLE, ...this.looks.get(id), ...looks });
    const changed = { ...(name !== undefined && { name }), ...(area && { updateRange: { newRange: rangeOf(area) } }) };
    if (Object.keys(changed).length > 0)
      this.grid.run(SetSheetTableCommand.id, { unitId: this.grid.unit, tableId: id, ...changed });
  }

  remove(id: string): void {
    const table = this.get(id);
    if (table)
      this.grid.run(DeleteSheetTableCommand.id, { unitId: this.grid.unit, subUnitId: table.area.sheet, tableId: id });
  }

  /** A table of Univer's never leaves its sheet. */
  private replace({ id }: Table, { name, area, ...looks }: Table): void {
    this.remove(id);
    this.looks.set(id, looks);
    this.put(area, looks.showHeaders, { id, name });
  }

  private put(area: Area, showHeader: boolean, called: Partial<Table>): void {
    const at = { unitId: this.grid.unit, subUnitId: area.sheet, range: rangeOf(area) };
    this.grid.run(AddSheetTableCommand.id, { ...at, ...called, options: { showHeader } });
  }

  /** To be kept with the workbook, by table. */
  get saved(): Record<string, TableLooks> {
    return Object.fromEntries(this.looks);
  }

  restore(saved: Readonly<Record<string, TableLooks>>): void {
    this.looks.clear();
    for (const [id, looks] of Object.entries(saved)) this.looks.set(id, looks);
  }

  private get manager(): TableManager {
    return this.grid.injector.get(TableManager);
  }
}
