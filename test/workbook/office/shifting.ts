/** Range.insert and Range.delete, as far as the refresh of tables needs them: cells move up and down, names and tables with them. */
import { invalidArgument } from "../../../workbench/host/host-error";
import type { Method } from "../../../workbench/host/host-object";
import { RANGE, type RangeState } from "../../../workbench/host/object-model/range";
import type { ObjectModel } from "../../../workbench/host/object-model/object-model";
import type { Area, CellInput } from "../../../workbench/host/workbook-model";

const FILL = "fill.color";

/** Moves what stands in the area's columns from its first row on: down by its height, or up over it. */
function shift(model: ObjectModel, area: Area, by: number): void {
  const { cells, formats, names, tables, sheets } = model.workbook;
  if (sheets.get(area.sheet)?.isProtected) throw invalidArgument();
  const used = cells.used(area.sheet, false);
  const columns = { column: area.column, columnCount: Math.min(area.columnCount, used ? used.column + used.columnCount - area.column : 0) };
  const end = area.row + area.rowCount;
  const from = by > 0 ? area.row : end;
  const last = used ? used.row + used.rowCount : 0;
  if (columns.columnCount > 0 && last > area.row) {
    const moving: Area = { sheet: area.sheet, ...columns, row: from, rowCount: Math.max(last - from, 1) };
    const content = cells.formulas(moving);
    const numberFormats = cells.numberFormats(moving);
    const fills = content.map((row, r) => row.map((_, c) => formats.get({ ...moving, row: from + r, column: columns.column + c, rowCount: 1, columnCount: 1 }, FILL)));
    cells.clear({ ...moving, row: area.row, rowCount: last - area.row }, "All");
    const to = { ...moving, row: from + by };
    cells.setNumberFormats(to, numberFormats);
    cells.enter(to, content.map((row, r) => row.map((cell, c): CellInput => (typeof cell === "string" && cell !== "" && !cell.startsWith("=") && numberFormats[r]![c] !== "@" ? `'${cell}` : cell))));
    fills.forEach((row, r) => row.forEach((fill, c) => fill !== undefined && formats.set({ ...to, row: to.row + r, column: to.column + c, rowCount: 1, columnCount: 1 }, FILL, fill)));
  }
  const moved = (other: Area): Area => {
    const isInside = other.sheet === area.sheet && other.column >= area.column && other.column + other.columnCount <= area.column + area.columnCount;
    if (!isInside) return other;
    if (other.row >= from) return { ...other, row: other.row + by };
    return other.row + other.rowCount > from ? { ...other, rowCount: other.rowCount + by } : other;
  };
  for (const name of names.list()) if (typeof name.refersTo === "object") names.set({ ...name, refersTo: moved(name.refersTo) });
  for (const table of tables.list()) tables.change(table.id, { area: moved(table.area) });
}

const methods: Record<string, Method<RangeState>> = {
  Insert: ({ model, area }, direction) => {
    if (direction !== "Down") throw invalidArgument();
    shift(model, area, area.rowCount);
    return model.range(area);
  },
  Delete: ({ model, area }, direction) => {
    if (direction !== "Up") throw invalidArgument();
    shift(model, area, -area.rowCount);
  },
};

Object.assign(RANGE.methods!, methods);
