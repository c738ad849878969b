import { FUNCTIONS } from "../../src/functions";
import type { FunctionTexts } from "../../src/functions/locales";
import { TEXTS_OF } from "../../src/functions/locales/all";
import zh from "../../src/functions/locales/zh.json";

/** Every text that people read of a function, by where it stands. */
const placed = ({ summary, parameters, examples }: FunctionTexts): (readonly [place: string, text: string])[] => [
  ["summary", summary],
  ...Object.entries(parameters).flatMap(([name, { description, default: blank }]) => [
    [`${name}: description`, description] as const,
    ...(blank === undefined ? [] : [[`${name}: default`, blank] as const]),
  ]),
  ...examples.map((text, i) => [`example ${i + 1}`, text] as const),
];

describe.each(FUNCTIONS.map((definition) => [definition.id, definition] as const))("%s", (id, definition) => {
  const english = placed(TEXTS_OF.en(definition));
  const chinese = placed(TEXTS_OF.zh(definition));

  it("says in Chinese what it says in English, and nothing else", () => {
    expect(chinese.map(([place]) => place)).toEqual(english.map(([place]) => place));
    for (const [place, text] of chinese)
      if (!/\p{Script=Han}/u.test(text))
        expect([place, text]).toEqual([place, expect.stringMatching(/^[\w\s,./、-]+$/)]);
  });

  it("has its Chinese written down, every text of it", () => {
    const own = zh.functions[id as keyof typeof zh.functions];
    const texts: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>[] = [
      own.parameters,
      zh.parameters,
    ];
    const missing = Object.entries(definition.parameters).flatMap(([name, parameter]) =>
      (["description", "default"] as const)
        .filter((text) => parameter[text] && !texts.some((list) => list[name]?.[text]))
        .map((text) => `${name}: ${text}`),
    );
    expect([own.summary, ...own.examples].filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    expect(missing).toEqual([]);
  });

  it("has in the list only what is its own and differs from what most say", () => {
    const { parameters, examples } = zh.functions[id as keyof typeof zh.functions];
    expect(examples).toHaveLength(definition.examples.length);
    for (const [name, own] of Object.entries<Record<string, string>>(parameters))
      for (const [text, said] of Object.entries(own)) {
        expect(definition.parameters[name]).toHaveProperty(text);
        const shared = zh.parameters[name as keyof typeof zh.parameters] as Record<string, string> | undefined;
        expect(shared?.[text]).not.toBe(said);
      }
  });
});

it("says the same of a parameter in Chinese where it does in English, and only there", () => {
  const pairs = FUNCTIONS.flatMap((definition) => {
    const english = placed(TEXTS_OF.en(definition));
    const chinese = placed(TEXTS_OF.zh(definition));
    return english.map(([place, text], i) => [`${place} ${text}`, `${place} ${chinese[i]![1]}`] as const);
  }).filter(([text]) => text.includes(": "));
  expect(new Set(pairs.map(([text]) => text)).size).toBe(new Set(pairs.map(([, said]) => said)).size);
  expect(new Set(pairs.map((pair) => pair.join())).size).toBe(new Set(pairs.map(([text]) => text)).size);
});

it("has no function that is gone", () => {
  expect(Object.keys(zh.functions)).toEqual(FUNCTIONS.map(({ id }) => id));
});
