import { FunctionError } from "../../../src/functions";
import { AnswersGiven } from "../../../src/functions/answering/answers-given";

const given = (...args: unknown[]) => {
  const answers = new AnswersGiven();
  answers.of("F", args, () => "text");
  return answers;
};

/** What the same call gave before; undefined when it is worked out anew. */
const again = (answers: AnswersGiven, id: string, args: unknown[]) => {
  const block = [[0]];
  const given = answers.of(id, args, () => block);
  return given === block ? undefined : given;
};

test("the same call gets what it gave", () => {
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

test("a number is given again, and nought and no are not nothing", () => {
  const answers = new AnswersGiven();
  [12.5, 0, false].forEach((value, i) => answers.of("F", [`a${i}`], () => value));
  expect([0, 1, 2].map((i) => again(answers, "F", [`a${i}`]))).toEqual([12.5, 0, false]);
});

test("a block is given again, each time as the caller's own", () => {
  const answers = new AnswersGiven();
  const first = answers.of("F", [1], () => [[1, 2]]) as number[][];
  first[0]![0] = 7;
  const second = again(answers, "F", [1]) as number[][];
  expect(second).toEqual([[1, 2]]);
  second[0]![1] = 7;
  expect(again(answers, "F", [1])).toEqual([[1, 2]]);
});

test("a range is a call by all its cells", () => {
  const answers = given([["copper"], ["iron"]], [[2023, 2024]]);
  expect(again(answers, "F", [[["copper"], ["iron"]], [[2023, 2024]]])).toBe("text");
  expect(again(answers, "F", [[["copper", "iron"]], [[2023, 2024]]])).toBeUndefined();
  expect(
    again(answers, "F", [
      [["copper"], ["iron"]],
      [[2023], [2024]],
    ]),
  ).toBeUndefined();
  expect(again(answers, "F", [[["copper"], ["iron"]], [[2023, 2025]]])).toBeUndefined();
});

test("a large block counts like many answers", () => {
  const answers = given(0);
  const block = () => Array.from({ length: 10_000 }, () => [1, 2]);
  for (let i = 1; i <= 11; i++) answers.of("F", [i], block);
  expect([0, 1, 6, 11].map((i) => again(answers, "F", [i]) !== undefined)).toEqual([false, false, true, true]);
});

test("another function gave none", () => {
  expect(again(given(1), "G", [1])).toBeUndefined();
});

test("a refusal is given again", () => {
  const answers = new AnswersGiven();
  const refusal = new FunctionError("#N/A", "why");
  answers.of("F", [1], () => refusal);
  expect(again(answers, "F", [1])).toBe(refusal);
});

test.each<[string, unknown]>([
  ["a range with an error", [[1, { error: "#N/A" }]]],
  ["an error", { error: "#N/A" }],
  ["a long text", "a".repeat(1000)],
])("%s is worked out anew", (_, arg) => {
  expect(again(given(arg), "F", [arg])).toBeUndefined();
});

test("the newest are kept, and no more than twice as many", () => {
  const answers = given(0);
  for (let i = 1; i <= 20_000; i++) answers.of("F", [i], () => "text");
  expect([0, 9_999, 10_001, 20_000].map((i) => again(answers, "F", [i]))).toEqual([
    undefined,
    undefined,
    "text",
    "text",
  ]);
});
