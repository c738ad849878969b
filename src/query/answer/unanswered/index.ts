import { comparePeriods, frequencyOf, monthsOf, monthsSpanned, type Frequency } from "../../../dataset/period";
import type { Absence, Observation, Series } from "../../../dataset/records";
import { rememberingBy, rememberingOf } from "../../../dataset/remembering";
import { viewAt, type View } from "../../../dataset/view";
import { idElements, type Ask } from "../ask";
import { candidates, SUMMED, type Reader } from "../candidates";
import { printedEvidence } from "../../evidence";
import { Refusal, type ElsewhereKind } from "../../refusal";
import { elsewhereIn, onceByQuestion, type Elsewhere } from "./elsewhere";
import { insteadIn, questionKey } from "./instead";

const FREQUENCIES: readonly Frequency[] = ["a", "s", "q", "m", "c", "p"];

/** The reason that says something about this dataset and nothing about the world. */
const NOT_HELD = "not-held";

/**
 * Why a valid question has no answer, most telling reason first: the dataset states the absence; it was not yet
 * known at the as-of date; another basis, measure or side of the flow has it; no document read has it; other periods
 * have it; other goods of the metal have it; nothing has it.
 */
export function unanswered(reader: Reader, ask: Ask, period: string): Refusal {
  const place = { ask, freq: frequencyOf(period)! };
  const always = barren(reader.view)(place);
  if (always) return always;
  if (ask.partner !== "" && ask.partner === ask.reporter) return new Refusal("ownTrade", { subject: ask });
  const absence = statedAbsence(reader, ask, period);
  if (absence && absence.reason !== NOT_HELD) return absent(reader, ask, period, absence);
  const later = notYetKnown(reader, ask, period);
  if (later) return later;
  const periods = periodsIn(reader.view)(ask);
  const near = ask.series ? undefined : elsewhereIn(reader.view)(place);
  return (
    (near && firstThere(reader, ask, period, periods, near, OTHER_SERIES)) ??
    (absence && absent(reader, ask, period, absence)) ??
    (periods.length > 0 ? new Refusal("noFigure", { subject: ask, period, periods }) : undefined) ??
    allLater(reader, ask) ??
    (near && firstThere(reader, ask, period, [], near, OTHER_GOODS)) ??
    noSeries(reader.view, ask)
  );
}

export function refuseUnanswered(reader: Reader, ask: Ask, period: string): never {
  throw unanswered(reader, ask, period);
}

/** By question: the refusals of a workbook mostly differ in the period alone. */
const periodsIn = rememberingOf((view: View) => rememberingBy(questionKey, (ask: Ask) => periodsOf(view, ask)));

/** The refusal of a question that nothing comes near to, whatever the period: a whole column may ask it. */
const barren = onceByQuestion((view, place): Refusal | undefined => {
  const { ask } = place;
  const isTold = ask.partner === ask.reporter || view.at.day !== undefined || absencesIn(view)(place).length > 0;
  if (isTold || periodsIn(view)(ask).length > 0) return undefined;
  const near = ask.series ? [] : Object.values(elsewhereIn(view)(place)).flat();
  return near.length > 0 ? undefined : noSeries(view, ask);
});

/** What there is instead is looked for when somebody reads it: most such refusals only rule a wording out. */
function noSeries(view: View, ask: Ask): Refusal {
  const instead = () => insteadIn(view)(ask);
  return new Refusal("noSeries", {
    subject: ask,
    get argument() {
      return instead()[0];
    },
    get offered() {
      return instead()[1];
    },
  });
}

/** The stated absence that covers a question and period, if any. */
export function statedAbsence(reader: Reader, ask: Ask, period: string): Absence | undefined {
  return absencesOf(reader, ask, frequencyOf(period)).find((absence) => covers(absence, period));
}

/** Every stated absence that concerns a question. */
export function absencesOf({ view }: Reader, ask: Ask, freq: Frequency = "a"): readonly Absence[] {
  return absencesIn(view)({ ask, freq });
}

const absencesIn = onceByQuestion((view, { ask, freq }): readonly Absence[] => {
  const elements = ask.series ? ask.series.id.split(".") : idElements(view.dataset, ask, freq);
  return view.absences(ask.indicator).filter((absence) => matches(absence.pattern, elements));
});

function absent(reader: Reader, ask: Ask, period: string, { reason, source, note }: Absence): Refusal {
  return new Refusal("absent", { subject: ask, period, periods: periodsIn(reader.view)(ask), reason, source, note });
}

function matches(pattern: readonly string[], elements: readonly string[]): boolean {
  return (
    pattern.length === elements.length &&
    pattern.every((part, i) => part === "*" || elements[i] === "*" || part === elements[i])
  );
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
  if (!SUMMED.has(freq)) return undefined;
  const months = monthsOf(period).map((month) => firstPrint(later, candidates(reader, ask, "m"), month));
  return months.every((month) => month !== undefined) ? knownLater(reader, ask, period, months) : undefined;
}

/** A question of which nothing at all was known yet: the figure of it that was known first. */
function allLater(reader: Reader, ask: Ask): Refusal | undefined {
  const later = afterwards(reader);
  const all = later
    ? FREQUENCIES.flatMap((freq) => candidates(reader, ask, freq)).flatMap((series) =>
        later.periods(series).flatMap((period) => firstPrint(later, [series], period) ?? []),
      )
    : [];
  const [first] = all.sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0));
  return first && knownLater(reader, ask, first.period, [first]);
}

/** What is known by now, where an earlier day is asked for. */
function afterwards({ view }: Reader): View | undefined {
  return view.at.day === undefined ? undefined : viewAt(view.dataset, { release: view.release.id });
}

function firstPrint(view: View, series: readonly Series[], period: string): Observation | undefined {
  return series.flatMap((one) => view.vintages(one, period)[0] ?? [])[0];
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
    const found = having(what);
    if (found.length === 0) continue;
    const where = [...new Set(found.map((series) => series[what === "side" ? "indicator" : what]))];
    const goods = what === "basis" ? [...new Set(having("item").map(({ item }) => item))] : [];
    return new Refusal("elsewhere", { subject, period, periods, what, where, series: found[0]!.id, near: goods });
  }
  return undefined;
}

/** Every period that would have an answer, of any frequency, oldest first. */
function periodsOf(view: View, ask: Ask): string[] {
  const found = new Set(
    FREQUENCIES.flatMap((freq) => candidates({ view }, ask, freq).flatMap((series) => view.periods(series))),
  );
  return [...found].sort(comparePeriods);
}
