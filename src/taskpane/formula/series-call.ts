import type { Series } from "../../dataset/records";
import { viewAt } from "../../dataset/view";
import type { Session } from "../../functions";
import { askOf, readerOf } from "../../functions/asking";
import { evidence, type Answer } from "../../query/answer";
import { answeredPeriods, askLedBy } from "../../query/answered";
import type { Ask } from "../../query/ask";
import { findResolved } from "../../query/compute";
import { periodCell } from "../../query/period";
import { readPhrase } from "../../query/phrase";
import { pointsIn, type Point } from "../../query/points";
import { Refusal } from "../../query/refusal";
import type { WordList } from "../../query/words";
import type { Call } from "./call";
import { itemWord, wordFor } from "./words";

/** The qualifiers an indicator phrase may carry, with the code that needs no saying. */
const QUALIFIERS: readonly (readonly [
  dimension: "stage" | "group" | "batch" | "holder" | "measure" | "basis",
  list: WordList,
  usual?: string,
])[] = [
  ["stage", "stages"],
  ["group", "groups", "total"],
  ["batch", "batches", "all"],
  ["holder", "holders", "all"],
  ["measure", "measures"],
  ["basis", "bases"],
];

const HEADER_ROW = 1;

/**
 * The friendliest call of METALS.SERIES that spills, under a header row, exactly what the pane shows of this series: words
 * where they lead to it, else its id. `unit` is left out when it is the base unit.
 */
export function seriesCall(session: Session, series: Series, unit: string | undefined): Call {
  const view = viewAt(session.dataset, session.standing);
  const reader = readerOf(view, session);
  const led = askLedBy(reader, series);
  const periods = answeredPeriods(reader, led, series.freq);
  const whole = periods.map((period) => restsOn(findResolved(reader, led, period))).join();
  const item = itemWord(session, series);
  const countries = [...new Set([undefined, countryWord(session, series)])];
  for (const phrase of phrases(session, series)) {
    for (const country of countries) {
      const ask = attempt(() => askedBy(phrase, country));
      if (!ask) continue;
      for (const from of [undefined, periods[0]]) {
        if (attempt(() => isWhole(pointsIn(reader, ask, { from }))))
          return callOf([phrase, item, from === undefined ? undefined : periodCell(from), undefined, country, unit]);
      }
    }
  }
  return callOf([series.id, undefined, undefined, undefined, undefined, unit]);

  function askedBy(phrase: string, country: string | undefined): Ask {
    const area = country === undefined ? undefined : session.words.find("areas", country);
    return askOf(session, view, readPhrase(session.dataset, session.words, phrase, "indicator"), series.item, area);
  }

  function isWhole(points: readonly Point[]): boolean {
    return points.map(({ found }) => restsOn(found instanceof Refusal ? undefined : found)).join() === whole;
  }
}

/** The figures that an answer is or was computed from. */
function restsOn(found: Answer | undefined): string {
  return found
    ? evidence(found)
        .map(({ series, period }) => `${series.id}@${period}`)
        .join("+")
    : "";
}

/** What is asked, or undefined where the asking is refused. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function callOf(args: Call["args"]): Call {
  return { id: "METALS.SERIES", args: [...args, HEADER_ROW] };
}

/** The indicator alone, then with one more qualifier at a time until all that tell the series apart are said. */
function phrases(session: Session, series: Series): string[] {
  const indicator = wordFor(session, "indicators", series.indicator);
  const said = QUALIFIERS.filter(([dimension, , usual]) => series[dimension] !== "" && series[dimension] !== usual).map(
    ([dimension, list]) => wordFor(session, list, series[dimension]),
  );
  const single = said.map((word) => `${indicator} ${word}`);
  return [...new Set([indicator, ...single, ...said.map((_, i) => [indicator, ...said.slice(0, i + 1)].join(" "))])];
}

function countryWord(session: Session, { partner, reporter }: Series): string | undefined {
  if (partner !== "") return partner === "wld" ? undefined : wordFor(session, "areas", partner);
  return reporter === "chn" ? undefined : wordFor(session, "areas", reporter);
}
