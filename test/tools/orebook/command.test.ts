import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SavedWorkbook } from "../../../src/package";
import { ROOT, typescript } from "../../../tools/build/run";
import type { FileReport } from "../../../tools/orebook/report";
import { extension, fileOf } from "../../package/build";
import { tableFile } from "../../package/table-file";
import type { Ran } from "./child";
import { published } from "./schema";

let folder: string;
let child: ChildProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "orebook-"));
  child = spawn(process.execPath, typescript(join(__dirname, "child.ts")), {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
});
afterAll(async () => {
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** What the command says and how it ends. */
async function orebook(...args: readonly string[]): Promise<Ran> {
  const brokenOff = once(child, "exit").then(() => Promise.reject(new Error("the command broke off")));
  child.send(args);
  return ((await Promise.race([once(child, "message"), brokenOff])) as [Ran])[0];
}

/** The same of the program as people start it. */
function program(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "tools", "orebook", "bin.cjs"), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

/** A report as it was written, which has to be one as the schema has it. */
function reportIn(file: string): FileReport | FileReport[] {
  const report: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
  expect(published(report)).toEqual([]);
  return report as FileReport | FileReport[];
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
  const { code, err } = program("refresh", "report.xlsx", "--release", "R1", "--json", "done.json", "-o", "out/");
  expect([code, err]).toEqual([4, expect.stringContaining("1 left as it was")]);
  const report = reportIn("done.json");
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

test("exit codes tell wrong use, refused files, and data that cannot be had", async () => {
  writeFileSync(join(folder, "text.xlsx"), "no workbook");
  const theirs = extension({ orebook: { version: 1, release: "R2+acme.1" } });
  writeFileSync(join(folder, "theirs.xlsx"), fileOf({ ...theirs, sheets: [{ name: "S", rows: "" }] }));
  writeFileSync(join(folder, "unknown.xlsx"), fileOf({ sheets: [{ name: "S", rows: "" }] }));
  expect((await orebook("refresh", "text.xlsx")).code).toBe(2);
  expect(await orebook("refresh", "text.xlsx", "unknown.xlsx", "theirs.xlsx", "missing.xlsx", "--check")).toMatchObject(
    {
      code: 3,
      err: expect.stringMatching(/not an Excel workbook[^]*--from[^]*data that acme added \(R2\+acme\.1\)[^]*ENOENT/),
    },
  );
  expect((await orebook("refresh", "text.xlsx", "--check", "--data", "nowhere")).code).toBe(5);
  expect(program("walk").code).toBe(2);
});

test("a table that is left is told with its reason and in the exit code; refused workbooks are in the report too", async () => {
  const left = tableFile(
    "china-production-shares",
    "formulas",
    { release: "R1", day: "2025-06-30" },
    '<row r="ROW"><c r="CROW"><v>7</v></c></row>',
  );
  const whole = tableFile("china-production-shares", "formulas", { release: "R1", day: "2025-06-30" });
  writeFileSync(join(folder, "left.xlsx"), left.bytes);
  writeFileSync(join(folder, "whole.xlsx"), whole.bytes);
  writeFileSync(join(folder, "torn.xlsx"), "PK no workbook");
  const { code, err } = await orebook(
    "refresh",
    "left.xlsx",
    "whole.xlsx",
    "torn.xlsx",
    "--unpin",
    "-o",
    "tables/",
    "--json",
    "tables.json",
    "--markdown",
    "tables.md",
  );
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/left\.xlsx: .*1 left as it was[^]*torn\.xlsx: it is damaged/),
  ]);
  expect(reportIn("tables.json")).toMatchObject([
    { file: "left.xlsx", tables: [{ cells: 0, left: expect.stringContaining("rows below it") }] },
    { file: "whole.xlsx", tables: [{ left: null }], orebook: { needsRepair: 0 } },
    { file: "torn.xlsx", refused: expect.stringContaining("damaged") },
  ]);
  const markdown = readFileSync(join(folder, "tables.md"), "utf8");
  expect(markdown).toMatch(
    /## left\.xlsx[^]*rows below it would have to move[^]*## torn\.xlsx\n\nRefused: it is damaged/,
  );
  expect((await orebook("refresh", "left.xlsx", "--unpin", "-o", "tables/again.xlsx")).code).toBe(4);
  expect((await orebook("refresh", "left.xlsx", "--unpin", "-o", "tables/strict.xlsx", "--stale", "fail")).code).toBe(
    3,
  );
  expect(readdirSync(join(folder, "tables")).sort()).toEqual(["again.xlsx", "left.xlsx", "whole.xlsx"]);
});

test("cells of a protected sheet change only where that is said; the workbook says where it stands, or --from does", async () => {
  const sheet = {
    name: "Locked",
    rows: '<row r="1"><c r="A1"><f>_xldudf_METALS.PRODUCTION("lithium",2024,"World")</f><v>240000</v></c></row>',
    after: '<sheetProtection sheet="1"/>',
  };
  writeFileSync(join(folder, "locked.xlsx"), fileOf({ sheets: [sheet] }));
  const refresh = (...args: readonly string[]) =>
    orebook("refresh", "locked.xlsx", "-o", "open.xlsx", "--release", "R1", ...args);
  expect(await refresh()).toMatchObject({ code: 3, err: expect.stringContaining("--from") });
  expect(await refresh("--from", "2025-06-30")).toMatchObject({ code: 3, err: expect.stringContaining("Locked") });
  expect((await refresh("--from", "2025-06-30", "--protected")).code).toBe(0);
  expect(SavedWorkbook.read(readFileSync(join(folder, "open.xlsx"))).scan.sheets[0]!.value(0, 0)).toBe(222000);
});
