import type { Context } from "../importer";
import { readCsvFile } from "../input/csv-text";
import { Reading } from "../reading";
import { take } from "./figures";

const COLUMNS = [
  "MCS chapter",
  "Section",
  "Commodity",
  "Country",
  "Statistics",
  "Statistics_detail",
  "Unit",
  "Year",
  "Value",
  "Notes",
];

/** The data of an edition as a list: a row is one figure. Tables on the United States alone are left out. */
export function readCommodities(path: string, context: Context): Reading {
  const reading = new Reading();
  for (const line of readCsvFile(path, COLUMNS).lines) {
    const statistic = line.get("Statistics");
    if (!line.get("Section").startsWith("World") || (statistic !== "Production" && statistic !== "Reserves")) continue;
    const period = line.get("Year");
    if (!/^\d{4}$/.test(period)) {
      reading.refuse(line.where("Year"), `"${period}" is not a year`);
      continue;
    }
    take(
      {
        line,
        column: "Value",
        table: titled(line.get("MCS chapter")),
        commodity: line.get("Commodity"),
        statistic,
        detail: line.get("Statistics_detail"),
        unit: line.get("Unit"),
        country: line.get("Country"),
        period,
        value: line.get("Value"),
        remarks: line.get("Notes"),
        status: "A",
      },
      reading,
      context,
    );
  }
  return reading;
}

/** Chapters are printed in capitals. */
function titled(chapter: string): string {
  return chapter.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
