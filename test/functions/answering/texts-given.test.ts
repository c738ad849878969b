import { FunctionError } from "../../../src/functions";
import { TextsGiven } from "../../../src/functions/answering/texts-given";

const given = (...args: unknown[]) => {
  const texts = new TextsGiven();
  texts.of("F", args, () => "text");
  return texts;
};

/** What a call gives of which nothing is known: undefined. */
const again = (texts: TextsGiven, id: string, args: unknown[]) => texts.of(id, args, () => undefined);

test("the same call gets the text it gave", () => {
  expect(again(given("copper", 2024, null), "F", ["copper", 2024, null])).toBe("text");
});

test("a cell that comes as a range of one is the same call", () => {
  expect(again(given([["copper"]]), "F", ["copper"])).toBe("text");
});

test.each<[string, unknown[], unknown[]]>([
  ["a number and its digits as text", [2024], ["2024"]],
  ["a blank and an empty text", [null], [""]],
  ["texts that are divided elsewhere", ["a;1:b"], ["a", "b"]],
  ["a truth value and its word", [true], ["true"]],
  ["fewer arguments", ["copper", null], ["copper"]],
])("%s are two calls", (_, first, second) => {
  expect(again(given(...first), "F", second)).toBeUndefined();
});

test("another function gave none", () => {
  expect(again(given(1), "G", [1])).toBeUndefined();
});

test("a refusal is given again", () => {
  const texts = new TextsGiven();
  const refusal = new FunctionError("#N/A", "why");
  texts.of("F", [1], () => refusal);
  expect(again(texts, "F", [1])).toBe(refusal);
});

test.each<[string, unknown]>([
  ["a range", [[1, 2]]],
  ["an error", { error: "#N/A" }],
  ["a long text", "a".repeat(1000)],
])("%s is worked out anew", (_, arg) => {
  expect(again(given(arg), "F", [arg])).toBeUndefined();
});

test("the newest are kept, and no more than twice as many", () => {
  const texts = given(0);
  for (let i = 1; i <= 20_000; i++) texts.of("F", [i], () => "text");
  expect([0, 9_999, 10_001, 20_000].map((i) => again(texts, "F", [i]))).toEqual([undefined, undefined, "text", "text"]);
});
