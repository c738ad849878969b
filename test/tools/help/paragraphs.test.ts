import { FUNCTIONS } from "../../../src/functions";
import en from "../../../tools/help/paragraphs/en.json";
import zh from "../../../tools/help/paragraphs/zh.json";

const counts = (paragraphs: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(paragraphs).map(([id, texts]) => [id, texts.length]);

it("each paragraph of a function's help has its Chinese, in the same place", () => {
  expect(counts(zh)).toEqual(counts(en));
  for (const text of Object.values(zh).flat()) expect(text).toMatch(/\p{Script=Han}/u);
});

it("every paragraph belongs to a function that there is", () => {
  const ids = new Set(FUNCTIONS.map(({ id }) => id));
  expect(Object.keys(en).filter((id) => !ids.has(id))).toEqual([]);
});
