/** Excel keeps the metadata of functions for a while: by an older version's it calls this one, and the other way round. */
import { FUNCTIONS, type Session } from "../../src/functions";
import { associateAll } from "../../src/runtime/custom-functions";
import { Arrival } from "../../src/runtime/readiness";
import { sessionOf } from "../fixtures/seeds";

type Called = (...args: unknown[]) => unknown;

const functions = new Map<string, Called>();
class ExcelError extends Error {}
Object.assign(globalThis, {
  CustomFunctions: { associate: (id: string, called: Called) => functions.set(id, called), Error: ExcelError },
});
const arrival = new Arrival<Session>();
arrival.arrive(sessionOf());
associateAll(arrival, Promise.resolve(), () => undefined);

/** What the runtime passes last. */
const invocation = { functionName: "METALS.SERIES", isInValuePreview: false };
const call = (id: string, args: readonly unknown[], parameters: number) =>
  functions.get(id)!(...Array.from({ length: parameters }, (_, i) => args[i] ?? null), invocation);

const CALLS: readonly (readonly [id: string, args: readonly unknown[]])[] = [
  ["METALS.SERIES", ["quota mining", "rare earths", 2022, 2024]],
  ["METALS.GRID", ["imports", [["iron"], ["copper"]], [[2012, 2024]]]],
  ["METALS.TABLE", ["metal prices", null, 2020, 2025]],
  ["METALS.IMPORTS", ["copper", 2024]],
  ["METALS.SOURCE", ["imports", "copper", 2024]],
];

test.each(CALLS)("%s answers alike by the metadata of a version with fewer or more parameters", (id, args) => {
  const { parameters } = FUNCTIONS.find((one) => one.id === id)!;
  const count = Object.keys(parameters).length;
  const now = call(id, args, count);
  expect(now).not.toBeInstanceOf(ExcelError);
  for (let known = args.length; known <= count + 2; known++) expect(call(id, args, known)).toEqual(now);
});

test("a function that only a newer version has is not there, and no other suffers", () => {
  expect(functions.get("METALS.LATER")).toBeUndefined();
  expect(call("METALS.IMPORTS", ["copper", 2024], 7)).toBe(67.33e9);
});
