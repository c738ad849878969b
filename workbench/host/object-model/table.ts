/** `Table`. */
import { intersection } from "../a1";
import { invalidArgument, itemAlreadyExists } from "../host-error";
import { hostObject, type HostClass, type HostObject, type Property } from "../host-object";
import { TABLE_EVENTS, eventMethods } from "./events";
import { asBoolean, asText, assertWritable, type ObjectModel } from "./object-model";
import { tableColumns, tableRows } from "./table-parts";
import { areaArgument, assertNoTable, bodyArea, headerArea, tableOf, type TableState } from "./table-state";

function rename({ model, id }: TableState, value: unknown): void {
  const name = asText(value);
  const taken = model.workbook.tables.get(name);
  if (taken && taken.id !== id) throw itemAlreadyExists();
  model.workbook.tables.change(id, { name });
}

function resize(self: TableState, value: unknown): void {
  const { area } = tableOf(self);
  const to = areaArgument(self.model, value, area.sheet);
  if (to.row !== area.row || !intersection(to, area)) throw invalidArgument();
  assertNoTable(self.model, to, self.id);
  self.model.workbook.tables.change(self.id, { area: to });
}

const flag = (property: "showFilterButton" | "showBandedRows" | "showBandedColumns"): Property<TableState> => ({
  get: (self) => tableOf(self)[property],
  set: ({ model, id }, value) => model.workbook.tables.change(id, { [property]: asBoolean(value) }),
});

const TABLE: HostClass<TableState> = {
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
    Rows: { get: (self) => tableRows(self) },
    Columns: { get: (self) => tableColumns(self) },
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
