import { keyOf } from "../../../src/functions/locales/short-key";
import { zh } from "../../../src/functions/locales/zh";

const shortKeys = jest.requireActual<((source: string) => string) & { keyOf: typeof keyOf }>(
  "../../../tools/build/short-keys.js",
);
const evaluated = (source: string) =>
  new Function(`${source.replace("export const list =", "return")}`)() as Record<string, string>;

describe("translations by short keys", () => {
  test("are the same ones, each under the key that it is looked up by", () => {
    const short = evaluated(shortKeys(`export const list = ${JSON.stringify(zh)};`));
    expect(Object.keys(short)).toHaveLength(Object.keys(zh).length);
    for (const [text, said] of Object.entries(zh)) expect(short[keyOf(text)]).toBe(said);
  });

  test("the build and the add-in have one way of making them", () => {
    for (const text of ["", "Metal", "铜", ...Object.keys(zh)]) expect(shortKeys.keyOf(text)).toBe(keyOf(text));
  });

  test("what is no list is refused", () => {
    expect(() => shortKeys("export function zh() {}")).toThrow("no list");
  });
});
