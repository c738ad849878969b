import { Catalogue } from "./catalogue";
import { expanded, isReadable, LAYOUT, records, type EncodedTable, type ReleaseFile } from "./format/codec";
import { Observations, readPlaces, splitList } from "./observations";
import { NEVER, SeriesTable } from "./series-table";
import { overlayOf } from "./overlay";
import { lastDay } from "./period";
import {
  type Absence,
  type Code,
  type DataRelease,
  type DefaultMeaning,
  type Definition,
  type Event,
  type Released,
  type Series,
  type Source,
} from "./records";
import { once, remembering } from "./remembering";

type Row = Record<string, string>;

/**
 * One data release in memory, with all that earlier releases gave.
 * Reads are by `View` (which release, which as-of date); the dataset itself never changes.
 */
export class Dataset {
  readonly release: string;
  readonly date: string;
  readonly minAddin: string;
  readonly releases: readonly DataRelease[];
  readonly observations: Observations;
  private readonly file: ReleaseFile;
  private readonly ordinals: ReadonlyMap<string, number>;
  /** By ordinal the organisation whose release it is, undefined for ours. */
  private readonly owners: readonly (string | undefined)[];
  private readonly seriesTable: SeriesTable;
  private readonly defaultRows: readonly Released<DefaultMeaning>[];
  /** Ordinals at which the catalogue changes, oldest first. */
  private readonly changes: readonly number[];
  private readonly catalogues = new Map<number, Catalogue>();
  private remarks: ReadonlyMap<string, string> | undefined;

  /** Throws RangeError when the file is not a release this code can read. */
  constructor(file: ReleaseFile) {
    if (!isReadable(file.schema))
      throw new RangeError(
        `this release has layout ${String(file.schema)}; this version reads layouts up to ${LAYOUT}`,
      );
    this.file = file;
    this.release = file.release;
    this.date = file.date;
    this.minAddin = file.minAddin;
    this.releases = this.rows("releases").map((row) => row as unknown as DataRelease);
    this.ordinals = new Map(this.releases.map(({ id }, ordinal) => [id, ordinal]));
    this.owners = this.releases.map(({ id }) => overlayOf(id)?.overlay);
    if (!this.ordinals.has(file.release)) throw new RangeError(`the release does not list itself: "${file.release}"`);
    const ordinalOf = (release: string): number => this.knownOrdinal(release);
    this.seriesTable = new SeriesTable(file.tables["series"], ordinalOf, () => this.codes("areas"));
    this.file = expanded(file, this.seriesTable.distinct);
    this.defaultRows = this.rows("defaults").map((row) => this.released(row, row as unknown as DefaultMeaning));
    const lifetimes = [...this.seriesTable.generations, ...this.defaultRows];
    const changes = new Set(lifetimes.flatMap(({ added, withdrawn }) => [added, withdrawn]));
    this.changes = [...changes].sort((a, b) => a - b);
    const table = this.file.tables["observations"];
    if (!table) throw new RangeError("the release has no observations");
    this.observations = new Observations(table, this.seriesTable, ordinalOf);
  }

  /** The documents of every data release. */
  get sources(): ReadonlyMap<string, Source> {
    return this.sourcesById();
  }

  get definitions(): ReadonlyMap<string, Definition> {
    return this.readDefinitions();
  }

  get absences(): readonly Released<Absence>[] {
    return this.readAbsences();
  }

  get events(): readonly Released<Event>[] {
    return this.readEvents();
  }

  /** The series of this data release, as they stand in it. */
  get series(): readonly Series[] {
    return this.catalogue.series;
  }

  /** A series of this data release. */
  seriesById(id: string): Series | undefined {
    return this.catalogue.seriesById(id);
  }

  /** A series of any data release, as it stands in the newest that has it. */
  seriesEver(id: string): Series | undefined {
    return this.seriesById(id) ?? this.seriesTable.last(id);
  }

  /** The series and meanings of this data release. */
  get catalogue(): Catalogue {
    return this.catalogueAt(this.knownOrdinal(this.release));
  }

  /** The series and meanings that counted in a data release. */
  catalogueAt(ordinal: number): Catalogue {
    const change = this.changes.findLast((change) => change <= ordinal) ?? -1;
    const since = this.owners[change] === this.owners[ordinal] ? change : ordinal;
    let catalogue = this.catalogues.get(since);
    if (!catalogue) {
      const items = this.codes("items");
      const defaults = this.defaultRows.filter((row) => this.counts(row, since)).map(({ row }) => row);
      catalogue = new Catalogue(
        this.seriesTable,
        (lifetime) => this.counts(lifetime, since),
        defaults,
        (item) => String(items.get(item)?.["metal"] || item),
      );
      this.catalogues.set(since, catalogue);
    }
    return catalogue;
  }

  /** Whether a row counts in the data release with this ordinal. */
  counts({ added, withdrawn }: Omit<Released<unknown>, "row">, ordinal: number): boolean {
    return added <= ordinal && withdrawn > ordinal && !this.isHidden(added, ordinal);
  }

  /** Whether what a release added is not seen in another: what an organisation adds counts in its own releases alone. */
  isHidden(added: number, ordinal: number): boolean {
    return this.owners[added] !== undefined && this.owners[added] !== this.owners[ordinal];
  }

  /** The release before another, of those that it continues. */
  before(ordinal: number): DataRelease | undefined {
    return this.releases.findLast((_, other) => other < ordinal && !this.isHidden(other, ordinal));
  }

  /** The organisation whose own figures this data has beside ours. */
  get overlay(): { readonly id: string; readonly title: string; readonly address: string } | undefined {
    return this.rows("overlays")[0] as { id: string; title: string; address: string } | undefined;
  }

  readonly codes = remembering((list): ReadonlyMap<string, Code> => {
    const rows = this.rows(`codes/${list}`);
    return keyed(rows.map((row) => ({ ...row, aliases: splitList(row["aliases"]) }) as unknown as Code));
  });

  /** A code's label, or the code itself when the list does not have it. */
  label(list: string, id: string, language: "en" | "zh" = "en"): string {
    const code = this.codes(list).get(id);
    return (language === "zh" ? code?.label_zh : code?.label) || id;
  }

  /** A remark of the data in a language; as it stands where it has not been put into it. */
  remark(note: string, language: "en" | "zh"): string {
    if (language === "en") return note;
    this.remarks ??= new Map(this.rows("codes/notes").map((row) => [row["note"]!, row["note_zh"]!]));
    return this.remarks.get(note) ?? note;
  }

  /** Any table as it is stored. */
  table(name: string): EncodedTable | undefined {
    return this.file.tables[name];
  }

  /** Rows of any table, as texts. */
  rows(table: string): Row[] {
    const encoded = this.table(table);
    return encoded ? records(encoded) : [];
  }

  /** Ordinal of a data release, or -1. */
  ordinalOf(release: string): number {
    return this.ordinals.get(release) ?? -1;
  }

  /** Ordinal of what answers for a data release: itself, or ours beneath an organisation's that is not here; -1 for neither. */
  answering(release: string): number {
    return this.ordinals.get(release) ?? this.ordinalOf(overlayOf(release)?.base ?? "");
  }

  /** Whether a release is an organisation's on one of ours, and its data are not here. */
  lacks(release: string): boolean {
    return !this.ordinals.has(release) && this.answering(release) >= 0;
  }

  private knownOrdinal(release: string): number {
    const ordinal = this.ordinals.get(release);
    if (ordinal === undefined) throw new RangeError(`no data release "${release}"`);
    return ordinal;
  }

  // The first formula needs none of these.
  readonly sourceRows = once((): readonly Released<Source>[] =>
    this.rows("sources").map((row) => this.released(row, row as unknown as Source)),
  );

  private readonly sourcesById = once(() => keyed(this.sourceRows().map(({ row }) => row)));

  private readonly readDefinitions = once(() => keyed(this.rows("definitions") as unknown as Definition[]));

  private readonly readAbsences = once(() =>
    this.rows("absences").map((row) => this.released(row, this.readAbsence(row))),
  );

  private readonly readEvents = once(() => this.rows("events").map((row) => this.released(row, this.readEvent(row))));

  private released<T>(row: Row, value: T): Released<T> {
    const { added = "", withdrawn = "" } = row;
    return {
      row: value,
      added: this.knownOrdinal(added),
      withdrawn: withdrawn === "" ? NEVER : this.knownOrdinal(withdrawn),
    };
  }

  private readAbsence(row: Row): Absence {
    // Only who asks as of a day needs it, and the documents for it.
    const known = { get: once(() => this.knownOn(row)), enumerable: true };
    const pattern = row["series"]!.split(".");
    return Object.defineProperty({ ...row, pattern }, "known", known) as unknown as Absence;
  }

  private readEvent(row: Row): Event {
    return {
      ...(row as unknown as Event),
      items: splitList(row["items"]),
      items_in_part: splitList(row["items_in_part"]),
      related: splitList(row["related"]),
      also: readPlaces(row["also"] ?? ""),
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

function keyed<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
