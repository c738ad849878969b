import { frequencyOf, monthsOf, monthsSpanned, type Frequency } from "../../../dataset/period";
import type { Absence, Observation, Series } from "../../../dataset/records";
import { rememberingOf } from "../../../dataset/remembering";
import { viewAt, type View } from "../../../dataset/view";
import type { Ask } from "../ask";
import { candidates, SUMMED, type Reader } from "../candidates";
import { printedEvidence } from "../../evidence";
import { Refusal, type ElsewhereKind } from "../../refusal";
import type { Elsewhere } from "./elsewhere";
import { FREQUENCIES, noSeries, placeIn, type Place } from "./place";

/** The reason that says something about this dataset and nothing about the world. */
const NOT_HELD = "not-held";

/**
 * Why a valid question has no answer, most telling reason first: the dataset states the absence; it was not yet
 * known at the as-of date; another basis, measure or side of the flow has it; no document read has it; other periods
 * have it; other goods of the metal have it; nothing has it.
 */
export function unanswered({ view, units }: Reader, ask: Ask, period: string): Refusal {
  const reader = { view: view.same(), units };
  const place = placeIn(reader.view, ask, frequencyOf(period)!);
  if (place.isAlone) return noSeries(reader.view, ask);
  if (ask.partner !== "" && ask.partner === ask.reporter) return new Refusal("ownTrade", { subject: ask });
  const absence = place.absences.find((one) => covers(one, period));
  if (absence && absence.reason !== NOT_HELD) return absent(place, ask, period, absence);
  const later = notYetKnown(reader, ask, period);
  if (later) return later;
  const [periods, near] = [place.periods, place.elsewhere];
  return (
    (near && firstThere(reader, ask, period, periods, near, OTHER_SERIES)) ??
    (absence && absent(place, ask, period, absence)) ??
    (periods.length > 0 ? new Refusal("noFigure", { subject: ask, period, periods }) : undefined) ??
    allLater(reader, ask) ??
    (near && firstThere(reader, ask, period, [], near, OTHER_GOODS)) ??
    noSeries(reader.view, ask)
  );
}

export function refuseUnanswered(reader: Reader, ask: Ask, period: string): never {
  throw unanswered(reader, ask, period);
}

/** The stated absence that covers a question and period, if any. */
export function statedAbsence(reader: Reader, ask: Ask, period: string): Absence | undefined {
  return absencesOf(reader, ask, frequencyOf(period)).find((absence) => covers(absence, period));
}

/** Every stated absence that concerns a question. */
export function absencesOf({ view }: Reader, ask: Ask, freq: Frequency = "a"): readonly Absence[] {
  return placeIn(view, ask, freq).absences;
}

function absent(place: Place, ask: Ask, period: string, { reason, source, note }: Absence): Refusal {
  return new Refusal("absent", { subject: ask, period, periods: place.periods, reason, source, note });
}

function covers(absence: Absence, period: string): boolean {
  const asked = monthsSpanned(period);
  return (
    monthsSpanned(absence.from).first <= asked.first && asked.last <= monthsSpanned(absence.to || absence.from).last
  );
}

/** The refusal of a question whose figure is printed later than the as-of date. */
export function notYetKnown(reader: Reader, ask: Ask, period: string): Refusal | undefined {
  const later = afterwards(reader);
  if (!later) return undefined;
  const freq = frequencyOf(period)!;
  const first = firstPrint(later, candidates(reader, ask, freq), period);
  if (first) return knownLater(reader, ask, period, [first]);
  const monthly = SUMMED.has(freq) ? candidates(reader, ask, "m") : [];
  if (monthly.length === 0) return undefined;
  const months = monthsOf(period).map((month) => firstPrint(later, monthly, month));
  return months.every((month) => month !== undefined) ? knownLater(reader, ask, period, months) : undefined;
}

/** A question of which nothing at all was known yet: the figure of it that was known first. */
function allLater(reader: Reader, ask: Ask): Refusal | undefined {
  const later = afterwards(reader);
  const first = later && firstIn(later)(ask);
  return first && knownLater(reader, ask, first.period, [first]);
}

/** The figure of a question that was known first, whatever the day that is asked for. */
const firstIn = rememberingOf((view: View) =>
  rememberingOf((ask: Ask): Observation | undefined => {
    const all = FREQUENCIES.flatMap((freq) => candidates({ view }, ask, freq)).flatMap((series) =>
      view.periods(series).flatMap((period) => firstPrint(view, [series], period) ?? []),
    );
    return all.sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0))[0];
  }),
);

/** What is known by now, where an earlier day is asked for. */
function afterwards({ view }: Reader): View | undefined {
  return view.at.day === undefined ? undefined : viewAt(view.dataset, { release: view.release.id });
}

function firstPrint(view: View, series: readonly Series[], period: string): Observation | undefined {
  for (const one of series) {
    const [first] = view.vintages(one, period);
    if (first) return first;
  }
  return undefined;
}

/** Names the document with which the last of the figures that are needed was known. */
function knownLater(reader: Reader, ask: Ask, period: string, needed: readonly Observation[]): Refusal {
  const last = (all: readonly Observation[]) => all.reduce((a, b) => (b.known > a.known ? b : a));
  const printed = last(printedEvidence(afterwards(reader)!, needed));
  const first = last(needed).known;
  return new Refusal("notYetKnown", {
    subject: ask,
    period,
    day: reader.view.at.day!,
    first,
    source: printed.source,
  });
}

const OTHER_SERIES = ["basis", "measure", "id", "side", "transformation"] as const;

/** Other goods of the same metal are another question, so they are named only when the goods asked for have no figure at all. */
const OTHER_GOODS = ["item", "stage"] as const;

/** Where the figure is instead: in the first kind of the series near the question that has the period. */
function firstThere(
  { view }: Reader,
  subject: Ask,
  period: string,
  periods: readonly string[],
  near: Elsewhere,
  kinds: readonly ElsewhereKind[],
): Refusal | undefined {
  const having = (kind: ElsewhereKind) => near[kind].filter((one) => view.has(one, period));
  for (const what of kinds) {
    if (near[what].length === 0) continue;
    const found = having(what);
    if (found.length === 0) continue;
    const where = [...new Set(found.map((series) => series[what === "side" ? "indicator" : what]))];
    const goods = what === "basis" ? [...new Set(having("item").map(({ item }) => item))] : [];
    return new Refusal("elsewhere", { subject, period, periods, what, where, series: found[0]!.id, near: goods });
  }
  return undefined;
}
