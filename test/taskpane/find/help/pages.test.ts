import { rowsOf } from "../../../../src/query/search/search-rows";
import type { PaneContext } from "../../../../src/taskpane/context/pane-context";
import { helpFor, helpPage } from "../../../../src/taskpane/find/help/pages";
import { helpTexts } from "../../../../src/taskpane/find/help/texts";
import { PLACES } from "../../../../src/taskpane/navigation/places";
import { FUNCTIONS } from "../../../../src/functions";
import { contextOf } from "../../context";

const contexts = new Map<string, PaneContext>();
beforeAll(async () => {
  for (const language of ["en", "zh"] as const) contexts.set(language, await contextOf({ language }));
});

/** What explains, in order, and whether it stands before everything that the data has. */
function explained(text: string, language = "en"): [ids: string[], isFirst: boolean] {
  const context = contexts.get(language)!;
  const found = context.search.find(text);
  const rows = rowsOf(found);
  const hits = helpFor(context, text, found, rows[0]);
  return [hits.map(({ id }) => id), hits.length > 0 && (rows.length === 0 || hits[0]!.score > rows[0]!.score)];
}

describe("what explains how something is done", () => {
  test.each([
    ["METALS.GROWTH", "METALS.GROWTH"],
    ["ree.quota", "REE.QUOTA"],
    ["growth formula", "METALS.GROWTH"],
    ["how to refresh", "updates"],
    ["update workbook", "updates"],
    ["repair", "audit"],
    ["#NAME?", "audit"],
    ["share workbook", "share"],
    ["restore formulas", "share"],
    ["language", "settings"],
    ["help", "help"],
    ["shortcuts", "help"],
  ])("%s comes first", (text, id) => {
    const [ids, isFirst] = explained(text);
    expect([ids[0], isFirst]).toEqual([id, true]);
  });

  test.each([
    ["如何刷新", "updates"],
    ["怎样还原公式", "share"],
    ["修复", "audit"],
    ["快捷键", "help"],
    ["METALS.GROWTH", "METALS.GROWTH"],
    ["进口公式", "METALS.IMPORTS"],
  ])("%s, in Chinese", (text, id) => {
    const [ids, isFirst] = explained(text, "zh");
    expect([ids[0], isFirst]).toEqual([id, true]);
  });

  test("the name of a function that the data has, too, stands behind the best of the data", () => {
    expect(explained("imports")).toEqual([["METALS.IMPORTS"], false]);
    expect(explained("price")).toEqual([["METALS.PRICE"], false]);
    expect(explained("cagr")).toEqual([["METALS.CAGR"], false]);
    expect(explained("revisions")).toEqual([["METALS.REVISIONS"], false]);
    // So do places: "pin" begins the name of a price list.
    expect(explained("pin a date")).toEqual([["updates"], false]);
  });

  test.each([
    "copper imports 2023",
    "metal prices",
    "antimony controls",
    "export controls",
    "dependence",
    "zzcopper",
    "钨 出口",
    "lithium",
    "share of nickel",
  ])("%s asks for no explanation", (text) => {
    expect(explained(text)).toEqual([[], false]);
  });

  test("leads to functions and to places that there are", () => {
    const places = PLACES.map(({ id }) => id);
    for (const id of Object.keys(helpTexts.en)) expect(places).toContain(id);
    expect(Object.keys(helpTexts.zh)).toEqual(Object.keys(helpTexts.en));
    for (const { id } of FUNCTIONS)
      expect(helpPage(contexts.get("zh")!, id)).toMatchObject({ title: id, isPlace: false });
    expect(helpPage(contexts.get("zh")!, "updates")).toMatchObject({ title: "刷新", isPlace: true });
  });
});
