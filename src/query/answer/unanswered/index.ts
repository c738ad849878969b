import { comparePeriods, frequencyOf, monthsOf, monthsSpanned, type Frequency } from "../../../dataset/period";
import { DIMENSIONS, type Absence, type Observation, type Series } from "../../../dataset/records";
import { rememberingBy, rememberingOf } from "../../../dataset/remembering";
import { viewAt, type View } from "../../../dataset/view";
import { idElements, type Ask } from "../ask";
import { candidates, SUMMED, type Reader } from "../candidates";
import { printedEvidence } from "../../evidence";
import { refuse, type ElsewhereKind } from "../../refusal";
import { insteadIn, isOn, questionKey } from "./instead";

const FREQUENCIES: readonly Frequency[] = ["a", "s", "q", "m", "c", "p"];

/** Stages that make metal, which goods such as refined copper are. */
const METALLIC: readonly string[] = ["refinery", "smelter", "primary"];

/** The reason that says something about this dataset and nothing about the world. */
const NOT_HELD = "not-held";

/**
 * Says why a valid question has no answer, most telling reason first: the dataset states the absence; it was not yet
 * known at the as-of date; another basis, measure or side of the flow has it; no document read has it; other periods
 * have it; other goods of the metal have it; nothing has it.
 */
export function refuseUnanswered(reader: Reader, ask: Ask, period: string): never {
  if (ask.partner !== "" && ask.partner === ask.reporter) refuse("ownTrade", { subject: ask });
  const absence = statedAbsence(reader, ask, period);
  if (absence && absence.reason !== NOT_HELD) refuseAbsent(reader, ask, period, absence);
  refuseNotYetKnown(reader, ask, period);
  const periods = periodsIn(reader.view)(ask);
  refuseElsewhere(reader, ask, period, periods);
  if (absence) refuseAbsent(reader, ask, period, absence);
  if (periods.length > 0) refuse("noFigure", { subject: ask, period, periods });
  refuseAllLater(reader, ask);
  refuseOtherItem(reader, ask, period);
  return refuseNoSeries(reader, ask);
}

/** By question: the refusals of a workbook mostly differ in the period alone. */
const periodsIn = rememberingOf((view: View) => rememberingBy(questionKey, (ask: Ask) => periodsOf(view, ask)));

/** What there is instead is looked for when somebody reads it: most such refusals only rule a wording out. */
function refuseNoSeries({ view }: Reader, ask: Ask): never {
  const instead = () => insteadIn(view)(ask);
  return refuse("noSeries", {
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
export function absencesOf(reader: Reader, ask: Ask, freq: Frequency = "a"): Absence[] {
  const elements = ask.series ? ask.series.id.split(".") : idElements(reader.view.dataset, ask, freq);
  return reader.view.absences(ask.indicator).filter((absence) => matches(absence.pattern, elements));
}

function refuseAbsent(reader: Reader, ask: Ask, period: string, { reason, source, note }: Absence): never {
  return refuse("absent", { subject: ask, period, periods: periodsIn(reader.view)(ask), reason, source, note });
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

/** Refuses where the figure itself is printed later than the as-of date. */
export function refuseNotYetKnown(reader: Reader, ask: Ask, period: string): void {
  const later = afterwards(reader);
  if (!later) return;
  const freq = frequencyOf(period)!;
  const first = firstPrint(later, candidates(reader, ask, freq), period);
  if (first) refuseLater(reader, ask, period, [first]);
  if (!SUMMED.has(freq)) return;
  const months = monthsOf(period).map((month) => firstPrint(later, candidates(reader, ask, "m"), month));
  if (months.every((month) => month !== undefined)) refuseLater(reader, ask, period, months);
}

/** A question of which nothing at all was known yet: the figure of it that was known first. */
function refuseAllLater(reader: Reader, ask: Ask): void {
  const later = afterwards(reader);
  const all = later
    ? FREQUENCIES.flatMap((freq) => candidates(reader, ask, freq)).flatMap((series) =>
        later.periods(series).flatMap((period) => firstPrint(later, [series], period) ?? []),
      )
    : [];
  const [first] = all.sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0));
  if (first) refuseLater(reader, ask, first.period, [first]);
}

/** What is known by now, where an earlier day is asked for. */
function afterwards({ view }: Reader): View | undefined {
  return view.at.day === undefined ? undefined : viewAt(view.dataset, { release: view.release.id });
}

function firstPrint(view: View, series: readonly Series[], period: string): Observation | undefined {
  return series.flatMap((one) => view.vintages(one, period)[0] ?? [])[0];
}

/** Names the document with which the last of the figures that are needed was known. */
function refuseLater(reader: Reader, ask: Ask, period: string, needed: readonly Observation[]): never {
  const last = (all: readonly Observation[]) => all.reduce((a, b) => (b.known > a.known ? b : a));
  const printed = last(printedEvidence(afterwards(reader)!, needed));
  const first = last(needed).known;
  return refuse("notYetKnown", { subject: ask, period, day: reader.view.at.day!, first, source: printed.source });
}

function refuseElsewhere(reader: Reader, ask: Ask, period: string, periods: readonly string[]): void {
  if (ask.series) return;
  const own = seriesHaving(reader, ask, ask.indicator, period);
  const [sameGoods, byIdOnly] = parted(
    own.filter((series) => differences(series, ask).length === 0),
    (series) => series.rank !== undefined,
  );
  if (sameGoods.length > 0)
    point(ask, period, periods, "basis", sameGoods, (series) => series.basis, otherGoods(own, ask));

  const sameItem = own.filter((series) => differences(series, ask).join() === "measure" && fits(series, ask));
  if (sameItem.length > 0) point(ask, period, periods, "measure", sameItem, (series) => series.measure);

  if (byIdOnly.length > 0) point(ask, period, periods, "id", byIdOnly, (series) => series.id);

  const other = { imports: "exports", exports: "imports" }[ask.indicator];
  const across = other ? seriesHaving(reader, ask, other, period) : [];
  const otherSide = across.filter(
    (series) => differences(series, ask).length === 0 && series.partner !== "wld" && fits(series, ask),
  );
  if (otherSide.length > 0) point(ask, period, periods, "side", otherSide, (series) => series.indicator);

  const rates = ask.transformation === "level" ? seriesHaving(reader, ask, ask.indicator, period, "growth") : [];
  const onlyRate = rates.filter((series) => differences(series, ask).length === 0 && fits(series, ask));
  if (onlyRate.length > 0) point(ask, period, periods, "transformation", onlyRate, (series) => series.transformation);
}

/** Other goods of the same metal are another question, so they are named only when the goods asked for have no figure at all. */
function refuseOtherItem(reader: Reader, ask: Ask, period: string): void {
  if (ask.series) return;
  const ofMetal = seriesHaving(reader, ask, ask.indicator, period);
  const found = otherGoods(ofMetal, ask);
  if (found.length > 0) point(ask, period, [], "item", found, (series) => series.item);
  const metal = reader.view.catalogue.metalOf(ask.item);
  if (metal === ask.item) return;
  const made = ofMetal.filter((one) => one.stage !== "" && one.item === metal && one.reporter === ask.reporter);
  const order = ({ stage }: Series) => (METALLIC.includes(stage) ? METALLIC.indexOf(stage) : METALLIC.length);
  const byStage = made.filter((one) => fits(one, ask)).sort((a, b) => order(a) - order(b));
  if (byStage.length > 0) point(ask, period, [], "stage", byStage, (series) => series.stage);
}

function parted<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

/** Of series for goods of the metal, those for other goods than asked for, in the same measure and on the basis asked for. */
function otherGoods(series: readonly Series[], ask: Ask): Series[] {
  return series.filter((one) => differences(one, ask).join() === "item" && fits(one, ask));
}

/** Series of an indicator, for goods of the metal asked for, that have the period. */
function seriesHaving(
  { view }: Reader,
  ask: Ask,
  indicator: string,
  period: string,
  transformation = ask.transformation,
): Series[] {
  const freq = frequencyOf(period);
  return view.catalogue
    .seriesOfMetal(indicator, ask.item)
    .filter((series) => series.freq === freq && series.transformation === transformation && view.has(series, period));
}

/** The dimensions other than the basis in which a series differs from the question. */
function differences(series: Series, ask: Ask): string[] {
  return DIMENSIONS.filter((dimension) => dimension !== "basis" && series[dimension] !== ask[dimension]);
}

/** Another measure or item is worth naming on the basis asked for, or on a basis that answers by default. */
function fits(series: Series, ask: Ask): boolean {
  return series.rank !== undefined && isOn(series, ask);
}

function point(
  ask: Ask,
  period: string,
  periods: readonly string[],
  what: ElsewhereKind,
  found: readonly Series[],
  name: (series: Series) => string,
  near: readonly Series[] = [],
): never {
  const where = [...new Set(found.map(name))];
  return refuse("elsewhere", {
    subject: ask,
    period,
    periods,
    what,
    where,
    series: found[0]!.id,
    near: [...new Set(near.map(({ item }) => item))],
  });
}

/** Every period that would have an answer, of any frequency, oldest first. */
function periodsOf(view: View, ask: Ask): string[] {
  const found = new Set(
    FREQUENCIES.flatMap((freq) => candidates({ view }, ask, freq).flatMap((series) => view.periods(series))),
  );
  return [...found].sort(comparePeriods);
}
