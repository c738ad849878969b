import { comparePeriods, frequencyOf, monthsSpanned, type Frequency } from "../dataset/period";
import { DIMENSIONS, type Absence, type Series } from "../dataset/records";
import { viewAt } from "../dataset/view";
import { candidates, type Reader } from "./candidates";
import { idElements, type Ask } from "./ask";
import { refuse, type ElsewhereKind } from "./refusal";

const FREQUENCIES: readonly Frequency[] = ["a", "s", "q", "m", "c", "p"];

/** The reason that says something about this dataset and nothing about the world. */
const NOT_HELD = "not-held";

/**
 * Says why a valid question has no answer, most telling reason first: the dataset states the absence; it was not yet
 * known at the as-of date; another basis, measure or side of the flow has it; no document read has it; other periods
 * have it; other goods of the metal have it; nothing has it.
 */
export function refuseUnanswered(reader: Reader, ask: Ask, period: string): never {
  if (ask.partner !== "" && ask.partner === ask.reporter) refuse("ownTrade", { subject: ask });
  const freq = frequencyOf(period)!;
  const absence = statedAbsence(reader, ask, period);
  if (absence && absence.reason !== NOT_HELD) refuseAbsent(ask, period, absence);
  refuseNotYetKnown(reader, ask, period, freq);
  const periods = periodsOf(reader, ask);
  refuseElsewhere(reader, ask, period, periods);
  if (absence) refuseAbsent(ask, period, absence);
  if (periods.length > 0) refuse("noFigure", { subject: ask, period, periods });
  refuseOtherItem(reader, ask, period);
  const [argument, offered] = whatThereIs(reader, ask);
  return refuse("noSeries", { subject: ask, argument, offered });
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

function refuseAbsent(ask: Ask, period: string, { reason, source, note }: Absence): never {
  return refuse("absent", { subject: ask, period, reason, source, note });
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

function refuseNotYetKnown(reader: Reader, ask: Ask, period: string, freq: Frequency): void {
  const { day } = reader.view.at;
  if (day === undefined) return;
  const later = viewAt(reader.view.dataset, { release: reader.view.release.id });
  for (const series of candidates(reader, ask, freq)) {
    const first = later.vintages(series, period)[0];
    if (first) refuse("notYetKnown", { subject: ask, period, day, first: first.known });
  }
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
  const found = otherGoods(seriesHaving(reader, ask, ask.indicator, period), ask);
  if (found.length > 0) point(ask, period, [], "item", found, (series) => series.item);
}

function parted<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

/** Of series for goods of the metal, those for other goods than asked for, on the basis asked for. */
function otherGoods(series: readonly Series[], ask: Ask): Series[] {
  return series.filter(
    (one) =>
      one.item !== ask.item &&
      differences(one, ask).every((dimension) => dimension === "item" || dimension === "measure") &&
      fits(one, ask),
  );
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
  return series.rank !== undefined && (ask.basis === undefined || series.basis === ask.basis);
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
function periodsOf(reader: Reader, ask: Ask): string[] {
  const found = new Set(
    FREQUENCIES.flatMap((freq) => candidates(reader, ask, freq).flatMap((series) => reader.view.periods(series))),
  );
  return [...found].sort(comparePeriods);
}

/** The argument that has no figures as given, and the codes with which it would: the one change that leads to figures first. */
function whatThereIs(reader: Reader, ask: Ask): [string, string[]] {
  const series = reader.view.catalogue
    .seriesOf(ask.indicator)
    .filter(
      (candidate) =>
        candidate.rank !== undefined &&
        candidate.transformation === ask.transformation &&
        reader.view.periods(candidate).length > 0,
    );
  const ofItem = series.filter((candidate) => candidate.item === ask.item);
  const dimensions = ["partner", "reporter", "stage", "group", "batch", "holder", "measure", "basis"] as const;
  const differing = (candidate: Series) =>
    dimensions.filter((dimension) => ask[dimension] !== undefined && candidate[dimension] !== ask[dimension]);
  for (const fewest of [1, 2, dimensions.length]) {
    for (const dimension of dimensions) {
      const found = ofItem.filter(
        (candidate) => differing(candidate).includes(dimension) && differing(candidate).length <= fewest,
      );
      if (found.length > 0) return [dimension, [...new Set(found.map((candidate) => candidate[dimension]))]];
    }
  }
  return ["item", [...new Set(series.map((candidate) => candidate.item))]];
}
