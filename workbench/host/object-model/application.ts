/** `Application` and the culture it answers with: calculation, separators. */
import { hostObject, type HostClass, type HostObject } from "../host-object";
import { asWord, wholeSheet, type ObjectModel } from "./object-model";

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

export const application = (model: ObjectModel): HostObject => hostObject(APPLICATION, model);
