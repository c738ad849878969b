import { grouped, type Catalogue } from "./catalogue";
import type { Dataset } from "./dataset";
import { once, remembering, rememberingBy, rememberingOf } from "./remembering";
import type { Absence, DataRelease, Event, Observation, Released, Series, Source } from "./records";

/**
 * The dataset as one reader sees it: as a data release gave it, and, when a day is set, only what was published by then.
 * The two axes of time meet here and nowhere else.
 */
export class View {
  readonly release: DataRelease;
  /** The series and meanings of the release. */
  readonly catalogue: Catalogue;
  private readonly ordinal: number;
  /** By ordinal, whether what that release added counts here: every look-up of a figure asks. */
  private readonly reaches: readonly boolean[];

  /** Of an organisation's release that is not here, ours beneath it. Throws RangeError for one the dataset does not have. */
  constructor(
    readonly dataset: Dataset,
    readonly at: { readonly release?: string | undefined; readonly day?: string | undefined },
  ) {
    this.ordinal = dataset.answering(at.release ?? dataset.release);
    const release = dataset.releases[this.ordinal];
    if (!release) throw new RangeError(`no data release "${at.release ?? dataset.release}"`);
    this.release = release;
    this.reaches = dataset.releases.map((_, added) => added <= this.ordinal && !dataset.isHidden(added, this.ordinal));
    this.catalogue = dataset.catalogueAt(this.ordinal);
  }

  /** One and the same for all that see the same: a release that is said, and one that is meant. What is found is kept with it. */
  readonly same = once(() => viewAt(this.dataset, { release: this.release.id, day: this.at.day }));

  /** The newest vintage of a figure, or undefined when none is known. Logarithmic in the length of the series. */
  observation(series: Series, period: string): Observation | undefined {
    const rows = this.rowsOf(series, period);
    for (let row = rows.end - 1; row >= rows.start; row--) {
      if (this.sees(row)) return this.dataset.observations.open(row, series);
    }
    return undefined;
  }

  /** Whether the series has a figure for the period. */
  has(series: Series, period: string): boolean {
    const rows = this.rowsOf(series, period);
    for (let row = rows.start; row < rows.end; row++) if (this.sees(row)) return true;
    return false;
  }

  /** Whether the series has a figure for any period. */
  hasFigures({ index }: Series): boolean {
    const { firstOfSeries } = this.dataset.observations.columns;
    for (let row = firstOfSeries[index]!; row < firstOfSeries[index + 1]!; row++) if (this.sees(row)) return true;
    return false;
  }

  /** Every vintage of a figure, oldest first. */
  vintages(series: Series, period: string): Observation[] {
    const rows = this.rowsOf(series, period);
    const found: Observation[] = [];
    for (let row = rows.start; row < rows.end; row++)
      if (this.sees(row)) found.push(this.dataset.observations.open(row, series));
    return found;
  }

  /** The periods that have a figure, oldest first. */
  readonly periods = rememberingOf((series: Series): readonly string[] => {
    const { firstOfSeries, period, periods } = this.dataset.observations.columns;
    const found: string[] = [];
    let previous = -1;
    for (let row = firstOfSeries[series.index]!; row < firstOfSeries[series.index + 1]!; row++) {
      const index = period[row]!;
      if (index === previous || !this.sees(row)) continue;
      previous = index;
      found.push(periods[index]!);
    }
    return found;
  });

  /** The periods whose newest vintage is not that of another view of the same dataset, in one of them maybe none; oldest first. */
  differing(other: View, series: Series): string[] {
    const { firstOfSeries, period, periods } = this.dataset.observations.columns;
    const found: string[] = [];
    const end = firstOfSeries[series.index + 1]!;
    for (let row = firstOfSeries[series.index]!; row < end;) {
      const index = period[row]!;
      let [own, others] = [-1, -1];
      for (; row < end && period[row] === index; row++) {
        if (this.sees(row)) own = row;
        if (other.sees(row)) others = row;
      }
      if (own !== others) found.push(periods[index]!);
    }
    return found;
  }

  /** The figure of a series that became known last. */
  newest(series: Series): Observation | undefined {
    const { firstOfSeries, known, days } = this.dataset.observations.columns;
    let newest = -1;
    for (let row = firstOfSeries[series.index]!; row < firstOfSeries[series.index + 1]!; row++)
      if (this.sees(row) && (newest < 0 || days[known[row]!]! >= days[known[newest]!]!)) newest = row;
    return newest < 0 ? undefined : this.dataset.observations.open(newest, series);
  }

  /** How many figures this view has. */
  count(): number {
    const { count } = this.dataset.observations.columns;
    let seen = 0;
    for (let row = 0; row < count; row++) if (this.sees(row)) seen++;
    return seen;
  }

  /** The documents of the data release. */
  sources(): Source[] {
    return this.dataset
      .sourceRows()
      .filter((one) => this.dataset.counts(one, this.ordinal))
      .map(({ row }) => row);
  }

  /** Every event in its newest version: a control before its suspension was announced knows nothing of it. */
  events(): Event[] {
    const newest = new Map<string, Event>();
    for (const event of this.visible(this.dataset.events)) {
      const other = newest.get(event.id);
      if (!other || other.known < event.known) newest.set(event.id, event);
    }
    return [...newest.values()];
  }

  /** Stated absences that may concern an indicator. */
  readonly absences = remembering((indicator): readonly Absence[] => {
    const byIndicator = this.absencesByIndicator();
    return [...(byIndicator.get(indicator) ?? []), ...(byIndicator.get("*") ?? [])];
  });

  private readonly absencesByIndicator = once(() =>
    grouped(this.visible(this.dataset.absences), ({ pattern }) => pattern[0]!),
  );

  private visible<T extends { readonly known: string }>(rows: readonly Released<T>[]): T[] {
    return rows
      .filter(
        (one) => this.dataset.counts(one, this.ordinal) && (this.at.day === undefined || one.row.known <= this.at.day),
      )
      .map(({ row }) => row);
  }

  private sees(row: number): boolean {
    const { columns } = this.dataset.observations;
    if (!this.reaches[columns.added[row]!] || columns.withdrawn[row]! <= this.ordinal) return false;
    return this.at.day === undefined || columns.days[columns.known[row]!]! <= this.at.day;
  }

  /** The rows of one period: rows of a series are ordered by period, so both ends are found by halving. */
  private rowsOf(series: Series, period: string): { start: number; end: number } {
    const { firstOfSeries } = this.dataset.observations.columns;
    const wanted = this.dataset.observations.indexOfPeriod(period);
    const from = firstOfSeries[series.index]!;
    const to = firstOfSeries[series.index + 1]!;
    if (wanted < 0) return { start: from, end: from };
    const rank = this.dataset.observations.periodRank[wanted]!;
    const start = this.firstRow(from, to, rank);
    return { start, end: this.firstRow(start, to, rank + 1) };
  }

  private firstRow(from: number, to: number, wantedRank: number): number {
    const { columns, periodRank } = this.dataset.observations;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (periodRank[columns.period[middle]!]! < wantedRank) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A workbook asks as of few dates; a column of dates must not fill the memory. */
const VIEWS_KEPT = 64;

const viewsOf = rememberingOf((dataset: Dataset) =>
  rememberingBy(
    ({ release = "", day = "" }: View["at"]) => `${release} ${day}`,
    (at) => new View(dataset, at),
    VIEWS_KEPT,
  ),
);

/** What a dataset says at a data release (default: its own) and, if given, as known on an ISO day. Throws RangeError for an unknown release. */
export function viewAt(dataset: Dataset, at: View["at"] = {}): View {
  return viewsOf(dataset)(at);
}
