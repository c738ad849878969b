/** `Workbook`: the global object of every request. */
import { hostObject, type HostClass, type HostObject } from "../host-object";
import { application } from "./application";
import { customXmlParts } from "./custom-xml-parts";
import { functions } from "./functions";
import type { ObjectModel } from "./object-model";
import { settings } from "./settings";
import { workbookProtection } from "./workbook-protection";
import { worksheets } from "./worksheets";

const WORKBOOK: HostClass<ObjectModel> = {
  name: "Workbook",
  properties: {
    Name: { get: ({ workbook }) => workbook.name },
    Application: { get: application },
    Worksheets: { get: worksheets },
    Names: { get: (model) => model.names(null) },
    Tables: { get: (model) => model.tables(null) },
    Functions: { get: functions },
    Settings: { get: settings },
    CustomXmlParts: { get: customXmlParts },
    Protection: { get: workbookProtection },
  },
  methods: {
    GetSelectedRange: (model) => model.range(model.workbook.selection.area),
    GetActiveCell: (model) => model.range({ ...model.workbook.selection.area, rowCount: 1, columnCount: 1 }),
  },
};

export const workbookObject = (model: ObjectModel): HostObject => hostObject(WORKBOOK, model);
