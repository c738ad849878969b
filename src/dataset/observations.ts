import { cellReader, columnOf, columnRuns, indexedColumn, type EncodedTable } from "./format/codec";
import { monthsSpanned } from "./period";
import { once } from "./remembering";
import type { Input, Observation, Place, Series } from "./records";
import { lifetimesIn, type Lifetimes, type SeriesTable } from "./series-table";

/** The columns that look-ups touch, one typed array each. */
export interface ObservationColumns extends Lifetimes {
  readonly count: number;
  /** First row of each series; one more entry than there are series. */
  readonly firstOfSeries: Int32Array;
  /** Per row: index into `periods`. */
  readonly period: Int32Array;
  readonly periods: readonly string[];
  /** Per row: index into `days`. */
  readonly known: Int32Array;
  readonly days: readonly string[];
}

/** Every figure of a release file: typed arrays for looking up, texts that are read only when a row is opened. */
export class Observations {
  readonly columns: ObservationColumns;
  /** Position of each entry of `columns.periods` in time. */
  readonly periodRank: Int32Array;
  private readonly periodIndex: ReadonlyMap<string, number>;
  private readonly texts = new Map<string, (row: number) => string>();

  /**
   * @param ordinalOf ordinal of a data release; throws for an unknown one
   * Throws RangeError when rows are out of order or name something the release does not have.
   */
  constructor(
    private readonly table: EncodedTable,
    series: SeriesTable,
    ordinalOf: (release: string) => number,
  ) {
    const period = indexedColumn(table, "period");
    columnOf(table, "known");
    // Only who asks as of a day looks at it.
    const known = once(() => indexedColumn(table, "known"));
    this.periodIndex = new Map(period.dictionary.map((text, index) => [text, index]));
    this.periodRank = rankOf(period.dictionary);
    this.columns = {
      count: table.rows,
      firstOfSeries: this.readSeries(series, period.indexes),
      period: period.indexes,
      periods: period.dictionary,
      get known() {
        return known().indexes;
      },
      get days() {
        return known().dictionary;
      },
      ...lifetimesIn(table, ordinalOf),
    };
  }

  /** The index of a period in `columns.periods`, or -1. */
  indexOfPeriod(period: string): number {
    return this.periodIndex.get(period) ?? -1;
  }

  open(row: number, series: Series): Observation {
    return new Row(this, row, series);
  }

  /** What a column says in a row. */
  text(name: string, row: number): string {
    let read = this.texts.get(name);
    if (!read) {
      read = cellReader(this.table, name);
      this.texts.set(name, read);
    }
    return read(row);
  }

  private readSeries(series: SeriesTable, periods: Int32Array): Int32Array {
    const { dictionary, ends } = columnRuns(this.table, "series");
    // The ids of a file that has them once are those of the series themselves.
    const placeOf = dictionary === series.distinct ? undefined : dictionary.map((id) => placeIn(series, id));
    const first = new Int32Array(series.distinct.length + 1);
    const rank = this.periodRank;
    let [row, previous, before] = [0, -1, 0];
    for (let at = 0; at < ends.length; at += 2) {
      const place = placeOf ? placeOf[ends[at]!]! : ends[at]!;
      if (place < previous) fault(`figures out of order at row ${row}`);
      if (place > previous) before = 0;
      while (previous < place) first[++previous] = row;
      for (const end = ends[at + 1]!; row < end; row++) {
        const now = rank[periods[row]!]!;
        if (now < before) fault(`figures out of order at row ${row}`);
        before = now;
      }
    }
    return first.fill(row, previous + 1);
  }
}

function placeIn(series: SeriesTable, id: string): number {
  return series.indexOf(id) ?? fault(`figures of a series that is not there: "${id}"`);
}

/**
 * A row that was opened: of most of its columns nobody asks, so each is read when it is asked for. They are getters of the
 * prototype: a spread or `JSON.stringify` of a row would hold none of them, but the whole release.
 */
class Row implements Observation {
  constructor(
    private readonly all: Observations,
    private readonly row: number,
    readonly series: Series,
  ) {}

  get period(): string {
    const { periods, period } = this.all.columns;
    return periods[period[this.row]!]!;
  }

  get value(): string {
    return this.text("value");
  }

  get unit(): string {
    return this.text("unit");
  }

  get relation(): string {
    return this.text("relation");
  }

  get status(): string {
    return this.text("status");
  }

  get conf(): string {
    return this.text("conf");
  }

  get flag(): string {
    return this.text("flag");
  }

  get source(): string {
    return this.text("source");
  }

  get locator(): string {
    return this.text("locator");
  }

  get also(): readonly Place[] {
    return readPlaces(this.text("also"));
  }

  get published(): string {
    return this.text("published");
  }

  get known(): string {
    const { days, known } = this.all.columns;
    return days[known[this.row]!]!;
  }

  get added(): string {
    return this.text("added");
  }

  get withdrawn(): string {
    return this.text("withdrawn");
  }

  get note(): string {
    return this.text("note");
  }

  get formula(): string {
    return this.text("formula");
  }

  get inputs(): readonly Input[] {
    return splitList(this.text("inputs")).map(readInput);
  }

  private text(name: string): string {
    return this.all.text(name, this.row);
  }
}

function rankOf(periods: readonly string[]): Int32Array {
  const rank = new Int32Array(periods.length);
  const spans = periods.map(monthsSpanned);
  [...periods.keys()]
    .sort((a, b) => spans[a]!.last - spans[b]!.last || spans[a]!.first - spans[b]!.first)
    .forEach((index, position) => {
      rank[index] = position;
    });
  return rank;
}

function readInput(text: string): Input {
  const match = /^(\w+)=([^@]+)@([^#]+)/.exec(text);
  return match
    ? { name: match[1]!, series: match[2]!, period: match[3]! }
    : fault(`not an input of a derivation: "${text}"`);
}

/** Places in print, written `source#locator|source#locator`. */
export function readPlaces(text: string): Place[] {
  return splitList(text).map((place) => {
    const hash = place.indexOf("#");
    return hash < 0 ? { source: place, locator: "" } : { source: place.slice(0, hash), locator: place.slice(hash + 1) };
  });
}

/** A list inside a cell. */
export function splitList(text: string | undefined): string[] {
  return text ? text.split("|") : [];
}

function fault(what: string): never {
  throw new RangeError(what);
}
