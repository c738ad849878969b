/** `WorksheetCollection`. */
import { hostObject, type HostClass, type HostObject } from "../host-object";
import type { Sheet } from "../workbook-model";
import { EVENT_WORKBOOK_ID, WORKSHEETS_EVENTS, eventMethods } from "./events";
import type { ObjectModel } from "./object-model";
import { assertStructureOpen } from "./workbook-protection";
import { freeSheetName } from "./worksheet";

const sheets = (model: ObjectModel, visibleOnly?: unknown): readonly Sheet[] =>
  model.workbook.sheets.list().filter((sheet) => visibleOnly !== true || sheet.visibility === "Visible");

const WORKSHEETS: HostClass<ObjectModel> = {
  name: "WorksheetCollection",
  items: (model) => sheets(model).map((sheet) => model.worksheet(sheet.id)),
  item: (model, key) => {
    const sheet = model.workbook.sheets.get(String(key)) ?? model.workbook.sheets.named(String(key));
    return sheet && model.worksheet(sheet.id);
  },
  methods: {
    ...eventMethods(WORKSHEETS_EVENTS, (model) => [model.events, EVENT_WORKBOOK_ID]),
    Add: (model, name) => {
      assertStructureOpen(model);
      return model.worksheet(
        model.workbook.sheets.add(name === null || name === undefined ? undefined : freeSheetName(model, name)).id,
      );
    },
    GetActiveWorksheet: (model) => model.worksheet(model.workbook.sheets.active),
    GetCount: (model, visibleOnly) => sheets(model, visibleOnly).length,
    GetFirst: (model, visibleOnly) => model.worksheet(sheets(model, visibleOnly)[0]!.id),
    GetLast: (model, visibleOnly) => model.worksheet(sheets(model, visibleOnly).at(-1)!.id),
  },
};

export const worksheets = (model: ObjectModel): HostObject => hostObject(WORKSHEETS, model);
