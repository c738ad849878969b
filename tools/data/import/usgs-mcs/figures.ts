import { Mapping } from "../input/mapping";
import type { Line } from "../input/csv-text";
import type { Context } from "../importer";
import type { Reading } from "../reading";
import { nearest } from "../../../../src/query/words/nearest";

const FIGURES = new Mapping(
  __dirname,
  "mapping.csv",
  ["commodity", "statistic", "detail", "country"],
  ["unit", "series", "filed_unit", "note"],
);
const LEFT_OUT = new Mapping(__dirname, "left-out.csv", ["commodity", "statistic", "country"], ["why"]);
const NOTES = new Mapping(__dirname, "notes.csv", ["text"], ["status", "note"]);

/** One cell of a USGS table. */
export interface Cell {
  readonly line: Line;
  readonly column: string;
  /** What the place of the figure is called. */
  readonly table: string;
  readonly commodity: string;
  readonly statistic: "Production" | "Reserves";
  readonly detail: string;
  readonly unit: string;
  readonly country: string;
  readonly period: string;
  readonly value: string;
  /** What the table says beside the figure. */
  readonly remarks: string;
  /** Unless the remarks say otherwise. */
  readonly status: string;
}

/** Marks for a cell without a figure: not available, withheld, less than half a unit, not applicable, or a word for how much. */
const NO_FIGURE = /^(?:|na|w|s|xx|--|large|moderate|moderate to large|small|very small)$/i;
/** Stands for zero. */
const DASH = "—";
const FIGURE = /^([<>])? ?(\d[\d,]*(?:\.\d+)?)$/;
const RELATIONS: Readonly<Record<string, string>> = { ">": "at-least", "<": "at-most" };

/** A total says in its label that it is rounded. */
const ROUNDED = /[:,] rounded$/i;

/** Takes over a cell under the series that the mapping names for its labels. */
export function take(cell: Cell, reading: Reading, context: Context): void {
  if (NO_FIGURE.test(cell.value)) {
    reading.blanks++;
    return;
  }
  if (isLeftOut(cell)) {
    reading.leftOut++;
    return;
  }
  const where = cell.line.where(cell.column);
  const row = mappingOf(cell);
  if (!row) return reading.skip(`${cell.commodity}; ${cell.statistic}; ${cell.detail}${nearDetails(cell)}`, where);
  const area = areaOf(cell.country, row, context);
  if (area === undefined) {
    const near = context.nearestAreas(cell.country).join(", ");
    return reading.refuse(where, `country "${cell.country}" is not known${near === "" ? "" : `; nearest: ${near}`}`);
  }
  if (cell.unit !== "" && cell.unit !== row.get("unit"))
    return reading.refuse(where, `unit "${cell.unit}" where the mapping has "${row.get("unit")}" for ${cell.detail}`);
  const figure = FIGURE.exec(cell.value === DASH ? "0" : cell.value);
  if (!figure) return reading.refuse(where, `"${cell.value}" is not one figure`);
  const [, sign = "", digits = ""] = figure;
  const remarks = remarksOn(cell.remarks);
  reading.candidates.push({
    series: row.get("series").replace("*", area),
    period: cell.period,
    value: digits.replaceAll(",", ""),
    unit: row.get("filed_unit"),
    relation: RELATIONS[sign] ?? "exact",
    // Reserves and what is not produced at all are stated as they are, whatever the remark on the column.
    status: cell.statistic === "Production" && cell.value !== DASH ? remarks.status || cell.status : cell.status,
    locator: `t:${cell.table}: ${cell.detail} (row ${cell.line.number}); row ${PLACES[area] ?? countryIn(cell, row)}`,
    note: [row.get("note"), remarks.note].filter((note) => note !== "").join("; "),
    where,
  });
}

/** The line of the mapping for a country of its own, else that for the whole table. */
function mappingOf({ commodity, statistic, detail, country }: Cell): Line | undefined {
  const table = [commodity, statistic, detail.replace(ROUNDED, "")];
  return FIGURES.find(...table, country) ?? FIGURES.find(...table, "");
}

/** The country as a locator has it: without the remark that the mapping looked it up with. */
function countryIn({ country }: Cell, row: Line): string {
  return row.get("country") === "" ? country : country.replace(/ \(.*$/, "");
}

/** Whether the list says why we do not hold it: a whole commodity, one of its tables, or a country in it. */
function isLeftOut({ commodity, statistic, country }: Cell): boolean {
  return [
    ["", ""],
    [statistic, ""],
    [statistic, country],
  ].some(([table = "", place = ""]) => LEFT_OUT.find(commodity, table, place) !== undefined);
}

const PLACES: Readonly<Record<string, string>> = { wld: "World", rest: "Other countries" };

/** The area of a cell, "" where its line of the mapping has it already. Totals carry remarks and numbers of footnotes. */
function areaOf(country: string, row: Line, context: Context): string | undefined {
  if (/^world total\b/i.test(country)) return "wld";
  return context.area(country) ?? (row.get("country") === "" ? undefined : "");
}

/** What the words beside a figure mean, by the list of words kept as data. */
function remarksOn(text: string): { readonly status: string; readonly note: string } {
  const said = text.toLowerCase();
  const found = NOTES.entries.filter((row) => said.includes(row.get("text").toLowerCase()));
  return {
    status: found.map((row) => row.get("status")).find((status) => status !== "") ?? "",
    note: found
      .map((row) => row.get("note"))
      .filter((note) => note !== "")
      .join("; "),
  };
}

/** The label that the mapping has for the same commodity, when it is one that was renamed. */
function nearDetails({ commodity, statistic, detail }: Cell): string {
  const same = FIGURES.entries.filter(
    (row) =>
      row.get("commodity").toLowerCase() === commodity.toLowerCase() &&
      row.get("statistic").toLowerCase() === statistic.toLowerCase(),
  );
  const near = nearest(
    detail,
    same.map((row) => row.get("detail")),
  );
  return near.length === 0 ? "" : ` (nearest in the mapping: ${near.join(", ")})`;
}
