import { cellReader, indexedColumn, type EncodedTable } from "./format/codec";
import { monthsSpanned } from "./period";
import type { Input, Observation, Place, Series } from "./records";

/** An ordinal above that of every data release. */
export const NEVER = 0x7fffffff;

/** The columns that look-ups touch, one typed array each. */
export interface ObservationColumns {
  readonly count: number;
  /** First row of each series; one more entry than there are series. */
  readonly firstOfSeries: Int32Array;
  /** Per row: index into `periods`. */
  readonly period: Int32Array;
  readonly periods: readonly string[];
  /** Per row: index into `days`. */
  readonly known: Int32Array;
  readonly days: readonly string[];
  /** Per row: ordinal of the data release that added it. */
  readonly added: Int32Array;
  /** Per row: ordinal of the data release that withdrew it, or NEVER. */
  readonly withdrawn: Int32Array;
}

/** Every figure of a release file: typed arrays for looking up, texts that are read only when a row is opened. */
export class Observations {
  readonly columns: ObservationColumns;
  /** Position of each entry of `columns.periods` in time. */
  readonly periodRank: Int32Array;
  private readonly periodIndex: ReadonlyMap<string, number>;
  private readonly texts = new Map<string, (row: number) => string>();

  /**
   * @param slots position of each series id
   * @param ordinalOf ordinal of a data release; throws for an unknown one
   * Throws RangeError when rows are out of order or name something the release does not have.
   */
  constructor(
    private readonly table: EncodedTable,
    slots: ReadonlyMap<string, number>,
    ordinalOf: (release: string) => number,
  ) {
    const period = indexedColumn(table, "period");
    const known = indexedColumn(table, "known");
    this.periodIndex = new Map(period.dictionary.map((text, index) => [text, index]));
    this.periodRank = rankOf(period.dictionary);
    this.columns = {
      count: table.rows,
      firstOfSeries: this.readSeries(slots, period.indexes),
      period: period.indexes,
      periods: period.dictionary,
      known: known.indexes,
      days: known.dictionary,
      added: this.readOrdinals("added", ordinalOf),
      withdrawn: this.readOrdinals("withdrawn", (release) => (release === "" ? NEVER : ordinalOf(release))),
    };
  }

  /** The index of a period in `columns.periods`, or -1. */
  indexOfPeriod(period: string): number {
    return this.periodIndex.get(period) ?? -1;
  }

  open(row: number, series: Series): Observation {
    const text = (name: string) => this.text(name, row);
    const { periods, period, days, known } = this.columns;
    return {
      series,
      period: periods[period[row]!]!,
      value: text("value"),
      unit: text("unit"),
      relation: text("relation"),
      status: text("status"),
      conf: text("conf"),
      flag: text("flag"),
      source: text("source"),
      locator: text("locator"),
      also: readPlaces(text("also")),
      published: text("published"),
      known: days[known[row]!]!,
      added: text("added"),
      withdrawn: text("withdrawn"),
      note: text("note"),
      formula: text("formula"),
      inputs: splitList(text("inputs")).map(readInput),
    };
  }

  private text(name: string, row: number): string {
    let read = this.texts.get(name);
    if (!read) {
      read = cellReader(this.table, name);
      this.texts.set(name, read);
    }
    return read(row);
  }

  private readSeries(slots: ReadonlyMap<string, number>, periods: Int32Array): Int32Array {
    const { dictionary, indexes } = indexedColumn(this.table, "series");
    const slotOf = dictionary.map((id) => slots.get(id) ?? fault(`figures of a series that is not there: "${id}"`));
    const first = new Int32Array(slots.size + 1);
    let previous = -1;
    const rank = this.periodRank;
    for (let row = 0; row < indexes.length; row++) {
      const slot = slotOf[indexes[row]!]!;
      first[slot + 1]!++;
      const later = slot > previous || (slot === previous && rank[periods[row]!]! >= rank[periods[row - 1]!]!);
      if (!later) fault(`figures out of order at row ${row}`);
      previous = slot;
    }
    for (let i = 1; i < first.length; i++) first[i]! += first[i - 1]!;
    return first;
  }

  private readOrdinals(name: string, ordinalOf: (release: string) => number): Int32Array {
    const { dictionary, indexes } = indexedColumn(this.table, name);
    const ordinals = dictionary.map(ordinalOf);
    // Most columns say the same in every row, and the array is nobody else's.
    if (ordinals.length === 1) return indexes.fill(ordinals[0]!);
    for (let row = 0; row < indexes.length; row++) indexes[row] = ordinals[indexes[row]!]!;
    return indexes;
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
