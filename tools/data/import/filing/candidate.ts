import { datesOf } from "../../model/dating";
import { measured, type Figure } from "../../model/figures";
import type { Seeds } from "../../model/seeds";
import { Row } from "../../read/table";
import type { Candidate } from "../reading";

/** A row to be added to a table, column → text. */
export type NewRow = Readonly<Record<string, string>>;

/** Columns that hold a code, and where the codes are. */
const CODES = { relation: "codes-relations", status: "codes-statuses" } as const;

/** A candidate as a row of observations. */
export function rowOf(candidate: Candidate, source: string, release: string): NewRow {
  const { series, period, value, unit, relation, status, locator, note, published = "" } = candidate;
  const own = { series, period, value, unit, relation, status, locator, note, published };
  return { ...own, source: candidate.source ?? source, added: release };
}

/** The figure that a row states, or what is wrong with the row. */
export function figureOf(seeds: Seeds, cells: NewRow, where: string): Figure | string {
  const row = new Row(where, 0, cells);
  const dates = datesOf(seeds, row);
  if (!dates) return `source "${row.get("source")}" is not in sources`;
  for (const [column, list] of Object.entries(CODES)) {
    const codes = seeds.rows(list).map((code) => code.get("id"));
    if (!codes.includes(row.get(column))) return `${column} "${row.get(column)}" is none of ${codes.join(", ")}`;
  }
  const [unit, wanted] = [seeds.unit(row.get("unit")), seeds.find("series", row.get("series"))?.get("unit")];
  if (unit && wanted !== undefined && unit.kind !== seeds.unit(wanted)?.kind)
    return `unit "${unit.id}" does not measure what ${row.get("series")} does, which is in ${wanted}`;
  const standing = { status: row.get("status"), relation: row.get("relation"), flag: "" };
  const needs = "value in plain digits, a unit of codes/units.csv, a period as 2024 or 2024-06";
  return (
    measured(seeds, row, { ...standing, ...dates }) ??
    `"${row.get("value")}" ${row.get("unit")} for ${row.get("period")} is not a figure: ${needs}`
  );
}
