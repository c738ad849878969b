import { encodeTable, type ReleaseFile } from "../src/dataset/format/codec";

const MONTHS = 120;
const OBSERVATION_COLUMNS = [
  "series",
  "period",
  "value",
  "unit",
  "relation",
  "status",
  "conf",
  "flag",
  "source",
  "locator",
  "also",
  "published",
  "known",
  "added",
  "withdrawn",
  "note",
  "formula",
  "inputs",
];

/** A release with about `count` invented observations: for measuring only, never shipped, never mixed with real ones. */
export function syntheticRelease(real: ReleaseFile, count: number): ReleaseFile {
  const seriesCount = Math.ceil(count / MONTHS);
  const seriesTable = real.tables["series"]!;
  const columns = Object.keys(seriesTable.columns);
  const series: string[][] = [];
  const observations: string[][] = [];
  for (let s = 0; s < seriesCount; s++) {
    const id = `imports.copper.chn.x${s}.value.customs.m`;
    const row: Record<string, string> = {
      id,
      indicator: "imports",
      item: "copper",
      reporter: "chn",
      partner: `x${s}`,
      measure: "value",
      basis: "customs",
      freq: "m",
      unit: "USD",
      rank: "1",
      additive: "yes",
      added: "R1",
    };
    series.push(columns.map((column) => row[column] ?? ""));
    for (let m = 0; m < MONTHS; m++) {
      const period = `${2010 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
      const cells: Record<string, string> = {
        series: id,
        period,
        value: String(s * 1000 + m),
        unit: "USD",
        relation: "exact",
        status: "A",
        source: "s",
        locator: "p1",
        published: "2020-01-01",
        known: "2020-01-01",
        added: "R1",
      };
      observations.push(OBSERVATION_COLUMNS.map((column) => cells[column] ?? ""));
    }
  }
  return {
    ...real,
    tables: {
      ...real.tables,
      series: encodeTable({ columns, rows: series }),
      observations: encodeTable({ columns: OBSERVATION_COLUMNS, rows: observations }),
    },
  };
}
