import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsvFile } from "../../data/import/input/csv-text";
import { ShapeFault } from "../../data/import/reading";
import { Report } from "../../data/problem";
import type { Field, Resource } from "../../data/read/descriptor";
import { readTable } from "../../data/read/csv";
import { csvText } from "../../data/release/csv";
import { must, taken, type Target } from "../target";
import tried from "./tried.json";

const COLUMNS = ["id", "value", "note"];

/** A table of `seeds/`: what cannot be read is reported, never thrown. */
export const csv: Target = () => ({
  ...tried.csv,
  read: (input) => {
    const read = (text: string) => {
      const report = new Report();
      const resource = { name: "t", path: "t.csv" } as unknown as Resource;
      const fields = COLUMNS.map((name) => ({ name })) as unknown as Field[];
      const { rows } = readTable(resource, fields, new Map([["t.csv", Buffer.from(text, "utf8")]]), report);
      return { problems: report.problems, rows };
    };
    const { problems, rows } = read(input);
    const lines = input.split("\n").length;
    for (const { line } of [...problems, ...rows])
      must(Number.isInteger(line) && line >= 1 && line <= lines + 1, "a line is told that the file does not have");
    if (problems.length > 0) return false;
    const cells = rows.map((row) => COLUMNS.map((column) => row.get(column)));
    const again = read(csvText({ columns: COLUMNS, rows: cells }));
    must(
      again.problems.length === 0 &&
        JSON.stringify(again.rows.map((row) => COLUMNS.map((column) => row.get(column)))) === JSON.stringify(cells),
      "a table as it is written reads otherwise",
    );
    return true;
  },
});

/** A publisher's file: refused with a fault that says where. */
export const publishersCsv: Target = () => {
  const path = join(mkdtempSync(join(tmpdir(), "orebook-fuzz-")), "t.csv");
  return {
    ...tried.csv,
    read: (input) => {
      writeFileSync(path, Buffer.from(input, "utf8"));
      return taken(
        () =>
          readCsvFile(path, COLUMNS).lines.every((line) =>
            COLUMNS.every((column) => typeof line.get(column) === "string"),
          ),
        (error) => error instanceof ShapeFault,
      );
    },
  };
};
