import type { Dataset } from "../../src/dataset/dataset";
import { enumValues } from "../../src/functions/reading/enums";
import type { EnumList, FunctionDefinition, Parameter } from "../../src/functions/definition";
import { TEXTS_OF } from "../../src/functions/locales/all";
import type { ParameterTexts } from "../../src/functions/locales";
import type { Language } from "../../src/query/describe";
import type { Words } from "../../src/query/words/words";

/** What metadata is made from. */
export interface Origin {
  readonly functions: readonly FunctionDefinition[];
  readonly dataset: Dataset;
  readonly words: Words;
  /** Address of the add-in, without a slash at its end. */
  readonly base: string;
  readonly language: Language;
}

/** Excel's metadata of the functions: texts in one language, ids and words that go into formulas the same in all. */
export function metadata(origin: Origin) {
  const { functions, dataset, words, language } = origin;
  const lists = new Set(
    functions.flatMap(({ parameters }) => Object.values(parameters).flatMap((parameter) => parameter.enum ?? [])),
  );
  const enums = [...lists]
    .map((list) => ({ list, values: enumValues(list, dataset, words, language) }))
    .filter(({ values }) => values.length > 0);
  const offered = new Set(enums.map(({ list }) => list));
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    enums: enums.map(({ list, values }) => ({
      id: enumId(list),
      type: "string",
      values: values.map(({ word, label, tooltip }) => ({ name: label, stringValue: word, tooltip })),
    })),
    functions: functions.map((definition) => functionEntry(definition, origin, offered)),
  };
}

function functionEntry(definition: FunctionDefinition, { base, language }: Origin, offered: ReadonlySet<EnumList>) {
  const { id, spills, result, parameters } = definition;
  const texts = TEXTS_OF[language](definition);
  return {
    id,
    name: id,
    description: texts.summary,
    helpUrl: `${base}/help/${language === "zh" ? "zh/" : ""}${helpFile(id)}`,
    result: { type: result === "text" ? "string" : result, dimensionality: spills ? "matrix" : "scalar" },
    parameters: Object.entries(parameters).map(([name, parameter], position, all) => ({
      ...parameterEntry(name, parameter, texts.parameters[name]!, offered),
      // Excel knows optional arguments at the end only; a blank before them it passes on as it is.
      optional: all.slice(position).every(([, { optional }]) => optional),
    })),
    options: {},
  };
}

/** Never number: an empty cell would arrive as 0, and a word as an error before it could be explained. */
function parameterEntry(
  name: string,
  { matrix, enum: list }: Parameter<unknown>,
  { description }: ParameterTexts,
  offered: ReadonlySet<EnumList>,
) {
  const enumerated = list !== undefined && offered.has(list);
  return {
    name,
    description,
    type: enumerated && !matrix ? "string" : "any",
    dimensionality: matrix ? ("matrix" as const) : ("scalar" as const),
    ...(enumerated && !matrix ? { customEnumId: enumId(list) } : {}),
  };
}

/** The help page of a function, below help/. */
export function helpFile(id: string): string {
  return `${id.toLowerCase()}.html`;
}

function enumId(list: EnumList): string {
  return list.toUpperCase();
}
