/** The flat files whole: read by the Frictionless library, every row, and opened by LibreOffice. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { flatFiles } from "../../../tools/data/release/flat";
import { readDescriptor } from "../../../tools/data/read/descriptor";
import { Report } from "../../../tools/data/problem";
import { readFolder } from "../../../tools/data/read/files";
import { seedRelease } from "../../fixtures/compiled";
import { converted, withLibreOffice } from "../libreoffice";
import { SEEDS } from "./fixture";
import { opened } from "./opened";

const files = flatFiles(seedRelease(), readDescriptor(readFolder(SEEDS), new Report())!);
const folder = mkdtempSync(join(tmpdir(), "orebook-flat-"));
beforeAll(() => {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = (path: string) =>
  parse(readFileSync(join(folder, path)), { columns: true }) as unknown as Readonly<Record<string, string>>[];

test("the Frictionless library reads every row of every file", () => {
  const { rows, wrong } = opened(join(folder, "datapackage.json"));
  expect(wrong).toBe("");
  expect(rows["observations"]).toBe(rowsOf("observations.csv").length);
  const { observations, ...parts } = rows;
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(observations);
});

withLibreOffice("LibreOffice opens the whole file as its page says, and keeps every row and figure", () => {
  converted([join(folder, "observations.csv")], "xlsx", folder, ["--infilter=CSV:44,34,76,1,,1033"]);
  converted([join(folder, "observations.xlsx")], "csv:Text - txt - csv (StarCalc):44,34,76", join(folder, "back"));
  const [before, after] = [rowsOf("observations.csv"), rowsOf("back/observations.csv")];
  expect(after.length).toBe(before.length);
  // A spreadsheet writes fifteen digits.
  const same = (one: string, other: string) => Math.abs(Number(one) - Number(other)) <= 1e-14 * Math.abs(Number(one));
  const differing = before.filter(
    ({ series, period, value }, i) =>
      after[i]!["series"] !== series || after[i]!["period"] !== period || !same(value!, after[i]!["value"]!),
  );
  expect(differing.slice(0, 3)).toEqual([]);
});
