/** `TableRowCollection`, `TableRow`, `TableColumnCollection`, `TableColumn`. */
import { ApiNotFound } from "../host-error";
import { hostObject, type HostClass, type HostObject } from "../host-object";
import type { Area } from "../a1";
import { matrixFor, plainValue } from "./matrix";
import { assertWritable } from "./object-model";
import { bodyArea, headerArea, tableOf, type TableState } from "./table-state";

/** A row or column of a table, by its number from 0. */
interface PartState extends TableState {
  readonly index: number;
}

const rowCount = (self: TableState): number => bodyArea(tableOf(self)).rowCount;
const columnCount = (self: TableState): number => tableOf(self).area.columnCount;

const ROW: HostClass<PartState> = {
  name: "TableRow",
  properties: { Index: { get: ({ index }) => index } },
};

function addRows(self: TableState, index: unknown, values: unknown): HostObject {
  if (index !== null && index !== undefined && index !== -1)
    throw new ApiNotFound("TableRowCollection.add before the end");
  const { area, showTotals } = tableOf(self);
  if (showTotals) throw new ApiNotFound("TableRowCollection.add above a totals row");
  const added = Array.isArray(values) ? values.length : 1;
  const below: Area = { ...area, row: area.row + area.rowCount, rowCount: added };
  assertWritable(self.model, below);
  self.model.workbook.cells.enter(below, matrixFor(below, values ?? ""));
  self.model.workbook.tables.change(self.id, { area: { ...area, rowCount: area.rowCount + added } });
  return hostObject(ROW, { ...self, index: rowCount(self) - added });
}

const ROWS: HostClass<TableState> = {
  name: "TableRowCollection",
  properties: { Count: { get: rowCount } },
  methods: { Add: addRows },
};

const columnOf = (area: Area, { index }: PartState): Area => ({ ...area, column: area.column + index, columnCount: 1 });

const COLUMN: HostClass<PartState> = {
  name: "TableColumn",
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: (self) =>
        String(plainValue(self.model.workbook.cells.values(columnOf(headerArea(tableOf(self)), self))[0]![0]!)),
    },
  },
  methods: {
    GetRange: (self) => self.model.range(columnOf(tableOf(self).area, self)),
    GetDataBodyRange: (self) => self.model.range(columnOf(bodyArea(tableOf(self)), self)),
    GetHeaderRowRange: (self) => self.model.range(columnOf(headerArea(tableOf(self)), self)),
  },
};

const columns = (self: TableState): HostObject[] =>
  Array.from({ length: columnCount(self) }, (_, index) => hostObject(COLUMN, { ...self, index }));

const COLUMNS: HostClass<TableState> = {
  name: "TableColumnCollection",
  items: columns,
  item: (self, key) => columns(self).find((column) => column.get(typeof key === "number" ? "Id" : "Name") === key),
  properties: { Count: { get: columnCount } },
};

export const tableRows = (self: TableState): HostObject => hostObject(ROWS, self);
export const tableColumns = (self: TableState): HostObject => hostObject(COLUMNS, self);
