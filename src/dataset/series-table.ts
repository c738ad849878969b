import {
  cellReader,
  columnOf,
  indexedColumn,
  numberColumn,
  textColumn,
  type EncodedTable,
  type IndexedColumn,
} from "./format/codec";
import type { Frequency } from "./period";
import { DIMENSIONS, type Series } from "./records";
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
    withdrawn: numberColumn(table, "withdrawn", (release) => (release === "" ? NEVER : ordinalOf(release))),
  };
}

/** The ordinals at which rows come or go. Most rows have those of the row above. */
export function changesIn({ added, withdrawn }: Lifetimes): Set<number> {
  const changes = new Set<number>();
  for (const ordinals of [added, withdrawn])
    ordinals.forEach((ordinal, row) => ordinal !== ordinals[row - 1] && changes.add(ordinal));
  return changes;
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
  readonly lifetimes: Lifetimes;
  readonly indicators: IndexedColumn;
  readonly items: IndexedColumn;
  /** Per row. */
  readonly ids: readonly string[];
  private readonly indexes = new Map<string, number>();
  private readonly cells: () => Cells;
  private readonly series: (Series | undefined)[];

  /** Throws RangeError for a table without one of the columns. */
  constructor(given: EncodedTable | undefined, ordinalOf: (release: string) => number) {
    const table = given?.rows ? given : EMPTY;
    this.ids = textColumn(table, "id");
    for (const id of this.ids) if (!this.indexes.has(id)) this.indexes.set(id, this.indexes.size);
    this.distinct = this.indexes.size === this.ids.length ? this.ids : [...this.indexes.keys()];
    this.lifetimes = lifetimesIn(table, ordinalOf);
    this.indicators = indexedColumn(table, "indicator");
    this.items = indexedColumn(table, "item");
    for (const name of CELLS) columnOf(table, name);
    this.cells = once(() => Object.fromEntries(CELLS.map((name) => [name, cellReader(table, name)])) as Cells);
    this.series = new Array<Series | undefined>(table.rows);
  }

  indexOf(id: string): number | undefined {
    return this.indexes.get(id);
  }

  /** The series with an id as it stands in its last row. */
  last(id: string): Series | undefined {
    return this.indexes.has(id) ? this.at(this.ids.lastIndexOf(id)) : undefined;
  }

  at(row: number): Series {
    return (this.series[row] ??= this.read(row));
  }

  private read(row: number): Series {
    const cells = this.cells();
    const id = this.ids[row]!;
    const rank = cells.rank(row);
    return {
      index: this.indexes.get(id)!,
      id,
      indicator: cells.indicator(row),
      item: cells.item(row),
      reporter: cells.reporter(row),
      partner: cells.partner(row),
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
      label: cells.label(row),
      label_zh: cells.label_zh(row),
      note: cells.note(row),
    };
  }
}
