import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SavedWorkbook } from "../../../src/package";
import { ROOT } from "../../../tools/build/run";
import type { FileReport } from "../../../tools/orebook/report";
import { extension, fileOf } from "../../package/build";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "orebook-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function orebook(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "tools", "orebook", "bin.cjs"), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

/** World lithium of 2024 was revised between the two editions; the sum is Excel's own. */
const REPORT = fileOf({
  ...extension({ orebook: { version: 1, release: "R1", day: "2025-06-30" } }),
  sheets: [
    {
      name: "Data",
      rows: '<row r="1"><c r="A1"><f>_xldudf_METALS_PRODUCTION("lithium",2024,"World")</f><v>240000</v></c><c r="B1"><f>SUM(A1,1)</f><v>240001</v></c><c r="C1"><f>INDIRECT("A1")</f><v>240000</v></c></row>',
    },
  ],
});

test("refreshes, computes what is behind, lists what it leaves, and says all of it in JSON", () => {
  writeFileSync(join(folder, "report.xlsx"), REPORT);
  const { code, err } = orebook("refresh", "report.xlsx", "--release", "R1", "--json", "done.json", "-o", "out/");
  expect([code, err]).toEqual([4, expect.stringContaining("1 left as it was")]);
  const report = JSON.parse(readFileSync(join(folder, "done.json"), "utf8")) as FileReport;
  expect(report).toMatchObject({
    schema: 1,
    to: { release: "R1" },
    orebook: { formulas: 1, changed: 1 },
    dependents: { updated: 1, stale: 1 },
  });
  const [sheet] = SavedWorkbook.read(readFileSync(join(folder, "out", "report.xlsx"))).scan.sheets;
  expect([0, 1, 2].map((column) => sheet!.value(0, column))).toEqual([222000, 222001, 240000]);
  expect(readdirSync(join(folder, "out"))).toEqual(["report.xlsx"]);
  expect(Buffer.compare(readFileSync(join(folder, "report.xlsx")), REPORT)).toBe(0);
});

test("exit codes tell wrong use, refused files, and data that cannot be had", () => {
  writeFileSync(join(folder, "text.xlsx"), "no workbook");
  const theirs = extension({ orebook: { version: 1, release: "R2+acme.1" } });
  writeFileSync(join(folder, "theirs.xlsx"), fileOf({ ...theirs, sheets: [{ name: "S", rows: "" }] }));
  writeFileSync(join(folder, "unknown.xlsx"), fileOf({ sheets: [{ name: "S", rows: "" }] }));
  expect(orebook("refresh", "text.xlsx").code).toBe(2);
  expect(orebook("refresh", "text.xlsx", "unknown.xlsx", "theirs.xlsx", "missing.xlsx", "--check")).toMatchObject({
    code: 3,
    err: expect.stringMatching(/not an Excel workbook[^]*--from[^]*data that acme added \(R2\+acme\.1\)[^]*ENOENT/),
  });
  expect(orebook("refresh", "text.xlsx", "--check", "--data", "nowhere").code).toBe(5);
  expect(orebook("walk").code).toBe(2);
});
