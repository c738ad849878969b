import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, typescript } from "../../tools/build/run";
import type { Outcome } from "../../tools/eval/engine";

/**
 * Formulas as people type them who have read no help, one object a line, each with its answer or with what its error says.
 * After a change of data or texts: `GOLDEN=write npx jest test/functions/first-formulas --selectProjects node`, then read
 * the difference line by line. A formula is added as `{"formula":"=…"}` before that.
 */
const FILE = join(ROOT, "test", "golden", "first-formulas.json");
const WRITES = process.env["GOLDEN"] === "write";

const kept = JSON.parse(readFileSync(FILE, "utf8")) as Outcome[];

function evaluate(formulas: readonly string[]): Outcome[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    typescript(join(ROOT, "tools", "eval", "index.ts"), "--json"),
    { cwd: ROOT, input: formulas.join("\n"), encoding: "utf8", maxBuffer: 1 << 26 },
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  if (lines.length !== formulas.length)
    throw new Error(`${lines.length} answers for ${formulas.length} formulas\n${stderr}`);
  return lines.map((line) => JSON.parse(line) as Outcome);
}

let now: Outcome[];
beforeAll(() => {
  now = evaluate(kept.map(({ formula }) => formula));
  if (WRITES) writeFileSync(FILE, `[\n${now.map((outcome) => JSON.stringify(outcome)).join(",\n")}\n]\n`);
});

it("are at least three hundred, none twice", () => {
  const formulas = kept.map(({ formula }) => formula);
  expect(new Set(formulas).size).toBe(formulas.length);
  expect(formulas.length).toBeGreaterThanOrEqual(300);
});

test.each(kept.map(({ formula }, index) => [formula, index] as const))("%s", (_, index) => {
  expect(now[index]).toEqual(WRITES ? now[index] : kept[index]);
});

it("an error of ours names what is wrong and what to write instead", () => {
  for (const outcome of now) {
    if (!("error" in outcome)) continue;
    expect(outcome.message.length).toBeGreaterThan(30);
    if (outcome.error === "#VALUE!")
      expect(outcome.message).toMatch(
        /neither a date \(|nearest:|valid:|written |four digits|go from|comes here|write |METALS\.|REE\.|units:|span runs|periods of one length|could not be read|needs a metal|leave it blank/,
      );
  }
});
