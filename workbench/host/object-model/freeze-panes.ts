/** `WorksheetFreezePanes`: the rows and columns that stay in view. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../a1";
import { invalidArgument, itemNotFound } from "../host-error";
import { hostObject, isHostObject, type HostClass, type HostObject } from "../host-object";
import type { Frozen } from "../workbook-model";
import { areaFrom, asCount, asText, type ObjectModel } from "./object-model";
import { RANGE } from "./range";

interface PanesState {
  readonly model: ObjectModel;
  readonly sheet: string;
}

const freeze = ({ model, sheet }: PanesState, frozen: Frozen): void => model.workbook.panes.set(sheet, frozen);

function count(value: unknown): number {
  const given = value === null || value === undefined ? 1 : asCount(value);
  if (given < 1) throw invalidArgument();
  return given;
}

/** The frozen cells; whole rows or columns when only those are frozen. */
function location({ model, sheet }: PanesState): Area | null {
  const { rows, columns } = model.workbook.panes.get(sheet);
  if (rows === 0 && columns === 0) return null;
  return { sheet, row: 0, column: 0, rowCount: rows || MAX_ROWS, columnCount: columns || MAX_COLUMNS };
}

const FREEZE_PANES: HostClass<PanesState> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (self, rows) => freeze(self, { rows: count(rows), columns: 0 }),
    FreezeColumns: (self, columns) => freeze(self, { rows: 0, columns: count(columns) }),
    FreezeAt: (self, range) => {
      const area = isHostObject(range) ? range.as(RANGE)?.area : areaFrom(self.model, asText(range), self.sheet);
      if (!area || area.sheet !== self.sheet) throw invalidArgument();
      const [rows, columns] = [area.row + area.rowCount, area.column + area.columnCount];
      freeze(self, { rows: rows === MAX_ROWS ? 0 : rows, columns: columns === MAX_COLUMNS ? 0 : columns });
    },
    Unfreeze: (self) => freeze(self, { rows: 0, columns: 0 }),
    GetLocation: (self) => {
      const area = location(self);
      if (!area) throw itemNotFound();
      return self.model.range(area);
    },
    GetLocationOrNullObject: (self) => {
      const area = location(self);
      return area && self.model.range(area);
    },
  },
};

export const freezePanes = (model: ObjectModel, sheet: string): HostObject =>
  hostObject(FREEZE_PANES, { model, sheet });
