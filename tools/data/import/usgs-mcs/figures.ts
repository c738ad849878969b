import { Mapping } from "../input/mapping";
import type { Line } from "../input/csv-text";
import type { Context } from "../importer";
import { hintOf, type Reading } from "../reading";
import { nearest } from "../../../../src/query/words/nearest";

const FIGURES = new Mapping(
  __dirname,
  "mapping.csv",
  ["commodity", "statistic", "detail", "country"],
  ["unit", "series", "filed_unit", "note"],
);
const LEFT_OUT = new Mapping(__dirname, "left-out.csv", ["commodity", "statistic", "detail", "country"], ["why"]);
const NOTES = new Mapping(__dirname, "notes.csv", ["text"], ["status", "note"]);

/** One cell of a USGS table. */
export interface Cell {
  readonly line: Line;
  readonly column: string;
  /** Where the figure stands, as a locator has it before the country. */
  readonly place: string;
  readonly commodity: string;
  readonly statistic: string;
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

/** Marks for a cell without a figure: not available, withheld, less than half a unit, net exporter, not applicable, or a word for how much. */
const NO_FIGURE = /^(?:|na|w|s|e|xx|--|large|moderate|moderate to large|small|very small)$/i;
/** Stands for zero. */
const DASH = "—";
const FIGURE = /^([<>])? ?(\d[\d,]*(?:\.\d+)?)$/;
const RELATIONS: Readonly<Record<string, string>> = { ">": "at-least", "<": "at-most" };

/** Statistics by country, whose places name it. */
const WORLD_TABLES: ReadonlySet<string> = new Set(["Production", "Reserves"]);

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
    const hint = hintOf(context.nearestAreas(cell.country));
    return reading.refuse(where, `country "${cell.country}" is not known${hint}`);
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
    status: cell.statistic !== "Reserves" && cell.value !== DASH ? remarks.status || cell.status : cell.status,
    locator: `t:${cell.place}${WORLD_TABLES.has(cell.statistic) ? `; row ${PLACES[area] ?? countryIn(cell, row)}` : ""}`,
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

/** Whether the mapping has anything of a commodity's statistic. */
export function isHeld(commodity: string, statistic: string): boolean {
  return HELD.has(heldKey(commodity, statistic));
}

function heldKey(commodity: string, statistic: string): string {
  return `${commodity}; ${statistic}`.toLowerCase();
}

const HELD = new Set(FIGURES.entries.map((row) => heldKey(row.get("commodity"), row.get("statistic"))));

/** Whether the list says why we do not hold it: a commodity, one of its statistics, a table in it; a country in all of them. */
function isLeftOut({ commodity, statistic, detail, country }: Cell): boolean {
  return [
    [commodity, "", "", ""],
    [commodity, statistic, "", ""],
    [commodity, statistic, detail, ""],
    ["", statistic, "", country],
  ].some((words) => LEFT_OUT.find(...words) !== undefined);
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
  // What a figure is stands first; further on the word is said of something else.
  const says = (row: Line, text: string) => (row.get("status") === "" ? said.includes(text) : said.startsWith(text));
  const found = NOTES.entries.filter((row) => says(row, row.get("text").toLowerCase()));
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
