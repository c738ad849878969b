import { simplifier } from "../../../src/query/words/simplified";
import { createSearch } from "../../../src/query/search/search";
import { WORD_LISTS } from "../../../src/query/words/spellings";
import { Words } from "../../../src/query/words/words";
import { recipesOf } from "../../../src/tables/recipe/recipes";
import { evaluate, seeds } from "../../fixtures/seeds";

const dataset = seeds();
const words = new Words(dataset);
const simplify = simplifier(dataset);
const pairs = dataset
  .rows("codes/characters")
  .map(({ traditional, simplified }) => [traditional!, simplified!] as const);
const traditionalOf = new Map(pairs.map(([traditional, simplified]) => [simplified, traditional]));
const inTraditional = (text: string) =>
  text.replace(/\p{Script=Han}/gu, (character) => traditionalOf.get(character) ?? character);

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
const named = WORD_LISTS.flatMap((list) =>
  [...dataset.codes(list).values()].flatMap((code) =>
    [code.label_zh, ...code.aliases].filter(isChinese).map((word) => [list, code.id, word] as const),
  ),
);
const tables = recipesOf(dataset).flatMap(({ name_zh, aliases = [] }) => [name_zh, ...aliases].filter(isChinese));
const goods = [...dataset.codes("known_goods").values()].flatMap(({ label_zh, aliases }) =>
  [label_zh, ...aliases].filter(isChinese),
);

/** The characters of Big5, with which traditional Chinese is written. */
function big5(): Set<string> {
  const decoder = new TextDecoder("big5");
  const bytes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const trails = [...bytes(0x40, 0x7e), ...bytes(0xa1, 0xfe)];
  return new Set(
    bytes(0xa1, 0xf9).flatMap((lead) => trails.map((trail) => decoder.decode(Uint8Array.of(lead, trail)))),
  );
}

describe("Chinese words typed in traditional characters", () => {
  it("there are hundreds of them, in every list", () => {
    expect(named.length).toBeGreaterThan(800);
    expect(new Set(named.map(([list]) => list)).size).toBe(WORD_LISTS.length);
  });

  it("each stands for what it does in simplified ones", () => {
    const wrong = named.filter(([list, id, word]) => {
      const typed = simplify(inTraditional(word));
      return typed !== word || words.find(list, typed) !== words.find(list, word) || words.find(list, word) !== id;
    });
    expect(wrong).toEqual([]);
  });

  it("every character that is not used in traditional texts has one that is", () => {
    const used = big5();
    expect(used.size).toBeGreaterThan(13_000);
    const all = [...named.map(([, , word]) => word), ...tables, ...goods].join("");
    const missing = [...new Set(all.match(/\p{Script=Han}/gu))].filter(
      (character) => !used.has(character) && !traditionalOf.has(character),
    );
    expect(missing).toEqual([]);
  });

  it("no word of the data is written with a character that would be read as another", () => {
    const all = [...named.map(([, , word]) => word), ...tables, ...goods];
    expect(all.filter((word) => simplify(word) !== word)).toEqual([]);
  });
});

describe("formulas and searches in traditional characters", () => {
  const { find } = createSearch(dataset);

  it.each([
    ['=METALS.IMPORTS("銅",2024)', '=METALS.IMPORTS("铜",2024)'],
    ['=METALS.IMPORTS("銅",2024,"智利","重量")', '=METALS.IMPORTS("铜",2024,"智利","重量")'],
    ['=METALS.PRODUCTION("鎳",2024,"印尼",,"萬噸")', '=METALS.PRODUCTION("镍",2024,"印尼",,"万吨")'],
    ['=REE.QUOTA(2024,"開採")', '=REE.QUOTA(2024,"开采")'],
    ['=METALS.TABLE("金屬年均價")', '=METALS.TABLE("金属年均价")'],
    ['=METALS.FIND("鎢 出口")', '=METALS.FIND("钨 出口")'],
    ['=METALS.GRID("進口",{"銅";"鋁"},2024)', '=METALS.GRID("进口",{"铜";"铝"},2024)'],
  ])("%s", (typed, simplified) => {
    expect(evaluate(typed)).toEqual(evaluate(simplified));
  });

  it.each(["銅 進口", "稀土配額 2024", "鎢 出口", "鋁土礦 幾內亞", "鉛鋅 產量", "磁體 美國", "銻 管制"])(
    "%s",
    (typed) => {
      const { hits, unknown } = find(simplify(typed));
      expect([hits.length > 0, unknown]).toEqual([true, []]);
    },
  );
});
