import { readDay } from "../../src/query/period/day";
import { readPeriod } from "../../src/query/period/period";
import { Refusal } from "../../src/query/refusal";
import { tokensOf } from "../../src/query/search/tokens";
import { Units } from "../../src/query/units/units";
import { isAbbreviation, isMissing } from "../../src/query/words/missing";
import { nearest } from "../../src/query/words/nearest";
import { normalise } from "../../src/query/words/normalise";
import { Words } from "../../src/query/words/words";
import { refused, seeds } from "../fixtures/seeds";

/** What Excel holds in one cell. */
const LONGEST = 32_767;

/** Characters and beginnings of words, each of which fills a cell: what is worse than linear hangs on one of them. */
const KINDS = [
  ..." \t\n\u00a0\u200ba1-/.:,~'()$%*+é ıİ２铜年月～\u{1f600}",
  "a ",
  "1 ",
  "Q1 ",
  "2024-",
  "a/",
  "HS ",
  "of ",
  "至",
];
const TEXTS = KINDS.flatMap((kind) => {
  const filled = kind.repeat(Math.floor(LONGEST / kind.length));
  return [filled, `2024${filled}6`, `${filled}2024`, `copper${filled}!`];
});

const words = new Words(seeds());
const units = new Units(seeds());

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  period: (text) => readPeriod(text, "period"),
  day: readDay,
  unit: (text) => units.read(text, "unit"),
  item: (text) => words.read("items", text, "metal"),
  area: (text) => words.read("areas", text, "partner"),
  measure: (text) => words.readOneOf("measures", text, "measure", ["value"]),
  nearest: (text) => nearest(text, ["copper", "zinc"]),
  normalised: normalise,
  tokens: tokensOf,
  missing: isMissing,
  abbreviation: isAbbreviation,
};

it.each(Object.entries(READERS))("the reader of a %s ends on a full cell of any character", (_, read) => {
  for (const text of TEXTS) {
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
  }
});

it.each([
  ["METALS.FIND", (text: string) => [text]],
  ["METALS.GET", (text: string) => [text, 2024]],
  ["METALS.IMPORTS", (text: string) => ["copper", text]],
  ["METALS.STATUS", (text: string) => [text, "copper", 2024]],
] as const)("%s refuses a full cell, or takes it for blank", (id, args) => {
  for (const text of TEXTS.filter((one) => one.trim() !== "")) {
    let said: string;
    try {
      said = refused(id, ...args(text));
    } catch {
      // METALS.STATUS gives its refusals as text.
      continue;
    }
    expect([text.slice(0, 9), said]).toEqual([text.slice(0, 9), expect.stringMatching(/^#/)]);
  }
});
