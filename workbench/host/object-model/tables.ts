/** `TableCollection`: of the workbook, or of one worksheet. */
import { ApiNotFound, invalidArgument } from "../host-error";
import { hostObject, type HostClass, type HostObject } from "../host-object";
import type { Table } from "../workbook-model";
import { nameColumns } from "./column-names";
import { EVENT_WORKBOOK_ID, TABLES_EVENTS, eventMethods } from "./events";
import { asBoolean, asCount, type ObjectModel } from "./object-model";
import { areaArgument, assertNoTable } from "./table-state";

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
    const found = self.model.workbook.tables.get(String(key));
    return found && (self.sheet === null || found.area.sheet === self.sheet) ? self.model.table(found.id) : undefined;
  },
  properties: { Count: { get: (self) => tablesOf(self).length } },
  methods: {
    ...eventMethods(TABLES_EVENTS, ({ model, sheet }) => [model.events, sheet ?? EVENT_WORKBOOK_ID]),
    Add: ({ model, sheet }, reference, hasHeaders) => {
      if (!asBoolean(hasHeaders)) throw new ApiNotFound("TableCollection.add without headers");
      const given = areaArgument(model, reference, sheet ?? model.workbook.sheets.active);
      // Excel gives a table at least one row below its header.
      const area = given.rowCount === 1 ? { ...given, rowCount: 2 } : given;
      assertNoTable(model, area);
      nameColumns(model, area);
      return model.table(model.workbook.tables.add(area, true).id);
    },
    GetItemAt: (self, index) => {
      const found = tablesOf(self)[asCount(index)];
      if (!found) throw invalidArgument();
      return self.model.table(found.id);
    },
  },
};

export const tables = (model: ObjectModel, sheet: string | null): HostObject => hostObject(TABLES, { model, sheet });
