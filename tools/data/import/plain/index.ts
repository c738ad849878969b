import { basename } from "node:path";
import { nearest } from "../../../../src/query/words/nearest";
import type { Importer } from "../importer";
import { readCsvFile, type Line } from "../input/csv-text";
import { hintOf, Reading, ShapeFault } from "../reading";

const REQUIRED = ["series", "period", "value", "unit"];
const OPTIONAL = ["relation", "status", "source", "locator", "published", "note"];
const FIGURE = /^[+-]?\d+(?:\.\d+)?$/;

/** Figures that somebody wrote down under the names of our own columns. */
export const plain: Importer = {
  name: "csv",
  reads: `a plain table (.csv) with our columns: ${REQUIRED.join(", ")}, and where needed ${OPTIONAL.join(", ")}`,
  file: "observations/imported.csv",
  namesSource: true,
  document: {
    title: "Title of the document that the figures are from",
    creator: "",
    publisher: "<publisher>",
    url: "",
    licence: "<a row of codes/licences.csv>",
  },
  read(path, context) {
    const reading = new Reading();
    const { header, lines } = readCsvFile(path, REQUIRED);
    const known = [...REQUIRED, ...OPTIONAL];
    for (const [i, name] of header.entries()) {
      if (known.includes(name)) continue;
      const hint = hintOf(nearest(name, known, 1));
      throw new ShapeFault(`${basename(path)}:1, column ${i + 1}`, `"${name}" is no column of ours${hint}`);
    }
    for (const line of lines) take(line, reading, context.series);
    return Promise.resolve(reading);
  },
};

function take(line: Line, reading: Reading, isSeries: (id: string) => readonly string[] | undefined): void {
  const or = (column: string, otherwise: string) => line.get(column) || otherwise;
  const value = line.get("value");
  if (value === "") {
    reading.blanks++;
    return;
  }
  const series = line.get("series");
  const near = isSeries(series);
  if (near) return reading.refuse(line.where("series"), `"${series}" is not a series${hintOf(near)}`);
  if (!FIGURE.test(value))
    return reading.refuse(line.where("value"), `"${value}" is not a figure in plain digits, such as 1234.5`);
  reading.candidates.push({
    series,
    period: line.get("period"),
    value,
    unit: line.get("unit"),
    relation: or("relation", "exact"),
    status: or("status", "A"),
    locator: or("locator", `t:${line.file}; row ${line.number}`),
    note: line.get("note"),
    where: line.where(),
    ...(line.get("published") === "" ? {} : { published: line.get("published") }),
    ...(line.get("source") === "" ? {} : { source: line.get("source") }),
  });
}
