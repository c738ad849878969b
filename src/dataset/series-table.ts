import {
  cellReader,
  columnOf,
  columnRuns,
  indexedColumn,
  numberColumn,
  textColumn,
  type EncodedTable,
  type IndexedColumn,
} from "./format/codec";
import { written } from "./format/labels";
import type { Frequency } from "./period";
import { DIMENSIONS, type Code, type Series } from "./records";
import { once } from "./remembering";

/** An ordinal above that of every data release. */
export const NEVER = 0x7fffffff;

/** Per row: ordinal of the data release that added it, and of the one that withdrew it, or NEVER. */
export interface Lifetimes {
  readonly added: Int32Array;
  readonly withdrawn: Int32Array;
}

/** @param ordinalOf ordinal of a data release; throws for an unknown one */
export function lifetimesIn(table: EncodedTable, ordinalOf: (release: string) => number): Lifetimes {
  return {
    added: numberColumn(table, "added", ordinalOf),
    withdrawn: numberColumn(table, "withdrawn", (release) => withdrawnAt(release, ordinalOf)),
  };
}

/** Rows with one lifetime, up to the row `end`. */
export interface Generation {
  readonly end: number;
  readonly added: number;
  readonly withdrawn: number;
}

/** Most rows have the lifetime of the row above. */
function generationsIn(table: EncodedTable, ordinalOf: (release: string) => number): Generation[] {
  const [added, withdrawn] = ["added", "withdrawn"].map((name) => columnRuns(table, name)) as [Runs, Runs];
  const generations: Generation[] = [];
  for (let [at, other, end] = [0, 0, 0]; end < table.rows;) {
    end = Math.min(added.ends[at + 1]!, withdrawn.ends[other + 1]!);
    generations.push({
      end,
      added: ordinalOf(added.dictionary[added.ends[at]!]!),
      withdrawn: withdrawnAt(withdrawn.dictionary[withdrawn.ends[other]!]!, ordinalOf),
    });
    if (end === added.ends[at + 1]) at += 2;
    if (end === withdrawn.ends[other + 1]) other += 2;
  }
  return generations;
}

type Runs = ReturnType<typeof columnRuns>;

function withdrawnAt(release: string, ordinalOf: (release: string) => number): number {
  return release === "" ? NEVER : ordinalOf(release);
}

const CELLS = [
  ...DIMENSIONS,
  "indicator",
  "freq",
  "transformation",
  "unit",
  "rank",
  "lineage",
  "additive",
  "definition",
  "label",
  "label_zh",
  "note",
] as const;

const EMPTY: EncodedTable = {
  rows: 0,
  columns: Object.fromEntries(["id", "added", "withdrawn", ...CELLS].map((name) => [name, { t: [] }])),
};

type Cells = Readonly<Record<(typeof CELLS)[number], (row: number) => string>>;

/**
 * The table of series. They are many, and a workbook that opens asks for few: a row is read when it is first asked for,
 * and is one object from then on.
 */
export class SeriesTable {
  /** Every id once: the place of each is the `index` of its series. */
  readonly distinct: readonly string[];
  readonly generations: readonly Generation[];
  /** Of each run of rows with one indicator, which and the row behind it, as `columnRuns` gives them. */
  readonly indicators: Runs;
  readonly items: IndexedColumn;
  /** Per row. */
  readonly ids: readonly string[];
  /** By id, where the ids do not rise from row to row: where they do, each is at its row. */
  private readonly given: ReadonlyMap<string, number> | undefined;
  private readonly cells: () => Cells;
  private readonly areas: () => ReadonlyMap<string, Code>;
  private readonly series: (Series | undefined)[];

  /**
   * @param areas the list of areas, whose names labels have
   * Throws RangeError for a table without one of the columns.
   */
  constructor(
    given: EncodedTable | undefined,
    ordinalOf: (release: string) => number,
    areas: () => ReadonlyMap<string, Code>,
  ) {
    this.areas = once(areas);
    const table = given?.rows ? given : EMPTY;
    this.ids = textColumn(table, "id");
    this.given = doRise(this.ids) ? undefined : placesOf(this.ids);
    this.distinct = this.given && this.given.size < this.ids.length ? [...this.given.keys()] : this.ids;
    this.generations = generationsIn(table, ordinalOf);
    this.indicators = columnRuns(table, "indicator");
    this.items = indexedColumn(table, "item");
    for (const name of CELLS) columnOf(table, name);
    this.cells = once(() => Object.fromEntries(CELLS.map((name) => [name, cellReader(table, name)])) as Cells);
    this.series = new Array<Series | undefined>(table.rows);
  }

  indexOf(id: string): number | undefined {
    return this.places().get(id);
  }

  private readonly places = once(() => this.given ?? placesOf(this.ids));

  /** The series with an id as it stands in its last row. */
  last(id: string): Series | undefined {
    return this.places().has(id) ? this.at(this.ids.lastIndexOf(id)) : undefined;
  }

  /** The rows whose lifetimes count, of all or of one indicator. */
  rowsThat(count: (lifetime: Generation) => boolean, indicator?: string): number[] {
    const { dictionary, ends } = this.indicators;
    const wanted = indicator === undefined ? undefined : dictionary.indexOf(indicator);
    const rows: number[] = [];
    let row = 0;
    let at = 0;
    for (const generation of this.generations) {
      const doesCount = count(generation);
      while (row < generation.end) {
        const end = Math.min(generation.end, ends[at + 1]!);
        if (doesCount && (wanted === undefined || ends[at] === wanted)) while (row < end) rows.push(row++);
        else row = end;
        if (end === ends[at + 1]) at += 2;
      }
    }
    return rows;
  }

  at(row: number): Series {
    return (this.series[row] ??= this.read(row));
  }

  private read(row: number): Series {
    const cells = this.cells();
    const areas = this.areas();
    const id = this.ids[row]!;
    const rank = cells.rank(row);
    const reporter = cells.reporter(row);
    const partner = cells.partner(row);
    const labelled = (column: "label" | "label_zh"): string =>
      written(cells[column](row), areas.get(reporter)?.[column] ?? "", areas.get(partner)?.[column] ?? "");
    return {
      index: this.given ? this.given.get(id)! : row,
      id,
      indicator: cells.indicator(row),
      item: cells.item(row),
      reporter,
      partner,
      stage: cells.stage(row),
      group: cells.group(row),
      batch: cells.batch(row),
      holder: cells.holder(row),
      measure: cells.measure(row),
      basis: cells.basis(row),
      freq: cells.freq(row) as Frequency,
      transformation: cells.transformation(row) || "level",
      unit: cells.unit(row),
      rank: rank === "" ? undefined : Number(rank),
      lineage: cells.lineage(row),
      additive: cells.additive(row) === "yes",
      definition: cells.definition(row),
      label: labelled("label"),
      label_zh: labelled("label_zh"),
      note: cells.note(row),
    };
  }
}

/** Whether each id comes after the one above: then none is there twice. */
function doRise(ids: readonly string[]): boolean {
  for (let row = 1; row < ids.length; row++) if (ids[row - 1]! >= ids[row]!) return false;
  return true;
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const id of ids) if (!places.has(id)) places.set(id, places.size);
  return places;
}
