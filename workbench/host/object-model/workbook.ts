/** `Workbook`: the global object of every request. */
import { found } from "../host-error";
import { hostObject, type HostClass, type HostObject } from "../host-object";
import type { Sheet } from "../workbook-model";
import { customXmlParts } from "./custom-xml-parts";
import { EVENT_WORKBOOK_ID, WORKSHEETS_EVENTS, eventMethods } from "./events";
import { asWord, wholeSheet, type ObjectModel, asText } from "./object-model";
import { assertStructureOpen, workbookProtection } from "./workbook-protection";
import { freeSheetName } from "./worksheet";

const NUMBER_FORMAT: HostClass<ObjectModel> = {
  name: "NumberFormatInfo",
  properties: {
    NumberDecimalSeparator: { get: ({ locale }) => locale.decimal },
    NumberGroupSeparator: { get: ({ locale }) => locale.thousands },
  },
};

const CULTURE: HostClass<ObjectModel> = {
  name: "CultureInfo",
  properties: {
    Name: { get: ({ locale }) => locale.name },
    NumberFormat: { get: (model) => hostObject(NUMBER_FORMAT, model) },
  },
};

/** `Application` and the culture it answers with: calculation, separators. */
const APPLICATION: HostClass<ObjectModel> = {
  name: "Application",
  properties: {
    CalculationMode: {
      get: (model) => model.workbook.calculation.mode,
      set: (model, value) => {
        model.workbook.calculation.mode = asWord(["Automatic", "AutomaticExceptTables", "Manual"], value);
      },
    },
    DecimalSeparator: { get: ({ locale }) => locale.decimal },
    ThousandsSeparator: { get: ({ locale }) => locale.thousands },
    UseSystemSeparators: { get: () => true },
    CultureInfo: { get: (model) => hostObject(CULTURE, model) },
  },
  methods: {
    // "Recalculate" computes what is out of date: here nothing is, since every entry is computed as it comes.
    Calculate: (model, type) => {
      if (asWord(["Recalculate", "Full", "FullRebuild"], type) === "Recalculate") return;
      model.workbook.calculation.recalculate(model.workbook.sheets.list().map((sheet) => wholeSheet(sheet.id)));
    },
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

const RESULT: HostClass<number> = {
  name: "FunctionResult",
  isReferenced: true,
  properties: { Value: { get: (value) => value }, Error: { get: () => "" } },
};

/** 1970-01-01 in each system. */
const EPOCHS = { 1900: 25569, 1904: 24107 };
const MILLISECONDS = 86_400_000;

/** `Functions`: what Excel computes without a cell. */
const FUNCTIONS: HostClass<ObjectModel> = {
  name: "Functions",
  methods: {
    Date: ({ workbook }, year, month, day) => {
      const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MILLISECONDS;
      return hostObject(RESULT, days + EPOCHS[workbook.dateSystem ?? 1900]);
    },
  },
};

interface SettingState {
  readonly model: ObjectModel;
  readonly key: string;
}

const SETTING: HostClass<SettingState> = {
  name: "Setting",
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ model, key }) => JSON.parse(found(model.workbook.settings.get(key))) as unknown,
      set: ({ model, key }, value) => model.workbook.settings.set(key, JSON.stringify(value)),
    },
  },
  methods: { Delete: ({ model, key }) => void model.workbook.settings.delete(key) },
};

/** `SettingCollection` and `Setting`: the add-in's document settings, the same that `Office.context.document.settings` has. */
const SETTINGS: HostClass<ObjectModel> = {
  name: "SettingCollection",
  items: (model) => [...model.workbook.settings.keys()].map((key) => hostObject(SETTING, { model, key })),
  item: (model, key) => {
    const name = String(key);
    return model.workbook.settings.has(name) ? hostObject(SETTING, { model, key: name }) : undefined;
  },
  methods: {
    Add: (model, value, content) => {
      const key = asText(value);
      model.workbook.settings.set(key, JSON.stringify(content));
      return hostObject(SETTING, { model, key });
    },
  },
};

const sheets = (model: ObjectModel, visibleOnly?: unknown): readonly Sheet[] =>
  model.workbook.sheets.list().filter((sheet) => visibleOnly !== true || sheet.visibility === "Visible");

/** `WorksheetCollection`. */
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

const WORKBOOK: HostClass<ObjectModel> = {
  name: "Workbook",
  properties: {
    Name: { get: ({ workbook }) => workbook.name },
    Application: { get: (model) => hostObject(APPLICATION, model) },
    Worksheets: { get: (model) => hostObject(WORKSHEETS, model) },
    Names: { get: (model) => model.names(null) },
    Tables: { get: (model) => model.tables(null) },
    Functions: { get: (model) => hostObject(FUNCTIONS, model) },
    Settings: { get: (model) => hostObject(SETTINGS, model) },
    CustomXmlParts: { get: customXmlParts },
    Protection: { get: workbookProtection },
  },
  methods: {
    GetSelectedRange: (model) => model.range(model.workbook.selection.area),
    GetActiveCell: (model) => model.range({ ...model.workbook.selection.area, rowCount: 1, columnCount: 1 }),
  },
};

export const workbookObject = (model: ObjectModel): HostObject => hostObject(WORKBOOK, model);
