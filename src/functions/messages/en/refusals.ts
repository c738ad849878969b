import { overlayOf } from "../../../dataset/overlay";
import { periodSpans } from "../../../query/period/period-spans";
import { PERIOD_HINTS } from "./periods";
import { lower } from "../../../query/describe";
import type { RefusalTexts } from "../messages";

const ARGUMENT_NAMES: Readonly<Record<string, string>> = { reporter: "country", item: "metal" };

/** What an argument takes, where its name does not say so. */
const KINDS: Readonly<Record<string, string>> = {
  year: "period",
  from: "period",
  to: "period",
  base_period: "period",
  date: "date",
  partner: "country",
  destination: "country",
  as_of: "date or data release",
  what: "word for the argument what",
  headers: "number of header rows",
  holder: "company or province",
};

const EXPECTED: Readonly<Record<string, string>> = {
  from: "period",
  to: "period",
  base_period: "period",
  as_of: "date or data release",
};

const all = (kind: string | undefined) => (kind ? ` =METALS.LIST("${kind}") has all.` : "");
const withArticle = (noun: string) => `${/^[aeiou](?!ni)/.test(noun) ? "an" : "a"} ${noun}`;
/** Why a unit is not taken as it stands. */
const unclear = (unit: string) =>
  /mt$/i.test(unit)
    ? "could be metric tons or million tonnes"
    : /tons?$/i.test(unit)
      ? "could be metric, short or long tons"
      : "names no currency or mass";

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(", ");
/** A company or province has no argument of its own: it goes with the name of the indicator. */
const holderCall = (holder: string) =>
  `It goes with the indicator, such as "quota mining ${holder}" in METALS.STATUS; METALS.FIND lists what there is.`;

const list = (words: readonly string[]) => words.join(", ");
const name = (argument: string) => ARGUMENT_NAMES[argument] ?? argument;

/** The ends of a long list say enough. */
const some = (codes: readonly string[], most = 12, word = (code: string) => code) =>
  list(codes.slice(0, most).map(word)) + (codes.length > most ? ` and ${codes.length - most} more` : "");

/** Words with data that a refusal names. */
const MOST_OFFERED = 8;

const periodList = (asked: string, periods: readonly string[]) =>
  some(
    periodSpans(periods, asked).map(({ from, to }) => (from === to ? from : `${from} to ${to}`)),
    24,
  );

const thereAre = (asked: string, periods: readonly string[]) =>
  periods.length > 0 ? ` There are: ${periodList(asked, periods)}.` : "";

const hyphenated = (month: string) => `"${month.slice(0, 4)}-${month.slice(4)}"`;

/** Why a question has no answer. */
export const refusals: RefusalTexts = {
  missing: ({ argument, usage, example }) =>
    `${argument}: is missing.${usage ? ` ${usage}` : ""}${example ? `, such as ${example}` : ""}`,
  tooLong: ({ argument, length, most }) => `${argument}: has ${length} characters; no more than ${most} are read.`,
  missingData: ({ argument, word, meant }, say) =>
    `${argument}: "${word}" marks missing data and is not read as a word.${meant ? ` ${say.label("areas", meant.area)} is "${meant.code}".` : ""}`,
  unknownWord: ({ argument, word, nearest, kind }) =>
    `${argument}: "${word}" is not known${nearest.length > 0 ? `; nearest: ${list(nearest)}` : ""}.${all(kind)}`,
  notHeld: ({ argument, good, nearest }, say) =>
    `${argument}: ${lower(say.label("known_goods", good))} is known, but the data has nothing of it${nearest ? `; nearest: ${say.word("item", nearest)}` : ""}.${all("metals")}`,
  misplaced: ({ argument, word, fits, expected, valid, kind, usage }) =>
    `${argument}: "${word}" is ${withArticle(KINDS[fits] ?? fits)}; the ${EXPECTED[expected] ?? expected} comes here${valid ? ` (${list(valid)})` : ""}. ${usage ?? "Order: what, when, then the rest."}${fits === "holder" ? ` ${holderCall(word)}` : ""}${all(kind)}`,
  oneValue: ({ argument, usage }) =>
    `${argument}: one value, not a range${usage?.startsWith("METALS.GRID(") ? `. ${usage}` : "; METALS.GRID takes ranges"}.`,
  contradiction: ({ argument, given, named }) =>
    `${argument}: "${given}" contradicts "${named}"${argument === "how" ? "; write one of them" : ", which an earlier argument names"}.`,
  notLevels: ({ argument, transformation }, say) =>
    `${argument}: this series is no level (${lower(say.label("transformations", transformation))}); METALS.GET gives its figures.`,
  needsItem: ({ argument, indicator }, say) =>
    `${argument}: ${say.word("indicator", indicator)} needs a metal, such as "${say.word("indicator", indicator)} copper".`,
  notComparable: ({ argument, period, other }) =>
    period === other
      ? `${argument}: ${period} cannot be compared with itself; write another period.`
      : `${argument}: ${period} and ${other} are no periods of one length; give two years, two months or the like.`,
  notLine: ({ argument }) => `${argument}: a row or a column, not a block.`,
  parallel: ({ argument, other }) =>
    `${argument}: lies the same way as ${other}; let one run down and the other across.`,
  notPeriod: ({ argument, given, hint }) =>
    `${argument}: "${given}" is not a period; ${PERIOD_HINTS[hint]}${hint === "compactMonth" ? `: ${hyphenated(given)}` : ""}.`,
  notDate: ({ argument, given, releases }) =>
    `${argument}: "${given}" is neither a date ("2025-12-31") nor a data release (${list(releases)}).`,
  notDay: ({ argument, given }) => `${argument}: "${given}" is not a date; write "2025-12-31", a month or a year.`,
  unknownDates: ({ argument, given }) =>
    `${argument}: Excel has not said yet whether this workbook counts its dates from 1900 or 1904, so ${given} could be two days; recalculate in a moment, or write the date as text: "2025-12-31".`,
  ambiguousUnit: ({ argument, unit, valid }) =>
    `${argument}: "${unit}" ${unclear(unit)}; write ${[valid.slice(0, -1).join(", "), ...valid.slice(-1)].filter(Boolean).join(" or ")}.`,
  wrongUnit: ({ argument, unit, of, valid }) => `${argument}: ${of} cannot be given in ${unit}; units: ${list(valid)}.`,
  notOffered: ({ argument, word, valid }) =>
    `${argument}: "${word}" is not offered here; valid: ${some(valid)}.${argument === "basis" ? " Customs values imports CIF and exports FOB; baci is FOB." : ""}`,
  notTaken: ({ argument }) => `${argument}: takes none here; leave it blank.`,
  backwards: ({ argument, from, to }) => `${argument}: ${from} is after ${to}; a span runs forward.`,
  absent: ({ subject, period, periods, reason, source, note }, say) =>
    `${say.subject(subject)}, ${period}: ${lower(say.label("reasons", reason))}. ${note ? `${sentence(note)} ` : ""}Source: ${say.citation(source)}.${thereAre(period, periods)}`,
  ownTrade: ({ subject }, say) =>
    `${say.subject(subject)}: no figure, because ${say.word("reporter", subject.reporter)} has no trade with itself here; leave the partner blank for the world.`,
  noRate: ({ subject, period, currency }, say) =>
    `${say.subject(subject)}, ${period}: no exchange rate of ${currency} is held for ${period}, so there is no figure in another currency than its own.`,
  noFigure: ({ subject, period, periods }, say) =>
    `${say.subject(subject)}: no figure for ${period}; there are: ${periodList(period, periods)}.`,
  notYetKnown: ({ subject, period, day, first, source }, say) =>
    `${say.subject(subject)}, ${period}: no document in the data that is of ${day} or before prints it; the first that does: ${say.citation(source)}, from ${first}.`,
  noSeries: ({ subject, argument, offered }, say) =>
    `${say.subject(subject)}: not in the data. ${capital(name(argument))} with data: ${
      some(offered, MOST_OFFERED, (code) => say.word(argument, code)) || "none"
    }.${argument === "stage" ? ` With an indicator's name: "${say.word("indicator", subject.indicator)} ${say.word("stage", offered[0] ?? "")}".` : ""}`,
  elsewhere: ({ subject, period, periods, what, where, series, near }, say) => {
    const words = where.map((code) => say.word(what, code));
    const when = /^\d{4}$/.test(period) ? period : `"${period}"`;
    // Who asks for tonnes is not sent to dollars.
    const get = what === "measure" ? "" : ` =METALS.GET("${series}",${when}).`;
    const texts = {
      basis: `on this basis there is none; the same goods on another basis: ${list(words)}`,
      measure: `there is none in this measure; there is ${list(words)}`,
      item: `there is none; other goods of the same metal are items of their own: ${list(words)}`,
      stage: `output is told by the metal and its stage: ${list(words.map(lower))}`,
      side: `there is none; if the other direction is meant, what goes from there to here is filed as ${list(words)}`,
      id: "there is one that answers only by its id: an estimate, a rounding or the like",
      transformation: `there is no level; there is ${list(words.map(lower))}`,
    };
    const others =
      near.length > 0
        ? ` Other goods of the metal on this basis: ${list(near.map((item) => say.word("item", item)))}.`
        : "";
    return `${say.subject(subject)}, ${period}: ${texts[what]}.${get}${others}${thereAre(period, periods)}`;
  },
  noParts: ({ subject, period, bases }, say) =>
    `${say.subject(subject)}, ${period}: no figure of a single country on this basis${bases.length > 0 ? `; the argument basis leads to them: ${list(bases.map((basis) => say.word("basis", basis)))}` : ""}.`,
  notInRelease: ({ series, release }) => `${series}: no series of data release ${release}.`,
  unknownRelease: ({ release, newest, address, isPart }) =>
    overlayText(release, address, isPart) ??
    `This workbook is on data release ${release}; this add-in has data up to ${newest}. Update the add-in or the data in the Orebook pane.`,
  incomplete: ({ subject, period, missing, periods = [] }, say) =>
    `${say.subject(subject)}, ${period}: needs a figure on the same basis for ${missing}, and there is none.${thereAre(missing, periods)}`,
  impossible: ({ subject, period, why }, say) => {
    const texts = {
      zeroBase: "the base is zero",
      signChange: "the sign changes between the two periods",
      zeroTotal: "the total is zero",
    };
    return `${say.subject(subject)}, ${period}: no such number, because ${texts[why]}.`;
  },
  notFound: ({ unknown, notHeld, missing, rest, tables, events }, say) =>
    [
      ...notHeld.map(
        ({ words, list: of, good, nearest }) =>
          `"${words}" is ${lower(say.label(of, good))}: known, but no series has it${nearest ? `; nearest: ${say.word("item", nearest)}` : ""}.`,
      ),
      ...(unknown.length > 0 ? [`Nothing is called ${quoted(unknown)}.`] : []),
      ...(missing.length > 0 ? [`No series has ${quoted(missing)}${rest ? " with the rest" : ""}.`] : []),
      ...tables.map((table) => `There is a table: =METALS.TABLE("${table}").`),
      ...events.map(
        ({ type, item }) =>
          `Events: =METALS.EVENTS("${lower(say.label("event_types", type))}"${item ? `,"${say.word("item", item)}"` : ""}).`,
      ),
      ...(rest ? [`Series: =METALS.FIND("${rest}").`] : []),
    ].join(" "),
  nothing: ({ what }) => `Nothing to show: ${what}.`,
  tooLarge: ({ cells, cap }) =>
    `The result has ${cells} cells, more than ${cap}; use Insert table in the Orebook pane.`,
  overflow: () => "The result is beyond the numbers a cell can hold.",
  unexpected: ({ detail }) => `Orebook could not answer (a fault of the add-in: ${detail}).`,
};

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function overlayText(release: string, address: string | undefined, isPart: boolean | undefined): string | undefined {
  const { overlay, base } = overlayOf(release) ?? {};
  if (!overlay) return undefined;
  const where = address ? `; they are at ${address}` : "";
  const why = isPart
    ? `Data release ${base} alone may answer otherwise than ${release}`
    : `None in data release ${base}; it may be in ${release}`;
  return `${why}, the data that ${overlay} added, which this add-in does not have${where}.`;
}
