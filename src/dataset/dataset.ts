import { Catalogue, type Question } from "./catalogue";
import { indexedColumn, records, type EncodedTable, type ReleaseFile } from "./codec";
import { comparePeriods, lastDay, type Frequency } from "./period";
import type { Absence, Code, DataRelease, DefaultMeaning, Definition, Event, Observation, Series, Source } from "./records";
import { View } from "./view";

type Row = Record<string, string>;

/** The columns of the observations that look-ups touch, one typed array each; everything else is read only when a row is opened. */
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
  /** Per row: ordinal of the data release that withdrew it, or a number above all. */
  readonly withdrawn: Int32Array;
}

const NEVER = 0x7fffffff;

/**
 * One data release in memory, with all that earlier releases gave.
 * Reads are by `View` (which release, which as-of date); the dataset itself never changes.
 */
export class Dataset {
  readonly release: string;
  readonly date: string;
  readonly minAddin: string;
  readonly releases: readonly DataRelease[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly absences: readonly Absence[];
  readonly events: readonly Event[];
  readonly columns: ObservationColumns;
  private readonly codeLists = new Map<string, ReadonlyMap<string, Code>>();
  private readonly seriesRows: readonly Released<Series>[];
  private readonly defaultRows: readonly Released<DefaultMeaning>[];
  private readonly catalogues = new Map<string, Catalogue>();
  /** Position of each series id among the observations. */
  private readonly slots = new Map<string, number>();
  /** Position of each entry of `columns.periods` in time. */
  readonly periodRank: Int32Array;
  private readonly periodIndex: ReadonlyMap<string, number>;

  /** Throws RangeError when the file is not a release this code can read. */
  constructor(private readonly file: ReleaseFile) {
    if (file.schema !== 1) throw new RangeError(`this release has layout ${String(file.schema)}; this version reads layout 1`);
    this.release = file.release;
    this.date = file.date;
    this.minAddin = file.minAddin;
    this.releases = this.rows("releases").map((row) => row as unknown as DataRelease);
    this.sources = keyed(this.rows("sources").map((row) => row as unknown as Source));
    this.definitions = keyed(this.rows("definitions").map((row) => row as unknown as Definition));
    for (const { id } of this.rows("series") as unknown as Series[]) if (!this.slots.has(id)) this.slots.set(id, this.slots.size);
    this.seriesRows = this.rows("series").map((row) => this.released(row, readSeries(row, this.slots.get(row["id"]!)!)));
    this.defaultRows = this.rows("defaults").map((row) => this.released(row, row as unknown as DefaultMeaning));
    this.absences = this.rows("absences").map((row) => ({ ...(row as unknown as Absence), known: this.knownOn(row) }));
    this.events = this.rows("events").map((row) => this.readEvent(row));
    this.columns = this.readColumns();
    this.periodIndex = new Map(this.columns.periods.map((period, index) => [period, index]));
    this.periodRank = rankOf(this.columns.periods);
  }

  /** What the dataset says at a data release (default: this one) and, if given, as known on an ISO day. */
  view(at: { release?: string | undefined; day?: string | undefined } = {}): View {
    return new View(this, at);
  }

  /** The series of the newest data release. */
  get series(): readonly Series[] {
    return this.catalogueAt(this.releases.length - 1).series;
  }

  /** A series of the newest data release. */
  seriesById(id: string): Series | undefined {
    return this.catalogueAt(this.releases.length - 1).seriesById(id);
  }

  /** The series and meanings that counted in a data release. Releases that share all of them share one catalogue. */
  catalogueAt(ordinal: number): Catalogue {
    const series = this.seriesRows.filter((row) => counts(row, ordinal));
    const defaults = this.defaultRows.filter((row) => counts(row, ordinal));
    return new Catalogue(series.map(({ row }) => row), defaults.map(({ row }) => row));
  }

  codes(list: string): ReadonlyMap<string, Code> {
    let codes = this.codeLists.get(list);
    if (!codes) {
      codes = keyed(this.rows(`codes/${list}`).map((row) => ({ ...row, aliases: split(row["aliases"]) }) as unknown as Code));
      this.codeLists.set(list, codes);
    }
    return codes;
  }

  /** A code's label, or the code itself when the list does not have it. */
  label(list: string, id: string, language: "en" | "zh" = "en"): string {
    const code = this.codes(list).get(id);
    return (language === "zh" ? code?.label_zh : code?.label) || id;
  }

  /** Rows of any table, as texts. */
  rows(table: string): Row[] {
    const encoded = this.file.tables[table];
    return encoded ? records(encoded) : [];
  }

  /** Ordinal of a data release, or -1. */
  ordinalOf(release: string): number {
    return this.releases.findIndex(({ id }) => id === release);
  }

  indexOfPeriod(period: string): number {
    return this.periodIndex.get(period) ?? -1;
  }

  /** Opens one row of the observations. */
  observation(row: number): Observation {
    const text = (name: string) => this.lazyColumn(name)(row);
    return {
      series: this.series[this.seriesOfRow(row)]!,
      period: this.columns.periods[this.columns.period[row]!]!,
      value: text("value"),
      unit: text("unit"),
      relation: text("relation"),
      status: text("status"),
      conf: text("conf"),
      flag: text("flag"),
      source: text("source"),
      locator: text("locator"),
      also: places(text("also")),
      published: text("published"),
      known: this.columns.days[this.columns.known[row]!]!,
      added: text("added"),
      withdrawn: text("withdrawn"),
      note: text("note"),
      formula: text("formula"),
      inputs: split(text("inputs")).map(readInput),
    };
  }

  private readonly lazy = new Map<string, (row: number) => string>();

  private lazyColumn(name: string): (row: number) => string {
    let read = this.lazy.get(name);
    if (!read) {
      const column = this.observationTable().columns[name];
      if (!column) throw new RangeError(`the release has no column "${name}"`);
      read = "t" in column ? (row) => column.t[row] ?? "" : (row) => column.d[column.i[row]!] ?? "";
      this.lazy.set(name, read);
    }
    return read;
  }

  private seriesOfRow(row: number): number {
    const { firstOfSeries } = this.columns;
    let low = 0;
    let high = firstOfSeries.length - 1;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (firstOfSeries[middle]! <= row) low = middle;
      else high = middle;
    }
    return low;
  }

  private observationTable(): EncodedTable {
    const table = this.file.tables["observations"];
    if (!table) throw new RangeError("the release has no observations");
    return table;
  }

  private readColumns(): ObservationColumns {
    const table = this.observationTable();
    const period = indexedColumn(table, "period");
    const known = indexedColumn(table, "known");
    const seriesIds = indexedColumn(table, "series");
    const ordinals = new Map(this.releases.map(({ id }, ordinal) => [id, ordinal]));
    const ordinalColumn = (name: string) => {
      const column = indexedColumn(table, name);
      const ordinalOfText = column.dictionary.map((id) => ordinals.get(id) ?? NEVER);
      return column.indexes.map((index) => ordinalOfText[index]!);
    };
    const firstOfSeries = new Int32Array(this.series.length + 1);
    const positions = seriesIds.dictionary.map((id) => this.byId.get(id)?.index ?? -1);
    seriesIds.indexes.forEach((index) => {
      firstOfSeries[positions[index]! + 1]!++;
    });
    for (let i = 1; i < firstOfSeries.length; i++) firstOfSeries[i]! += firstOfSeries[i - 1]!;
    return {
      count: table.rows,
      firstOfSeries,
      period: period.indexes,
      periods: period.dictionary,
      known: known.indexes,
      days: known.dictionary,
      added: ordinalColumn("added"),
      withdrawn: ordinalColumn("withdrawn"),
    };
  }

  private readEvent(row: Row): Event {
    return {
      ...(row as unknown as Event),
      items: split(row["items"]),
      related: split(row["related"]),
      also: places(row["also"] ?? ""),
      known: this.knownOn(row),
    };
  }

  /** A partial date counts from its last day, at the latest from the day we read it. */
  private knownOn(row: Row): string {
    const source = this.sources.get(row["source"] ?? "");
    const day = lastDay(row["published"] || source?.published || source?.accessed || "");
    return source && source.accessed < day ? source.accessed : day;
  }
}

function readSeries(row: Row, index: number): Series {
  return {
    ...(row as unknown as Series),
    index,
    freq: row["freq"] as Frequency,
    transformation: row["transformation"] || "level",
    rank: row["rank"] ? Number(row["rank"]) : undefined,
    additive: row["additive"] === "yes",
  };
}

function rankOf(periods: readonly string[]): Int32Array {
  const rank = new Int32Array(periods.length);
  [...periods.keys()].sort((a, b) => comparePeriods(periods[a]!, periods[b]!)).forEach((index, position) => {
    rank[index] = position;
  });
  return rank;
}

function readInput(text: string): { name: string; series: string; period: string } {
  const match = /^(\w+)=([^@]+)@([^#]+)/.exec(text);
  if (!match) throw new RangeError(`not an input of a derivation: "${text}"`);
  return { name: match[1]!, series: match[2]!, period: match[3]! };
}

function places(text: string): { source: string; locator: string }[] {
  return split(text).map((place) => {
    const [source = "", locator = ""] = place.split("#");
    return { source, locator };
  });
}

function split(text: string | undefined): string[] {
  return text ? text.split("|") : [];
}

function keyed<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

