import { FUNCTIONS } from "../../src/functions";
import { zh } from "../../src/functions/locales/zh";

const texts = new Set(
  FUNCTIONS.flatMap(({ summary, parameters, examples }) => [
    summary,
    ...Object.values(parameters).flatMap((parameter) => [
      parameter.description,
      ...(parameter.default ? [parameter.default] : []),
    ]),
    ...examples.map(({ says }) => says),
  ]),
);

it("every text of the definitions has its Chinese", () => {
  expect([...texts].filter((text) => zh[text] === undefined)).toEqual([]);
});

it("no Chinese is left over from a text that is gone", () => {
  expect(Object.keys(zh).filter((text) => !texts.has(text))).toEqual([]);
});

it("the Chinese is Chinese, but for what is a word of the formula itself", () => {
  const foreign = Object.values(zh).filter((text) => !/\p{Script=Han}/u.test(text));
  for (const text of foreign) expect(text).toMatch(/^[\w\s,./、-]+( 或 [\w\s-]+)?$/);
});
