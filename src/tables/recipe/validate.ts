import { frequencyOf } from "../../dataset/period";
import { DIMENSION_LISTS } from "../words";
import {
  isFigureColumn,
  type FigureColumn,
  type Line,
  type Question,
  type Recipe,
  type RowSet,
  EVENT_FACTS,
  FIGURES,
  TEXT_FACTS,
} from "./recipe";
import {
  anything,
  each,
  isText,
  keys,
  listOf,
  oneOf,
  oneShape,
  optional,
  required,
  textWith,
  type Check,
  type Property,
} from "./shape";

/** What parts of a well-formed recipe lack of each other. */
function coherenceFaults(recipe: Recipe): string[] {
  return [
    ...textFaults(recipe),
    ...recipe.rows.flatMap((set, i) => rowFaults(recipe, set, `rows[${i}]`)),
    ...recipe.columns.flatMap((column, i) =>
      isFigureColumn(column) ? figureFaults(recipe, column, `columns[${i}]`) : [],
    ),
  ];
}

function textFaults({ title, title_zh, columns }: Recipe): string[] {
  const oneSided = (pairs: readonly (readonly [string, string | undefined, string | undefined])[]) =>
    pairs
      .filter(([, en, zh]) => (en === undefined) !== (zh === undefined))
      .map(([at]) => `${at}: is given in one language only`);
  return oneSided([
    ["title", title, title_zh],
    ...columns.map(({ header, header_zh }, i) => [`columns[${i}].header`, header, header_zh] as const),
  ]);
}

function rowFaults(recipe: Recipe, set: RowSet, at: string): string[] {
  if (set.kind === "periods") return [...needs(recipe, "from", at), ...needs(recipe, "to", at)];
  return set.kind === "areas" ? needs(recipe, "to", at) : [];
}

function figureFaults(recipe: Recipe, column: FigureColumn, at: string): string[] {
  const { show, period, base, of, each } = column;
  const used = (["from", "to"] as const).filter(
    (end) => each || [period, base].some((text) => text?.includes(`{${end}}`)),
  );
  const withoutPeriod =
    period === undefined && !each && recipe.rows.some((set) => set.kind !== "periods" && set.kind !== "events");
  const unnamed = show === "value" && period === undefined && !each && column.header === undefined;
  const compares = show === "change" || show === "compound";
  return [
    ...used.flatMap((end) => needs(recipe, end, at)),
    ...(withoutPeriod ? [`${at}.period: is missing, and the rows are no periods`] : []),
    ...(unnamed ? [`${at}.header: is missing, for the period is that of the row`] : []),
    ...(compares && (base === undefined || base === "previous") ? [`${at}.base: is missing`] : []),
    ...(show === "part" && !of ? [`${at}.of: is missing`] : []),
    ...(asksNothing(recipe, column)
      ? [`${at}.question: no indicator in the question of the table, the row or the column`]
      : []),
  ];
}

function needs({ parameters }: Recipe, end: "from" | "to", at: string): string[] {
  return parameters[end] ? [] : [`${at}: needs the parameter ${end}`];
}

function asksNothing({ question, rows }: Recipe, column: FigureColumn): boolean {
  const names = (part: Question | undefined) => part?.indicator !== undefined || part?.series !== undefined;
  const linesOf = (set: RowSet): readonly (Line | undefined)[] =>
    set.kind === "lines" || set.kind === "periods"
      ? (set.lines ?? [undefined])
      : set.kind === "areas"
        ? [undefined]
        : [];
  return rows.flatMap(linesOf).some((line) => !names(question) && !names(column.question) && !names(line?.question));
}

/** What the codes of a recipe are looked up in. */
export interface KnownCodes {
  /** Whether a code list, such as `items`, has a code. */
  has(list: string, code: string): boolean;
  hasSeries(id: string): boolean;
}

/** The code list of each part of a question. */
const PARTS = {
  indicator: "indicators",
  item: "items",
  holder: "holders",
  transformation: "transformations",
  ...DIMENSION_LISTS,
};

const SPAN = ["from", "to"];
const COMMON = [...SPAN, "item", "span", "unit", "day"];
const TABLE_WORDS = [...COMMON, ...Object.keys(DIMENSION_LISTS)];
const HEADER_WORDS = [...COMMON, "period", "base"];

/** What is wrong with a recipe, each fault with the place in it; none when it can be built. `id` is the name of its file. */
export function recipeFaults(recipe: unknown, id: string, known: KnownCodes): string[] {
  const faults = recipeShape(id, known)(recipe, "");
  return faults.length > 0 ? faults : coherenceFaults(recipe as Recipe);
}

function recipeShape(id: string, known: KnownCodes): Check {
  const code = codeIn(known);
  const question = questionShape(known);
  return keys({
    id: required(oneOf([id])),
    ...inBoth("name", [], required),
    ...inBoth("title", TABLE_WORDS, optional),
    ...inBoth("subtitle", TABLE_WORDS, required),
    aliases: optional(listOf(textWith([]))),
    frequency: required(oneOf(["a", "m", "any"])),
    parameters: required(
      keys({
        item: optional(orBlank(code("items"))),
        from: optional(orBlank(end("first"))),
        to: optional(orBlank(end("last"))),
        unit: optional(code("units")),
      }),
    ),
    question: optional(question),
    rows: required(listOf(rowShape(known, question))),
    columns: required(listOf(columnShape(known, question))),
    notes: optional(listOf(keys(inBoth("text", TABLE_WORDS, required)))),
  });
}

function questionShape(known: KnownCodes): Check {
  const parts = Object.entries(PARTS).map(([part, list]) => [part, optional(codeIn(known)(list))] as const);
  const series: Check = (value, at) =>
    isText(value) && known.hasSeries(value) ? [] : [`${at}: ${JSON.stringify(value)} is no series`];
  return keys({ ...Object.fromEntries(parts), series: optional(series) });
}

function rowShape(known: KnownCodes, question: Check): Check {
  const code = codeIn(known);
  const isSet = optional(oneOf([true]));
  const lines = listOf(
    keys({
      question: required(question),
      instead: optional(each(code("indicators"), question)),
      unit: optional(code("units")),
      total: isSet,
      ...inBoth("label", [], optional),
    }),
  );
  const kind = { kind: required(anything) };
  return oneShape("kind", {
    lines: keys({ ...kind, lines: required(lines), skipEmpty: isSet }),
    periods: keys({ ...kind, frequency: required(oneOf(["a", "m"])), lines: optional(lines), skipEmpty: isSet }),
    areas: keys({
      ...kind,
      top: required((value, at) =>
        Number.isInteger(value) && Number(value) > 0 ? [] : [`${at}: a whole number above 0 belongs here`],
      ),
    }),
    events: keys({ ...kind, types: optional(listOf(code("event_types"))), items: optional(listOf(code("items"))) }),
  });
}

function columnShape(known: KnownCodes, question: Check): Check {
  const code = codeIn(known);
  const any = { show: required(anything), ...inBoth("header", HEADER_WORDS, optional) };
  const base: Check = (value, at) => (value === "previous" ? [] : textWith(SPAN)(value, at));
  const figure = keys({
    ...any,
    question: optional(question),
    of: optional(question),
    period: optional(textWith(SPAN)),
    base: optional(base),
    unit: optional(code("units")),
    each: optional(oneOf(["a"])),
  });
  return oneShape("show", {
    ...Object.fromEntries([...TEXT_FACTS, ...EVENT_FACTS].map((show) => [show, keys(any)])),
    ...Object.fromEntries(FIGURES.map((show) => [show, figure])),
    controls: keys({ ...any, items: optional(each(code("items"), listOf(code("items")))) }),
  });
}

function codeIn(known: KnownCodes) {
  return (list: string): Check =>
    (value, at) =>
      isText(value) && known.has(list, value) ? [] : [`${at}: ${JSON.stringify(value)} is not in codes/${list}.csv`];
}

/** A text in English and in Chinese. */
function inBoth(name: string, words: readonly string[], need: (check: Check) => Property): Record<string, Property> {
  return { [name]: need(textWith(words)), [`${name}_zh`]: need(textWith(words)) };
}

function orBlank(check: Check): Check {
  return (value, at) => (value === "" ? [] : check(value, at));
}

/** A period, or the word that leaves it to the data. */
function end(word: "first" | "last"): Check {
  return (value, at) =>
    value === word || (isText(value) && frequencyOf(value))
      ? []
      : [`${at}: ${JSON.stringify(value)} is neither a period nor ${word}`];
}
