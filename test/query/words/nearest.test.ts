import { distance, nearest } from "../../../src/query/words/nearest";

/** Every two texts of so many letters each, of two letters and a Chinese one. */
function texts(longest: number): string[] {
  let all = [""];
  for (let length = 1; length <= longest; length++)
    all = [...new Set(all.flatMap((text) => [text, `${text}a`, `${text}b`, `${text}铜`]))];
  return all;
}

/** As it is defined: the least of what the four kinds of mistakes lead to. */
function defined(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const swapped = a.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    defined(a.slice(0, -1), b) + 1,
    defined(a, b.slice(0, -1)) + 1,
    defined(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped ? defined(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  );
}

const PAIRS = texts(4).flatMap((a) => texts(4).map((b) => [a, b] as const));

test.each([
  ["short texts", ""],
  ["texts with more letters than a number has bits", "manganese, of all the ores there are, "],
])("the distance of %s is the least number of mistakes", (_, beginning) => {
  const wrong = PAIRS.filter(([a, b]) => distance(beginning + a, beginning + b, 99) !== defined(a, b));
  expect(wrong).toEqual([]);
});

test("no distance is more than the limit", () => {
  const wrong = PAIRS.filter(([a, b]) => distance(a, b, 2) !== Math.min(2, defined(a, b)));
  expect(wrong).toEqual([]);
});

test("the nearest words come first, and none that are far", () => {
  expect(nearest("coper", ["cobalt", "copper", "nickel", "cooper"])).toEqual(["copper", "cooper"]);
  expect(nearest("nothing like it", ["copper", "nickel"])).toEqual([]);
});
