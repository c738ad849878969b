/** Tables: of the workbook, or of one worksheet; with their rows and columns. */
import { intersection, type Area } from "../a1";
import { invalidArgument, itemNotFound, ApiNotFound, itemAlreadyExists, found } from "../host-error";
import { hostObject, type HostClass, type HostObject, type Property } from "../host-object";
import type { Table } from "../workbook-model";
import { nameColumns } from "./column-names";
import { TABLE_EVENTS, eventMethods, EVENT_WORKBOOK_ID, TABLES_EVENTS } from "./events";
import { matrixFor, plainValue } from "./matrix";
import {
  asText,
  assertWritable,
  type ItemState,
  type ObjectModel,
  asBoolean,
  asCount,
  areaArgument,
} from "./object-model";
import { RANGE } from "./range";

const tableOf = ({ model, id }: ItemState): Table => found(model.workbook.tables.get(id));

/** The rows between header and totals. */
function bodyArea({ area, showHeaders, showTotals }: Table): Area {
  return {
    ...area,
    row: area.row + Number(showHeaders),
    rowCount: area.rowCount - Number(showHeaders) - Number(showTotals),
  };
}

function headerArea(table: Table): Area {
  if (!table.showHeaders) throw itemNotFound();
  return { ...table.area, rowCount: 1 };
}

/** Tables never overlap. */
function assertNoTable(model: ObjectModel, area: Area, own?: string): void {
  assertWritable(model, area);
  if (model.workbook.tables.list().some((table) => table.id !== own && intersection(table.area, area)))
    throw invalidArgument();
}

/** A row or column of a table, by its number from 0. */
interface PartState extends ItemState {
  readonly index: number;
}

const rowCount = (self: ItemState): number => bodyArea(tableOf(self)).rowCount;
const columnCount = (self: ItemState): number => tableOf(self).area.columnCount;

const ROW: HostClass<PartState> = {
  name: "TableRow",
  properties: { Index: { get: ({ index }) => index } },
};

function addRows(self: ItemState, index: unknown, values: unknown): HostObject {
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

const ROWS: HostClass<ItemState> = {
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

const columns = (self: ItemState): HostObject[] =>
  Array.from({ length: columnCount(self) }, (_, index) => hostObject(COLUMN, { ...self, index }));

const COLUMNS: HostClass<ItemState> = {
  name: "TableColumnCollection",
  items: columns,
  item: (self, key) => columns(self).find((column) => column.get(typeof key === "number" ? "Id" : "Name") === key),
  properties: { Count: { get: columnCount } },
};

function rename({ model, id }: ItemState, value: unknown): void {
  const name = asText(value);
  const taken = model.workbook.tables.get(name);
  if (taken && taken.id !== id) throw itemAlreadyExists();
  model.workbook.tables.change(id, { name });
}

function resize(self: ItemState, value: unknown): void {
  const { area } = tableOf(self);
  const to = areaArgument(RANGE, self.model, value, area.sheet);
  if (to.row !== area.row || !intersection(to, area)) throw invalidArgument();
  assertNoTable(self.model, to, self.id);
  self.model.workbook.tables.change(self.id, { area: to });
}

const flag = (property: "showFilterButton" | "showBandedRows" | "showBandedColumns"): Property<ItemState> => ({
  get: (self) => tableOf(self)[property],
  set: ({ model, id }, value) => model.workbook.tables.change(id, { [property]: asBoolean(value) }),
});

const TABLE: HostClass<ItemState> = {
  name: "Table",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Name: { get: (self) => tableOf(self).name, set: rename },
    ShowHeaders: { get: (self) => tableOf(self).showHeaders },
    ShowTotals: { get: (self) => tableOf(self).showTotals },
    ShowFilterButton: flag("showFilterButton"),
    ShowBandedRows: flag("showBandedRows"),
    ShowBandedColumns: flag("showBandedColumns"),
    Style: {
      get: (self) => tableOf(self).style,
      set: ({ model, id }, value) => model.workbook.tables.change(id, { style: asText(value) }),
    },
    Rows: { get: (self) => hostObject(ROWS, self) },
    Columns: { get: (self) => hostObject(COLUMNS, self) },
    Worksheet: { get: (self) => self.model.worksheet(tableOf(self).area.sheet) },
  },
  methods: {
    ...eventMethods(TABLE_EVENTS, ({ model, id }) => [model.events, id]),
    GetRange: (self) => self.model.range(tableOf(self).area),
    GetDataBodyRange: (self) => self.model.range(bodyArea(tableOf(self))),
    GetHeaderRowRange: (self) => self.model.range(headerArea(tableOf(self))),
    Resize: resize,
    ConvertToRange: (self) => {
      const { area } = tableOf(self);
      self.model.workbook.tables.remove(self.id);
      return self.model.range(area);
    },
    Delete: (self) => {
      const { area } = tableOf(self);
      assertWritable(self.model, area);
      self.model.workbook.tables.remove(self.id);
      self.model.workbook.cells.clear(area, "All");
    },
  },
};

export const table = (model: ObjectModel, id: string): HostObject => hostObject(TABLE, { model, id });

interface TablesState {
  readonly model: ObjectModel;
  readonly sheet: string | null;
}

const tablesOf = ({ model, sheet }: TablesState): readonly Table[] =>
  model.workbook.tables.list().filter((table) => sheet === null || table.area.sheet === sheet);

const TABLES: HostClass<TablesState> = {
  name: "TableCollection",
  items: (self) => tablesOf(self).map((table) => self.model.table(table.id)),
  item: (self, key) => {
    const table = tablesOf(self).find(({ id }) => id === self.model.workbook.tables.get(String(key))?.id);
    return table && self.model.table(table.id);
  },
  properties: { Count: { get: (self) => tablesOf(self).length } },
  methods: {
    ...eventMethods(TABLES_EVENTS, ({ model, sheet }) => [model.events, sheet ?? EVENT_WORKBOOK_ID]),
    Add: ({ model, sheet }, reference, hasHeaders) => {
      if (!asBoolean(hasHeaders)) throw new ApiNotFound("TableCollection.add without headers");
      const given = areaArgument(RANGE, model, reference, sheet ?? model.workbook.sheets.active);
      // Excel gives a table at least one row below its header.
      const area = given.rowCount === 1 ? { ...given, rowCount: 2 } : given;
      assertNoTable(model, area);
      nameColumns(model, area);
      return model.table(model.workbook.tables.add(area, true).id);
    },
    GetItemAt: (self, index) => self.model.table(found(tablesOf(self)[asCount(index)], invalidArgument).id),
  },
};

export const tables = (model: ObjectModel, sheet: string | null): HostObject => hostObject(TABLES, { model, sheet });
