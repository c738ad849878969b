import type { Context } from "../importer";
import { readCsvFile, type Line } from "../input/csv-text";
import { Reading } from "../reading";
import { isHeld, take } from "./figures";

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

/** What is read of an edition: statistics as the mapping calls them, the sections they stand in, and how a place in them is called. */
const KINDS = [
  { statistic: "Production", section: /^World/, place: worldPlace },
  { statistic: "Reserves", section: /^World/, place: worldPlace },
  { statistic: "Price", section: /^Salient/, place: (line: Line) => `Price (row ${line.number})` },
  { statistic: "Net import reliance", section: /^Salient/, place: rowOf },
  { statistic: "Import sources", section: /^Import Sources/, place: rowOf },
] as const;

/** A year, or the span of years that the sources of imports are given for. */
const PERIOD = /^(\d{2})(\d{2})(?:[–-](\d{2}))?$/;

/** The data of an edition as a list: a row is one figure. */
export function readCommodities(path: string, context: Context): Reading {
  const reading = new Reading();
  for (const line of readCsvFile(path, COLUMNS).lines) {
    const kind = KINDS.find(
      ({ statistic, section }) =>
        line.get("Statistics").replace(/ \d{4}-\d{4}$/, "") === statistic && section.test(line.get("Section")),
    );
    if (!kind) continue;
    const commodity = line.get("Commodity");
    if (!kind.section.test("World") && !isHeld(commodity, kind.statistic)) {
      reading.leftOut++;
      continue;
    }
    const [, century = "", year = "", last] = PERIOD.exec(line.get("Year")) ?? [];
    if (year === "") {
      reading.refuse(line.where("Year"), `"${line.get("Year")}" is not a year`);
      continue;
    }
    const period = last === undefined ? `${century}${year}` : `${century}${year}/${century}${last}`;
    take(
      {
        line,
        column: "Value",
        place: `${titled(line.get("MCS chapter"))}: ${kind.place(line)}`,
        commodity,
        statistic: kind.statistic,
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

function worldPlace(line: Line): string {
  return `${line.get("Statistics_detail")} (row ${line.number})`;
}

function rowOf(line: Line): string {
  return `${line.get("Statistics")}; row ${line.number}`;
}

/** Chapters are printed in capitals. */
function titled(chapter: string): string {
  return chapter.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
