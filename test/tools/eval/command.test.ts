import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, typescript } from "../../../tools/build/run";
import type { Outcome } from "../../../tools/eval/engine";

/** An answer that must never change: a value, or an error value whose message holds these pieces. */
type Golden = { formula: string; value: unknown } | { formula: string; error: string; messageIncludes: string[] };

const ANSWERS = JSON.parse(readFileSync(join(ROOT, "test", "golden", "answers.json"), "utf8")) as Golden[];

function evaluate(args: string[], input = ""): { code: number | null; lines: string[]; complaints: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    typescript(join(ROOT, "tools", "eval", "index.ts"), ...args),
    { cwd: ROOT, input, encoding: "utf8" },
  );
  return { code: status, lines: stdout.split("\n").slice(0, -1), complaints: stderr };
}

describe("the answers that must never change", () => {
  let outcomes: Outcome[];
  beforeAll(() => {
    const { lines, complaints } = evaluate(["--json"], ANSWERS.map(({ formula }) => formula).join("\n"));
    if (lines.length !== ANSWERS.length)
      throw new Error(`${lines.length} lines for ${ANSWERS.length} formulas\n${complaints}`);
    outcomes = lines.map((line) => JSON.parse(line) as Outcome);
  });

  test.each(ANSWERS.map((golden, index) => ({ ...golden, index })))("$formula", ({ index, ...golden }) => {
    if ("value" in golden) {
      expect(outcomes[index]).toEqual(golden);
      return;
    }
    const { formula, error, messageIncludes } = golden;
    expect(outcomes[index]).toEqual({ formula, error, message: expect.any(String) });
    for (const piece of messageIncludes) expect((outcomes[index] as { message: string }).message).toContain(piece);
  });
});

test("standard output carries the result and nothing else", () => {
  expect(evaluate(['=REE.QUOTA(2024,"mining")'])).toMatchObject({ code: 0, lines: ["270000"] });
});

test("an error value among the results makes the exit code 1", () => {
  const { code, lines } = evaluate(["=1+1", '=METALS.IMPORTS("copper",2015)']);
  expect(code).toBe(1);
  expect(lines).toEqual(["2", expect.stringMatching(/^#N\/A {2}\S/)]);
});

test("--as-of moves the whole session back", () => {
  const { lines } = evaluate([
    "--as-of",
    "2025-03-31",
    '=REE.EXPORTS("magnets","2025-06")',
    '=REE.QUOTA(2024,"mining")',
  ]);
  expect(lines).toEqual([expect.stringMatching(/^#N\/A {2}/), "270000"]);
});

test("--as-of names what it cannot read", () => {
  const { code, lines, complaints } = evaluate(["--as-of", "R99", "=1"]);
  expect({ code, lines }).toEqual({ code: 2, lines: [] });
  expect(complaints).toContain('--as-of: "R99"');
});

test("a reader that closes the pipe early ends it quietly", async () => {
  const child = spawn(process.execPath, typescript(join(ROOT, "tools", "eval", "index.ts")), { cwd: ROOT });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  child.stdin.write("=1\n");
  await once(child.stdout, "data");
  child.stdout.destroy();
  child.stdin.end("=2\n=3\n");
  await once(child, "close");
  expect(complaints).toBe("");
});
