import { basename } from "node:path";
import type { Context } from "../importer";
import { readCsvFile } from "../input/csv-text";
import { Reading, ShapeFault } from "../reading";
import { take } from "./figures";

const COLUMNS = ["SOURCE", "COMMODITY", "COUNTRY", "TYPE", "UNIT_MEAS", "PROD_NOTES", "RESERVE_NOTES"];

/** The columns of figures name their year. */
const YEARS = {
  production: /^PROD_(\d{4})$/,
  estimate: /^PROD_EST_ ?(\d{4})$/,
  reserves: /^RESERVES_(\d{4})$/,
} as const;

/** The world data of an edition as one table: a row is a country, a column a year. */
export function readWorldData(path: string, context: Context): Reading {
  const { header, lines } = readCsvFile(path, COLUMNS);
  const yearOf = (shape: RegExp, name: string) => {
    const column = header.find((title) => shape.test(title));
    if (column === undefined)
      throw new ShapeFault(`${basename(path)}:1`, `has no column ${name}; it has ${header.join(", ")}`);
    return { column, period: shape.exec(column)![1]! };
  };
  const figures = [
    { ...yearOf(YEARS.production, "PROD_<year>"), statistic: "Production", remarks: "PROD_NOTES" },
    { ...yearOf(YEARS.estimate, "PROD_EST_<year>"), statistic: "Production", remarks: "PROD_NOTES" },
    { ...yearOf(YEARS.reserves, "RESERVES_<year>"), statistic: "Reserves", remarks: "RESERVE_NOTES" },
  ] as const;
  const reading = new Reading();
  for (const line of lines) {
    const detail = line.get("TYPE");
    for (const { column, period, statistic, remarks } of figures)
      take(
        {
          line,
          column,
          place: `${line.get("COMMODITY")}: ${detail} (row ${line.number})`,
          commodity: line.get("COMMODITY"),
          statistic,
          detail,
          unit: line.get("UNIT_MEAS"),
          country: line.get("COUNTRY"),
          period,
          value: line.get(column),
          remarks: line.get(remarks),
          status: YEARS.estimate.test(column) || (statistic === "Production" && /estimated/i.test(detail)) ? "E" : "A",
        },
        reading,
        context,
      );
  }
  return reading;
}
