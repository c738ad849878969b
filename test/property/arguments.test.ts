import fc from "fast-check";
import { createCaller, FunctionError, FUNCTIONS, isCellError, type FunctionDefinition } from "../../src/functions";
import { ERROR_VALUES } from "../../src/functions/cells";
import { enumValues } from "../../src/functions/reading/enums";
import { seeds, sessionOf } from "../fixtures/seeds";

/** What a message must never let through. */
const LEAKS = /undefined|NaN|Infinity|\[object|null|fault of the add-in|加载项故障/;

const OURS = ["#VALUE!", "#N/A", "#NUM!"];

const session = sessionOf();
const callers = [
  createCaller(session),
  createCaller(sessionOf({ language: "zh" })),
  createCaller(sessionOf({ standing: { day: "2025-06-30" } })),
];
const ids = seeds().series.map(({ id }) => id);

const period = fc.constantFrom<unknown>(
  2024,
  2012,
  2025,
  2023,
  "2024",
  "2025-06",
  "2025-H1",
  "2025-Q2",
  "2026-01/2026-04",
  "2012/2024",
  45818,
  202406,
  "2030",
  1900,
  2199,
  "2024/2012",
);
const blank = fc.constantFrom<unknown>(null, undefined, "", 0, "  ");
const asOf = fc.constantFrom<unknown>("R1", "r1", "2025-06-30", "2025-08", 2024, 45818, "1990-01-01", "R9");
const word = fc.constantFrom<unknown>(
  "copper",
  "Cu",
  "铜",
  2603,
  "coper",
  "US",
  "巴基斯坦",
  "World",
  "baci",
  "weight",
  "Mt",
  "MT",
  "t REO",
  "quota mining heavy batch 1",
  "magnet exports",
  "imports growth",
  "value",
  "heavy",
  "refinery",
  "imports estimate",
  "gold",
);
const oddText = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "a".repeat(40000),
    "\u0000",
    "=1+1",
    "'",
    '"',
    "2024-99",
    "%",
    "→",
    "😀",
    "\ud800",
    "\u200b",
    "-0",
    "1e400",
    "true",
  ),
);
const oddNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(-1, 1, 2, 3, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 0.5, -0),
);
const error = fc.oneof(
  fc.constantFrom(...ERROR_VALUES).map((code) => ({ error: code })),
  fc.constantFrom(...ERROR_VALUES),
  fc.constantFrom<unknown>(
    { code: "#BUSY!" },
    { type: "Error", basicValue: "#N/A" },
    {},
    { basicValue: 2024 },
    { basicValue: "copper" },
  ),
);
const single = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: period },
  { weight: 2, arbitrary: blank },
  { weight: 1, arbitrary: asOf },
  { weight: 1, arbitrary: oddText },
  { weight: 1, arbitrary: oddNumber },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: error },
  { weight: 1, arbitrary: fc.constantFrom(...ids) },
);
const range = fc.oneof(
  fc.array(fc.array(single, { maxLength: 4 }), { maxLength: 4 }),
  fc.array(single, { maxLength: 3 }),
);
const any = fc.oneof({ weight: 8, arbitrary: single }, { weight: 1, arbitrary: range });

/** Mostly what belongs in each place, so that calls get past the reading of their arguments. */
function argumentsOf({ parameters }: FunctionDefinition): fc.Arbitrary<unknown[]> {
  const places = Object.entries(parameters).map(([name, { enum: list, matrix, optional }]) => {
    const offered = list
      ? enumValues(list, session.dataset, session.words, "en").map((value): unknown => value.word)
      : [];
    const fitting =
      offered.length > 0
        ? fc.constantFrom(...offered)
        : name === "as_of"
          ? asOf
          : name === "headers"
            ? fc.constantFrom<unknown>(0, 1, 2, 3, true)
            : name === "series_id"
              ? fc.constantFrom<unknown>(...ids)
              : matrix
                ? fc.array(fc.array(single, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
                : period;
    return fc.oneof(
      { weight: optional ? 3 : 8, arbitrary: fitting as fc.Arbitrary<unknown> },
      { weight: optional ? 6 : 1, arbitrary: optional ? blank : any },
      { weight: 1, arbitrary: any },
    );
  });
  return fc
    .tuple(...places)
    .chain((given) => fc.integer({ min: 0, max: given.length }).map((cut) => (cut === 0 ? given.slice(0, -1) : given)));
}

/** Functions that build long blocks or compare whole releases are called less often, for time. */
const LONG = ["METALS.TABLE", "METALS.COVERAGE", "METALS.FIND", "METALS.LIST", "METALS.CHANGES"];

const call = fc.oneof(
  ...FUNCTIONS.map((definition) => ({
    weight: LONG.includes(definition.id) ? 1 : 20,
    arbitrary: fc.record({
      id: fc.constant(definition.id),
      args: argumentsOf(definition),
      caller: fc.constantFrom(...callers),
    }),
  })),
);

it("a hundred thousand argument lists: values, blocks of values, or an error that says why", () => {
  let answered = 0;
  fc.assert(
    fc.property(call, ({ id, args, caller }) => {
      let result: unknown;
      try {
        result = caller.call(id, args);
      } catch (thrown) {
        if (!(thrown instanceof FunctionError)) throw thrown;
        if (!isPassedOn(thrown, args)) {
          if (
            !OURS.includes(thrown.code) ||
            thrown.message.trim() === "" ||
            LEAKS.test(withoutGiven(thrown.message, args))
          )
            throw new Error(`${thrown.code} ${thrown.message}`);
        }
        return;
      }
      answered++;
      const definition = FUNCTIONS.find((one) => one.id === id)!;
      if (Array.isArray(result) !== definition.spills)
        throw new Error(`${id} ${definition.spills ? "did not spill" : "spilled"}`);
      const rows = (Array.isArray(result) ? result : [[result]]) as unknown[][];
      const flaws = rows.flat().filter((cell) => !isLawful(cell, args));
      if (
        flaws.length > 0 ||
        rows.length === 0 ||
        rows.some((row) => row.length === 0 || row.length !== rows[0]!.length)
      )
        throw new Error(`flaws: ${JSON.stringify(flaws.slice(0, 3))}`);
    }),
    { numRuns: 100_000 },
  );
  expect(answered).toBeGreaterThan(10_000);
});

function isLawful(cell: unknown, args: readonly unknown[]): boolean {
  if (typeof cell === "number") return Number.isFinite(cell);
  if (typeof cell === "string") return cell !== "" && cell.length <= 32_767 && !LEAKS.test(withoutGiven(cell, args));
  if (isCellError(cell))
    return OURS.includes(cell.error)
      ? cell.message !== "" || isPassedOn(new FunctionError(cell.error, ""), args)
      : isPassedOn(new FunctionError(cell.error, ""), args);
  return typeof cell === "boolean";
}

/** An error that was in the arguments may come back, without words. */
function isPassedOn({ code, message }: FunctionError, args: readonly unknown[]): boolean {
  if (message !== "") return false;
  const given = (args.flat(2) as unknown[])
    .map((value) => (typeof value === "object" && value !== null ? Object.values(value) : [value]))
    .flat();
  const unreadable = args.flat(2).some((value) => typeof value === "object" || typeof value === "number");
  return given.includes(code) || (unreadable && (code === "#VALUE!" || code === "#NUM!"));
}

/** A message may repeat what was typed, whatever that is. */
function withoutGiven(message: string, args: readonly unknown[]): string {
  const typed = (args.flat(2) as unknown[])
    .filter((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    .map((value) => String(value).trim());
  return typed
    .filter((text) => text !== "" && LEAKS.test(text))
    .reduce((rest, text) => rest.replaceAll(text, ""), message);
}
