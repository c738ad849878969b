/** `Worksheet` and `WorksheetProtection`. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../a1";
import { invalidArgument, itemAlreadyExists, found } from "../host-error";
import { hostObject, isHostObject, type HostClass, type HostObject } from "../host-object";
import type { Frozen, Sheet } from "../workbook-model";
import { charts } from "./charts";
import { WORKSHEET_EVENTS, eventMethods } from "./events";
import {
  areaFrom,
  asCount,
  asText,
  type ItemState,
  type ObjectModel,
  asWord,
  checkedArea,
  sheetOf,
  wholeSheet,
  areaArgument,
} from "./object-model";
import { RANGE } from "./range";
import { usedOrFirst } from "./range-steps";
import { assertStructureOpen } from "./workbook-protection";

const freeze = ({ model, id }: ItemState, frozen: Frozen): void => model.workbook.panes.set(id, frozen);

function count(value: unknown): number {
  const given = value === null || value === undefined ? 1 : asCount(value);
  if (given < 1) throw invalidArgument();
  return given;
}

/** The frozen cells; whole rows or columns when only those are frozen. */
function location({ model, id: sheet }: ItemState): Area | null {
  const { rows, columns } = model.workbook.panes.get(sheet);
  if (rows === 0 && columns === 0) return null;
  return { sheet, row: 0, column: 0, rowCount: rows || MAX_ROWS, columnCount: columns || MAX_COLUMNS };
}

/** `WorksheetFreezePanes`: the rows and columns that stay in view. */
const FREEZE_PANES: HostClass<ItemState> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (self, rows) => freeze(self, { rows: count(rows), columns: 0 }),
    FreezeColumns: (self, columns) => freeze(self, { rows: 0, columns: count(columns) }),
    FreezeAt: (self, range) => {
      const area = areaArgument(RANGE, self.model, range, self.id);
      if (area.sheet !== self.id) throw invalidArgument();
      const [rows, columns] = [area.row + area.rowCount, area.column + area.columnCount];
      freeze(self, { rows: rows === MAX_ROWS ? 0 : rows, columns: columns === MAX_COLUMNS ? 0 : columns });
    },
    Unfreeze: (self) => freeze(self, { rows: 0, columns: 0 }),
    GetLocation: (self) => self.model.range(found(location(self))),
    GetLocationOrNullObject: (self) => {
      const area = location(self);
      return area && self.model.range(area);
    },
  },
};

const NAME_LIMIT = 31;
const FORBIDDEN_IN_NAME = /[\\/?*[\]:]|^'|'$/;

/** The name if a sheet may be called so, else InvalidArgument or ItemAlreadyExists. */
export function freeSheetName(model: ObjectModel, value: unknown, own?: string): string {
  const name = asText(value);
  if (name.length > NAME_LIMIT || FORBIDDEN_IN_NAME.test(name)) throw invalidArgument();
  const taken = model.workbook.sheets.named(name);
  if (taken && taken.id !== own) throw itemAlreadyExists();
  return name;
}

const sheet = ({ model, id }: ItemState): Sheet => sheetOf(model, id);

/** Where `copy` puts the new sheet. */
function positionOf(model: ObjectModel, type: unknown, relativeTo: unknown): number {
  const word = asWord(["None", "Before", "After", "Beginning", "End"], type ?? "None");
  if (word === "None" || word === "Beginning") return 0;
  if (word === "End") return model.workbook.sheets.list().length;
  const other = isHostObject(relativeTo) ? relativeTo.as(WORKSHEET) : undefined;
  return sheet(found(other, invalidArgument)).position + Number(word === "After");
}

const PROTECTION: HostClass<ItemState> = {
  name: "WorksheetProtection",
  properties: { Protected: { get: (self) => sheet(self).isProtected } },
  methods: {
    Protect: ({ model, id }) => model.workbook.sheets.change(id, { isProtected: true }),
    Unprotect: ({ model, id }) => model.workbook.sheets.change(id, { isProtected: false }),
  },
};

const WORKSHEET: HostClass<ItemState> = {
  name: "Worksheet",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Name: {
      get: (self) => sheet(self).name,
      set: ({ model, id }, value) => {
        assertStructureOpen(model);
        model.workbook.sheets.change(id, { name: freeSheetName(model, value, id) });
      },
    },
    Position: { get: (self) => sheet(self).position },
    Visibility: {
      get: (self) => sheet(self).visibility,
      set: ({ model, id }, value) => {
        assertStructureOpen(model);
        model.workbook.sheets.change(id, { visibility: asWord(["Visible", "Hidden", "VeryHidden"], value) });
      },
    },
    TabColor: {
      get: (self) => sheet(self).tabColor,
      set: ({ model, id }, value) => model.workbook.sheets.change(id, { tabColor: String(value) }),
    },
    Protection: { get: (self) => hostObject(PROTECTION, self) },
    FreezePanes: { get: (self) => hostObject(FREEZE_PANES, self) },
    Names: { get: ({ model, id }) => model.names(id) },
    Tables: { get: ({ model, id }) => model.tables(id) },
    Charts: { get: ({ model, id }) => charts(model, id) },
  },
  methods: {
    ...eventMethods(WORKSHEET_EVENTS, ({ model, id }) => [model.events, id]),
    Activate: ({ model, id }) => model.workbook.sheets.activate(id),
    Copy: ({ model, id }, positionType, relativeTo) => {
      assertStructureOpen(model);
      return model.worksheet(model.workbook.structure.copySheet(id, positionOf(model, positionType, relativeTo)).id);
    },
    // How office.js finds the copy again.
    _GetAnotherWorksheetById: ({ model }, id) => model.worksheet(sheetOf(model, asText(id)).id),
    Delete: ({ model, id }) => {
      assertStructureOpen(model);
      const visible = model.workbook.sheets.list().filter((each) => each.visibility === "Visible");
      if (visible.length === 1 && visible[0]!.id === id) throw invalidArgument();
      model.workbook.sheets.remove(id);
    },
    Calculate: ({ model, id }, markAllDirty) => {
      if (markAllDirty === true) model.workbook.calculation.recalculate([wholeSheet(id)]);
    },
    GetRange: ({ model, id }, address) => {
      const area = address === null || address === undefined ? wholeSheet(id) : areaFrom(model, asText(address), id);
      if (area.sheet !== id) throw invalidArgument();
      return model.range(area);
    },
    GetCell: ({ model, id }, row, column) =>
      model.range(checkedArea({ sheet: id, row: asCount(row), column: asCount(column), rowCount: 1, columnCount: 1 })),
    GetRangeByIndexes: ({ model, id }, row, column, rowCount, columnCount) =>
      model.range(
        checkedArea({
          sheet: id,
          row: asCount(row),
          column: asCount(column),
          rowCount: asCount(rowCount),
          columnCount: asCount(columnCount),
        }),
      ),
    GetUsedRange: ({ model, id }, valuesOnly) =>
      model.range(usedOrFirst(model.workbook.cells.used(id, valuesOnly === true), wholeSheet(id))),
    GetUsedRangeOrNullObject: ({ model, id }, valuesOnly) => {
      const used = model.workbook.cells.used(id, valuesOnly === true);
      return used && model.range(used);
    },
  },
};

export const worksheet = (model: ObjectModel, id: string): HostObject => hostObject(WORKSHEET, { model, id });
