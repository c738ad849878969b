import type { SheetScan } from "../../../../src/sheets/scan";
import type { Importer } from "../importer";
import { Mapping } from "../input/mapping";
import { placeIn, readWorkbook, sheetOf } from "../input/workbook";
import { hintOf, Reading, ShapeFault } from "../reading";
import { nearest } from "../../../../src/query/words/nearest";
import type { Line } from "../input/csv-text";

const LEFT_OUT = new Mapping(__dirname, "left-out.csv", ["sheet", "label"], []);

/** What a cell has where there is no figure. */
const NO_FIGURE = /^(?:|…|\.{2,3}|n\.?a\.?|-)$/i;
const MONTH = /^(\d{4})M(0[1-9]|1[0-2])$/;
const SHEETS = ["Monthly Prices", "Monthly Indices"];

/** Editions print two decimals but keep more or fewer of them in their cells. */
const DECIMALS = 2;

export const worldBank: Importer = {
  name: "worldbank",
  reads: "the monthly workbook of the World Bank Pink Sheet (CMO-Historical-Data-Monthly.xlsx)",
  file: "observations/worldbank-monthly.csv",
  document: {
    title: "World Bank Commodity Price Data (The Pink Sheet): monthly prices, update of 2 June 2026",
    creator: "World Bank",
    publisher: "World Bank",
    url: "https://www.worldbank.org/en/research/commodity-markets",
    licence: "cc-by-4.0",
  },
  async read(path) {
    const workbook = readWorkbook(path);
    const reading = new Reading();
    for (const name of SHEETS) readSheet(sheetOf(workbook, name), workbook.file, reading);
    return reading;
  },
};

function readSheet(sheet: SheetScan, file: string, reading: Reading): void {
  const { first, last } = monthRows(sheet, file);
  const at = (row: number, column: number) => placeIn(file, sheet, row, column);
  reading.edition ??= editionOf(sheet, first);
  const columns = findColumns(sheet, file, first);
  for (const { label, column } of columns.others) {
    if (LEFT_OUT.find(sheet.name, label)) reading.leftOut += last - first + 1;
    else reading.skip(`${sheet.name}: ${label}`, at(first - 1, column), last - first + 1);
  }
  for (let row = first; row <= last; row++) {
    const [, year = "", month = ""] = MONTH.exec(textOf(sheet, row, 0)) ?? [];
    if (year === "") throw new ShapeFault(at(row, 0), `"${textOf(sheet, row, 0)}" is not a month such as 1960M01`);
    for (const column of columns.mapped) take(sheet, row, column, `${year}-${month}`, at(row, column.column), reading);
  }
}

function take(
  sheet: SheetScan,
  row: number,
  { mapping, label, column }: Column,
  period: string,
  where: string,
  reading: Reading,
): void {
  const [from, until] = [mapping.get("from"), mapping.get("until")];
  if ((from !== "" && period < from) || (until !== "" && period > until)) return;
  const value = sheet.value(row, column);
  if (value === null || (typeof value === "string" && NO_FIGURE.test(value.trim()))) {
    reading.blanks++;
    return;
  }
  if (typeof value !== "number" || !Number.isFinite(value))
    return reading.refuse(where, `"${String(value)}" is not a figure`);
  reading.candidates.push({
    series: mapping.get("series"),
    period,
    value: plainDigits(value),
    unit: mapping.get("filed_unit"),
    relation: "exact",
    status: "A",
    locator: `t:${sheet.name}: ${label}; row ${textOf(sheet, row, 0)}`,
    note: "",
    decimals: DECIMALS,
    where,
  });
}

/** From the first month to the last row of the sheet: what is below the header is months and nothing else. */
function monthRows(sheet: SheetScan, file: string): { readonly first: number; readonly last: number } {
  const rows = sheet.used?.rows ?? 0;
  let first = 0;
  while (first < rows && !MONTH.test(textOf(sheet, first, 0))) first++;
  if (first === rows)
    throw new ShapeFault(placeIn(file, sheet, 0, 0), "has no month such as 1960M01 in its first column");
  let last = rows - 1;
  while (textOf(sheet, last, 0) === "") last--;
  return { first, last };
}

/** The day of the update, which stands above the header: `Updated on June 02, 2026`. */
function editionOf(sheet: SheetScan, first: number): string | undefined {
  for (let row = 0; row < first; row++) {
    const [, written = ""] = /^Updated on (.+)$/i.exec(textOf(sheet, row, 0)) ?? [];
    const day = new Date(`${written} UTC`);
    if (written !== "" && !Number.isNaN(day.getTime())) return day.toISOString().slice(0, 10);
  }
  return undefined;
}

function textOf(sheet: SheetScan, row: number, column: number): string {
  return String(sheet.value(row, column) ?? "").trim();
}

/** A number in digits alone: a very small or large one is never written with an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

const SERIES = new Mapping(
  __dirname,
  "mapping.csv",
  ["sheet", "label", "from"],
  ["unit", "until", "series", "filed_unit"],
);

/** A column that the mapping has a series for. */
interface Column {
  readonly column: number;
  readonly label: string;
  readonly mapping: Line;
}

interface Label {
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

/** Finds the columns of a sheet by their labels, wherever they are, and holds the unit below each against the mapping. */
function findColumns(sheet: SheetScan, file: string, firstMonth: number) {
  const labels = labelsOf(sheet, firstMonth);
  const wanted = SERIES.entries.filter((line) => line.get("sheet") === sheet.name);
  const names = labels.map(({ label }) => label);
  const mapped = wanted.map((mapping): Column => {
    const name = mapping.get("label");
    const found = labels.filter(({ label }) => label === name);
    const [only] = found;
    if (!only) {
      const near = nearest(
        name,
        names.filter((label) => !wanted.some((line) => line.get("label") === label)),
      );
      const hint = hintOf(near.map((label) => `"${label}"`));
      throw new ShapeFault(`${file}, sheet ${sheet.name}, rows 1 to ${firstMonth}`, `has no column "${name}"${hint}`);
    }
    if (found.length > 1)
      throw new ShapeFault(placeIn(file, sheet, found[1]!.row, found[1]!.column), `is a second column "${name}"`);
    const unit = sheet.value(only.row + 1, only.column);
    if (mapping.get("unit") !== "" && String(unit ?? "").trim() !== mapping.get("unit"))
      throw new ShapeFault(
        placeIn(file, sheet, only.row + 1, only.column),
        `has the unit "${String(unit ?? "")}" for ${name} where the mapping has "${mapping.get("unit")}"`,
      );
    return { column: only.column, label: name, mapping };
  });
  return { mapped, others: labels.filter(({ label }) => !wanted.some((line) => line.get("label") === label)) };
}

/**
 * The label of each column: what stands on top of it. Below it prices have their unit and some editions a code; the labels of
 * indices stand on several levels.
 */
function labelsOf(sheet: SheetScan, firstMonth: number): Label[] {
  const labels: Label[] = [];
  for (let column = 1; column < (sheet.used?.columns ?? 0); column++) {
    for (let row = 0; row < firstMonth; row++) {
      const text = String(sheet.value(row, column) ?? "");
      const label = text
        .replace(/\*+\s*$/, "")
        .replace(/\s+/g, " ")
        .trim();
      if (label === "") continue;
      labels.push({ label, row, column });
      break;
    }
  }
  return labels;
}
