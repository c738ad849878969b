import { hits, instrumented } from "../../../tools/fuzz/instrument";
import { Search } from "../../../tools/fuzz/search";
import { must, taken, type Opened } from "../../../tools/fuzz/target";

const LIMITS = { executions: 20_000, milliseconds: Infinity };

const reader = (read: (input: string) => void): Opened => ({
  seeds: ["abc"],
  words: ["(", "x"],
  read: (input) => {
    read(input);
    return true;
  },
});

/** A function as the search sees it. */
function counted<T>(code: string): T {
  const exports: { it?: T } = {};
  new Function("exports", instrumented(code, "it.ts"))(exports);
  return exports.it!;
}

test("what a reader throws is a finding, with the shortest input that was seen", () => {
  const { findings } = new Search(
    reader((input) => must(!input.includes("("), "a parenthesis")),
    1,
  ).run(LIMITS);
  expect(findings).toEqual([
    expect.objectContaining({ reason: expect.stringMatching(/^Broken: a parenthesis/) as string }),
  ]);
  expect(findings[0]!.input).toContain("(");
});

test("what only some code reaches is found by what came near it", () => {
  const it = counted<(input: string) => void>(`export const it = (t: string) => {
    if (t[0] === "x") if (t[1] === "(") if (t[2] === "x") if (t[3] === "(") if (t[4] === "x") throw new Error("deep");
  };`);
  const blind = new Search(
    reader((input) => void (/^x\(x\(x/.test(input) && must(false, "deep"))),
    1,
  ).run(LIMITS);
  expect(new Search(reader(it), 1).run(LIMITS).findings).toHaveLength(1);
  expect(blind.findings).toHaveLength(0);
});

test("what hangs is ended and told", () => {
  const { findings } = new Search(
    reader((input) => {
      while (input.length === 3);
    }),
    1,
    50,
  ).run({ executions: 1, milliseconds: Infinity });
  expect(findings[0]!.reason).toMatch(/^hangs/);
});

test("many inputs that are held up together hang none of them", () => {
  const { findings, executions } = new Search(
    reader(() => {
      for (const end = performance.now() + 6; performance.now() < end;);
    }),
    1,
    1000,
  ).run({ executions: 250, milliseconds: Infinity });
  expect(findings).toEqual([]);
  expect(executions).toBe(250);
});

test("a process that is stopped for a while hangs nothing", () => {
  const idle = new Int32Array(new SharedArrayBuffer(4));
  const { findings } = new Search(
    reader(() => void Atomics.wait(idle, 0, 0, 200)),
    1,
    100,
  ).run({ executions: 2, milliseconds: Infinity });
  expect(findings).toEqual([]);
});

test("what a process was at when it was stopped is tried again by itself", () => {
  const idle = new Int32Array(new SharedArrayBuffer(4));
  let reads = 0;
  const { findings, executions } = new Search(
    reader((input) => {
      if (reads++ === 0) Atomics.wait(idle, 0, 0, 200);
      must(input !== "abc", "a seed");
    }),
    1,
    100,
  ).run({ executions: 1, milliseconds: Infinity });
  expect(findings).toMatchObject([{ input: "abc", reason: expect.stringContaining("a seed") as string }]);
  expect(executions).toBe(1);
});

test("a fault of the search itself is thrown", () => {
  const mutate = (): string => {
    throw new Error("no mutation");
  };
  const search = new Search({ ...reader(() => undefined), mutate }, 1);
  expect(() => search.run({ executions: 2, milliseconds: 1000 })).toThrow("no mutation");
});

test("the same seed goes the same way", () => {
  const seen = [1, 1, 2].map((seed) => {
    const inputs: string[] = [];
    new Search(
      reader((input) => void inputs.push(input)),
      seed,
    ).run({ executions: 200, milliseconds: Infinity });
    return inputs.join("\u0000");
  });
  expect(seen[0]).toBe(seen[1]);
  expect(seen[0]).not.toBe(seen[2]);
});

test("each block and each side of a choice counts", () => {
  const it = counted<(n: number) => number>("export const it = (n: number) => (n > 0 ? 1 : n < 0 || n === 0 ? 2 : 3);");
  const places = (n: number) => {
    hits.fill(0);
    it(n);
    return [...hits.entries()].flatMap(([at, count]) => (count > 0 ? [at] : [])).join();
  };
  expect(new Set([places(1), places(-1), places(0), places(NaN)]).size).toBe(4);
});

test("a refusal is no finding, anything else goes on", () => {
  const isRange = (error: unknown) => error instanceof RangeError;
  const throwing = (error: Error) => () => {
    throw error;
  };
  expect(taken(() => undefined, isRange)).toBe(true);
  expect(taken(throwing(new RangeError()), isRange)).toBe(false);
  expect(() => taken(throwing(new TypeError("x")), isRange)).toThrow("x");
});
