import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { command, ROOT } from "../../../tools/build/run";
import { folder } from "../folder";

/** The rules that a tree of files breaks, as `npm run rooms` reads it. */
function brokenBy(files: Readonly<Record<string, string>>): string[] {
  const { path, remove } = folder(files);
  const config = join(ROOT, ".dependency-cruiser.mjs");
  const args = command("dependency-cruiser", "depcruise", "src", "--config", config, "-T", "json");
  const { stdout } = spawnSync(process.execPath, args, { cwd: path, encoding: "utf8" });
  remove();
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map(({ rule }) => rule.name);
}

describe("the rules about imports", () => {
  test("a room may import from one below it", () => {
    expect(
      brokenBy({ "src/tables/a.ts": 'export { b } from "../query/b";', "src/query/b.ts": "export const b = 1;" }),
    ).toEqual([]);
  });

  test.each([
    ["at once", 'import { b } from "../sheets/b"; export const a = b;'],
    ["when it is needed", 'export const a = () => import("../sheets/b");'],
    ["for a type", 'import type { B } from "../sheets/b"; export type A = B;'],
  ])("not from one above it: %s", (_, text) => {
    expect(
      brokenBy({ "src/query/a.ts": text, "src/sheets/b.ts": "export const b = 1; export type B = number;" }),
    ).toEqual(["downward-from-query"]);
  });

  test("no circle, not even of types", () => {
    const files = {
      "src/query/a.ts": 'import type { B } from "./b"; export type A = B | 1;',
      "src/query/b.ts": 'import type { A } from "./a"; export type B = A[];',
    };
    expect(brokenBy(files)).toContain("no-circle");
  });
});
