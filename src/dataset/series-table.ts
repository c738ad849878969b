import { textColumn, type EncodedTable } from "./format/codec";
import type { Frequency } from "./period";
import { DIMENSIONS, type Series } from "./records";

const SERIES_COLUMNS = [
  "id",
  "indicator",
  ...DIMENSIONS,
  "freq",
  "transformation",
  "unit",
  "rank",
  "lineage",
  "additive",
  "definition",
  "label",
  "label_zh",
  "added",
  "withdrawn",
  "note",
] as const;

type Columns = Readonly<Record<(typeof SERIES_COLUMNS)[number], readonly string[]>>;

/** The table of series, read by column: they are many, and all of them are read when a workbook opens. */
export function readSeriesTable(table: EncodedTable) {
  const columns =
    table.rows === 0
      ? undefined
      : (Object.fromEntries(SERIES_COLUMNS.map((name) => [name, textColumn(table, name)])) as Columns);
  return {
    rows: table.rows,
    rowAt: (row: number, index: number): Series => seriesAt(columns!, row, index),
    releasesAt: (row: number) => ({
      id: columns!.id[row]!,
      added: columns!.added[row]!,
      withdrawn: columns!.withdrawn[row]!,
    }),
  };
}

function seriesAt(columns: Columns, row: number, index: number): Series {
  const rank = columns.rank[row]!;
  return {
    index,
    id: columns.id[row]!,
    indicator: columns.indicator[row]!,
    item: columns.item[row]!,
    reporter: columns.reporter[row]!,
    partner: columns.partner[row]!,
    stage: columns.stage[row]!,
    group: columns.group[row]!,
    batch: columns.batch[row]!,
    holder: columns.holder[row]!,
    measure: columns.measure[row]!,
    basis: columns.basis[row]!,
    freq: columns.freq[row]! as Frequency,
    transformation: columns.transformation[row]! || "level",
    unit: columns.unit[row]!,
    rank: rank === "" ? undefined : Number(rank),
    lineage: columns.lineage[row]!,
    additive: columns.additive[row] === "yes",
    definition: columns.definition[row]!,
    label: columns.label[row]!,
    label_zh: columns.label_zh[row]!,
    note: columns.note[row]!,
  };
}
