import { nearest } from "../../../../src/query/words/nearest";
import type { SheetScan } from "../../../../src/sheets/scan";
import type { Line } from "../input/csv-text";
import { Mapping } from "../input/mapping";
import { placeIn } from "../input/workbook";
import { ShapeFault } from "../reading";

const SERIES = new Mapping(
  __dirname,
  "mapping.csv",
  ["sheet", "label", "from"],
  ["unit", "until", "series", "filed_unit"],
);

/** A column that the mapping has a series for. */
export interface Column {
  readonly column: number;
  readonly label: string;
  readonly mapping: Line;
}

interface Label {
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

export interface Columns {
  readonly mapped: readonly Column[];
  readonly others: readonly Label[];
}

/** Finds the columns of a sheet by their labels, wherever they are, and holds the unit below each against the mapping. */
export function findColumns(sheet: SheetScan, file: string, firstMonth: number): Columns {
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
      const hint = near.length === 0 ? "" : `; nearest: ${near.map((label) => `"${label}"`).join(", ")}`;
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
