import type { Dataset } from "./dataset";
import type { Absence, DataRelease, Event, Observation, Series } from "./records";

/**
 * The dataset as one reader sees it: as a data release gave it, and, when a day is set, only what was published by then.
 * The two axes of time meet here and nowhere else.
 */
export class View {
  readonly release: DataRelease;
  private readonly ordinal: number;

  /** Throws RangeError for a data release the dataset does not have. */
  constructor(
    readonly dataset: Dataset,
    readonly at: { readonly release?: string | undefined; readonly day?: string | undefined },
  ) {
    this.ordinal = dataset.ordinalOf(at.release ?? dataset.release);
    const release = dataset.releases[this.ordinal];
    if (!release) throw new RangeError(`no data release "${at.release ?? dataset.release}"`);
    this.release = release;
  }

  /** The newest vintage of a figure, or undefined when none is known. Logarithmic in the length of the series. */
  observation(series: Series, period: string): Observation | undefined {
    const rows = this.rowsOf(series, period);
    for (let row = rows.end - 1; row >= rows.start; row--) {
      if (this.sees(row)) return this.dataset.observation(row);
    }
    return undefined;
  }

  /** Whether the series has a figure for the period. */
  has(series: Series, period: string): boolean {
    const rows = this.rowsOf(series, period);
    for (let row = rows.start; row < rows.end; row++) if (this.sees(row)) return true;
    return false;
  }

  /** Every vintage of a figure, oldest first. */
  vintages(series: Series, period: string): Observation[] {
    const rows = this.rowsOf(series, period);
    const found: Observation[] = [];
    for (let row = rows.start; row < rows.end; row++) if (this.sees(row)) found.push(this.dataset.observation(row));
    return found;
  }

  /** The periods that have a figure, oldest first. */
  periods(series: Series): string[] {
    const { firstOfSeries, period, periods } = this.dataset.columns;
    const found: string[] = [];
    let previous = -1;
    for (let row = firstOfSeries[series.index]!; row < firstOfSeries[series.index + 1]!; row++) {
      const index = period[row]!;
      if (index === previous || !this.sees(row)) continue;
      previous = index;
      found.push(periods[index]!);
    }
    return found;
  }

  /** How many figures this view has. */
  count(): number {
    let count = 0;
    for (let row = 0; row < this.dataset.columns.count; row++) if (this.sees(row)) count++;
    return count;
  }

  events(): Event[] {
    return this.dataset.events.filter((event) => this.seesRow(event));
  }

  absences(): Absence[] {
    return this.dataset.absences.filter((absence) => this.seesRow(absence));
  }

  private sees(row: number): boolean {
    const { added, withdrawn, known, days } = this.dataset.columns;
    if (added[row]! > this.ordinal || withdrawn[row]! <= this.ordinal) return false;
    return this.at.day === undefined || days[known[row]!]! <= this.at.day;
  }

  private seesRow(row: { readonly added: string; readonly withdrawn: string; readonly known: string }): boolean {
    const added = this.dataset.ordinalOf(row.added);
    const withdrawn = row.withdrawn ? this.dataset.ordinalOf(row.withdrawn) : Infinity;
    return added <= this.ordinal && withdrawn > this.ordinal && (this.at.day === undefined || row.known <= this.at.day);
  }

  /** The rows of one period: rows of a series are ordered by period, so both ends are found by halving. */
  private rowsOf(series: Series, period: string): { start: number; end: number } {
    const { firstOfSeries } = this.dataset.columns;
    const wanted = this.dataset.indexOfPeriod(period);
    const from = firstOfSeries[series.index]!;
    const to = firstOfSeries[series.index + 1]!;
    if (wanted < 0) return { start: from, end: from };
    const rank = this.dataset.periodRank;
    const start = this.firstRow(from, to, rank[wanted]!);
    return { start, end: this.firstRow(start, to, rank[wanted]! + 1) };
  }

  private firstRow(from: number, to: number, wantedRank: number): number {
    const { period } = this.dataset.columns;
    const rank = this.dataset.periodRank;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rank[period[middle]!]! < wantedRank) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
