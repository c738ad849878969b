import type { View } from "../../dataset/view";
import { readStanding, viewAsOf, type Standing } from "../../query/as-of";
import { addedBases } from "../../query/answer/candidates";
import { as1900 } from "../../query/period/date-system";
import { readDay } from "../../query/period/day";
import { readPeriod } from "../../query/period/period";
import { indicatorOf, readPhrase, type Phrase } from "../../query/words/phrase";
import { refuse } from "../../query/refusal";
import type { Unit } from "../../query/units/units";
import type { WordList } from "../../query/words/spellings";
import { choicesOf, findChoice, type ChoiceList, type ChoiceOf } from "./choices";
import type { EnumList, Given, Parameter, Reading } from "../definition";

/** Makes a parameter optional: a blank reads as undefined. */
export function optional<T>(parameter: Parameter<T>, blank: string): Parameter<T | undefined> {
  return {
    ...parameter,
    optional: true,
    default: blank,
    read: (given, at) => (given === undefined ? undefined : parameter.read(given, at)),
  };
}

/** A text argument; numbers and booleans are taken as typed. */
export function textOf(given: Given): string {
  return String(given ?? "").trim();
}

/** What may be a date, as the workbook of the session counts its dates. */
function dated(given: Given, { argument, session }: Reading): string | number {
  return as1900(typeof given === "number" ? given : textOf(given), session.dateSystem, argument);
}

/** A word of a code list. */
export function word(list: WordList, description: string, choices?: EnumList): Parameter<string> {
  return {
    description,
    optional: false,
    list,
    ...(choices ? { enum: choices } : {}),
    read: (given, { argument, session }) => session.words.read(list, textOf(given), argument),
  };
}

/** A metal or product, read for one indicator: an alias may mean another item there. */
export function item(
  indicator: string | undefined,
  description: string,
  choices: EnumList = "metals",
): Parameter<string> {
  return {
    description,
    optional: false,
    enum: choices,
    read: (given, { argument, session }) => session.words.read("items", textOf(given), argument, indicator),
  };
}

/** A word of a list of which only some codes are valid here. */
export function oneOf(
  list: WordList,
  codes: readonly string[],
  description: string,
  choices: EnumList,
): Parameter<string> {
  return {
    description,
    optional: false,
    list,
    enum: choices,
    read(given, { argument, session }) {
      const valid = list === "bases" ? [...codes, ...addedBases(session.dataset)] : codes;
      return session.words.readOneOf(list, textOf(given), argument, valid);
    },
  };
}

/** One of a few English words of the function's own, such as `value` or `period`. */
export function choice<L extends ChoiceList>(list: L, description: string): Parameter<ChoiceOf<L>> {
  const choices = choicesOf(list);
  return {
    description,
    optional: false,
    enum: list,
    read: (given, { argument }) =>
      findChoice(list, textOf(given)) ?? refuse("notOffered", { argument, word: textOf(given), valid: choices }),
  };
}

/** An indicator with qualifiers, or a series id. */
export const indicator: Parameter<Phrase> = {
  description:
    "What is measured: imports, production, quota mining, …, with qualifiers such as weight, refinery or a reporter (imports EU), or a series id",
  optional: false,
  enum: "indicators",
  read: (given, { argument, session }) => readPhrase(session.dataset, session.words, textOf(given), argument),
};

/** The item beside an indicator. Which item a word means depends on the indicator before it. */
export const itemWord: Parameter<string | undefined> = {
  description:
    "Metal, product or group, such as copper, Cu, 铜 or 2603; may be left out with a series id or an indicator that names it",
  optional: true,
  enum: "metals",
  default: "the item the indicator itself names",
  // Of `first` nothing is looked at for a blank: it is read for itself.
  read: (given, at) =>
    given === undefined
      ? undefined
      : at.session.words.read("items", textOf(given), at.argument, indicatorOf(at.first as Phrase)),
};

export const period: Parameter<string> = {
  description: 'Year, month, quarter or half-year: 2024, "2024-06", "2024-Q2", "2024-H1", or an Excel date (its month)',
  optional: false,
  takes: "period",
  read: (given, at) => readPeriod(dated(given, at), at.argument),
};

export const country: Parameter<string> = word(
  "areas",
  "Country or World, by English or Chinese name or ISO code",
  "countries",
);

export const unit: Parameter<Unit> = {
  description: "Unit of the result, such as USD bn, t, kt, Mt, kg or %",
  optional: false,
  enum: "units",
  read: (given, { argument, session }) => session.units.read(textOf(given), argument),
};

/** How many rows to list. */
export function count(most: number, description: string): Parameter<number> {
  return {
    description,
    optional: false,
    read: (given, { argument }) => {
      const wanted = Number(given);
      return Number.isInteger(wanted) && wanted >= 1 && wanted <= most
        ? wanted
        : refuse("notOffered", { argument, word: String(given), valid: [`1–${most}`] });
    },
  };
}

/** A day as ISO text. */
export const day: Parameter<string> = {
  description: 'A day, such as "2025-12-01" or an Excel date; a month or year means its last day',
  optional: false,
  read: (given, at) => readDay(dated(given, at)) ?? refuse("notDay", { argument: at.argument, given: String(given) }),
};

/** As-of always reads to a view: a blank is how the workbook stands. */
export const asOf: Parameter<View> = {
  description: "Answer as known on a date, or as a data release gave it",
  optional: true,
  default: "the workbook's data release and pin",
  read: (given, at) =>
    viewAsOf(at.session.dataset, at.session.standing, given === undefined ? given : dated(given, at), at.argument),
};

/** A data release or a day as it was said. */
export const since: Parameter<Standing> = {
  description: "Data release or day to compare with: what it did not have or had otherwise is listed",
  optional: false,
  read: (given, at) => readStanding(at.session.dataset, dated(given, at), at.argument),
};

/** How many header rows a spill has: 0, 1 or 2. */
export const headers: Parameter<0 | 1 | 2> = {
  description: "0 no header, 1 a header row, 2 a header row and a status column",
  optional: true,
  default: "0",
  read: (given, { argument }) => {
    const wanted = given === undefined || given === false ? 0 : given === true ? 1 : Number(given);
    return wanted === 0 || wanted === 1 || wanted === 2
      ? wanted
      : refuse("notOffered", { argument, word: String(given), valid: ["0", "1", "2"] });
  },
};

/** The country of a question that need not name one. */
export const countryOrUsual = optional(country, "World for trade, China for output");

/** What a question about one figure names, in this order. */
export const figure = { indicator, item: itemWord, period, country: countryOrUsual };
