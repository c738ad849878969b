import { HELP, run } from "../../../tools/eval/cli";
import type { Outcome } from "../../../tools/eval/engine";

const ANSWERS: Record<string, Outcome> = {
  "=1": { formula: "=1", value: 1 },
  "=big": { formula: "=big", value: 67330000000 },
  "=yes": { formula: "=yes", value: true },
  "=rows": {
    formula: "=rows",
    value: [
      ["year", "value"],
      [2024, false],
      [2025, "#N/A"],
    ],
  },
  "=gone": { formula: "=gone", error: "#N/A", message: "confidential" },
};

interface Ran {
  code: number;
  printed: string[];
  complained: string[];
  opened: (string | undefined)[];
  closed: number;
}

/** Runs the command over known answers. */
async function ran(args: string[], input: string[] = []): Promise<Ran> {
  const result: Ran = { code: -1, printed: [], complained: [], opened: [], closed: 0 };
  const streams = {
    async *lines() {
      yield* input;
    },
    print: (line: string) => void result.printed.push(line),
    complain: (line: string) => void result.complained.push(line),
  };
  result.code = await run(args, streams, async (asOf) => {
    result.opened.push(asOf);
    if (asOf === "never") throw new Error("there is no data release never");
    return { evaluate: async (formula) => ANSWERS[formula]!, close: () => result.closed++ };
  });
  return result;
}

test("prints a line for each formula, in order", async () => {
  expect(await ran(["=1", "=big", "=yes"])).toMatchObject({
    code: 0,
    printed: ["1", "67330000000", "TRUE"],
    complained: [],
    closed: 1,
  });
});

test("prints a spill as rows with tabs", async () => {
  expect((await ran(["=rows"])).printed).toEqual(["year\tvalue\n2024\tFALSE\n2025\t#N/A"]);
});

test("prints an error with its reason, goes on, and exits with 1", async () => {
  expect(await ran(["=gone", "=1"])).toMatchObject({ code: 1, printed: ["#N/A  confidential", "1"], closed: 1 });
});

test("--json prints an object a line", async () => {
  const { code, printed } = await ran(["--json", "=rows", "=gone", "=yes"]);
  expect(code).toBe(1);
  expect(printed.map((line) => JSON.parse(line) as Outcome)).toEqual([
    ANSWERS["=rows"],
    ANSWERS["=gone"],
    ANSWERS["=yes"],
  ]);
  expect(printed.join("")).not.toContain("\n");
});

test("reads formulas from standard input when there is none among the arguments, skipping blank lines", async () => {
  expect(await ran([], ["=1", "", "   ", "=big"])).toMatchObject({ code: 0, printed: ["1", "67330000000"] });
  expect(await ran(["--json"], ["=1"])).toMatchObject({ printed: ['{"formula":"=1","value":1}'] });
});

test("- is standard input, beside other formulas", async () => {
  expect((await ran(["=yes", "-", "=1"], ["=big"])).printed).toEqual(["TRUE", "67330000000", "1"]);
});

test("--as-of goes to the session", async () => {
  expect((await ran(["--as-of", "2025-03-31", "=1"])).opened).toEqual(["2025-03-31"]);
  expect((await ran(["=1"])).opened).toEqual([undefined]);
});

test("--help explains itself and opens nothing", async () => {
  expect(await ran(["--help"])).toMatchObject({ code: 0, printed: [HELP], opened: [] });
  for (const option of ["--json", "--as-of", "--help"]) expect(HELP).toContain(option);
});

test("an unknown option is named, with exit code 2", async () => {
  const { code, printed, complained, opened } = await ran(["--jsn", "=1"]);
  expect({ code, printed, opened }).toEqual({ code: 2, printed: [], opened: [] });
  expect(complained.join()).toContain("--jsn");
});

test("exits with 2 when the session cannot be opened", async () => {
  expect(await ran(["--as-of", "never", "=1"])).toMatchObject({
    code: 2,
    printed: [],
    complained: ["there is no data release never"],
  });
});
