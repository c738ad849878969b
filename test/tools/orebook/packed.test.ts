import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, ROOT } from "../../../tools/build/run";
import { readDataset } from "../../../tools/eval/session";
import { tableFile } from "../../package/table-file";
import { published } from "./schema";

let folder: string;
beforeAll(() => {
  readDataset();
  // Away from the checkout: nothing of it, and none of its packages, is found from there.
  folder = mkdtempSync(join(tmpdir(), "orebook-packed-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], cwd: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

test("the packed command is whole: it refreshes and evaluates where nothing else is", () => {
  const config = join(ROOT, "tools", "orebook", "webpack.config.js");
  const packed = run([...command("webpack", "webpack"), "--config", config, "--output-path", folder], ROOT);
  expect([packed.code, packed.out]).toEqual([0, expect.stringContaining("compiled successfully")]);
  for (const beside of ["licences.txt", "sbom.cdx.json"]) expect(existsSync(join(folder, beside))).toBe(true);

  const program = join(folder, "orebook.cjs");
  expect(run([program, "eval", '=REE.QUOTA(2024,"mining")'], folder)).toMatchObject({ code: 0, out: "270000\n" });
  const { bytes } = tableFile("china-production-shares", "formulas", { release: "R1", day: "2025-06-30" });
  writeFileSync(join(folder, "report.xlsx"), bytes);
  expect(run([program, "refresh", "report.xlsx", "--unpin", "--in-place", "--json", "-"], folder)).toMatchObject({
    code: 0,
    err: expect.stringContaining("cells changed"),
  });
  const again = run([program, "refresh", "report.xlsx", "--check", "--json", "report.json"], folder);
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining("nothing to change") });
  expect(published(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")))).toEqual([]);
});
