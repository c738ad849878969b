import { firstError, wireArguments } from "../../../workbench/host/call-arguments";

const scalar = { name: "scalar" };
const matrix = { name: "matrix", dimensionality: "matrix" } as const;
const repeating = { name: "rest", repeating: true };

test.each([
  ["what is left out is null", [1], [scalar, scalar, matrix], [1, null, null]],
  ["a single cell is its value", [[["Cu"]]], [scalar], ["Cu"]],
  ["a single cell stays a matrix where one is wanted", [[["Cu"]]], [matrix], [[["Cu"]]]],
  ["a value becomes a matrix where one is wanted", ["Cu"], [matrix], [[["Cu"]]]],
  ["a larger range is a matrix everywhere", [[["a", "b"]]], [scalar], [[["a", "b"]]]],
  [
    "an error carries its code, in ranges too",
    [{ error: "#N/A" }, [[1, { error: "#REF!" }]]],
    [scalar, matrix],
    [{ type: "CustomFunctionError", code: "#N/A" }, [[1, { type: "CustomFunctionError", code: "#REF!" }]]],
  ],
  ["too many arguments are passed on", [1, 2], [scalar], [1, 2]],
  ["the arguments of a repeating parameter come together", [1, 2, [[3]]], [scalar, repeating], [1, [2, 3]]],
  ["a repeating parameter without arguments is empty", [1], [scalar, repeating], [1, []]],
])("%s", (_what, args, parameters, wired) => {
  expect(wireArguments(args, parameters)).toEqual(wired);
});

test("the first error is found, in a range too", () => {
  expect(firstError([1, null, [["x", { error: "#REF!" }]], { error: "#N/A" }])).toEqual({ error: "#REF!" });
  expect(firstError([1, null, [["x"]]])).toBeUndefined();
});
