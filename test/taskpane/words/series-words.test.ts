import { joined, seriesWords } from "../../../src/taskpane/words/series-words";
import { seeds } from "../../fixtures/seeds";

const words = (id: string, language: "en" | "zh" = "en") => seriesWords(seeds(), seeds().seriesById(id)!, language);

test("the label is told apart: what, where, of what kind, who counts", () => {
  expect(words("exports.rare-earth-magnets.chn.usa.weight.customs.m.growth")).toEqual({
    title: "Exports of rare-earth magnets to United States",
    details: ["China", "printed growth over a year before", "weight", "China Customs"],
  });
});

test("in Chinese as well", () => {
  expect(words("imports.copper.chn.wld.value.customs.a", "zh")).toEqual({
    title: "铜矿砂及其精矿进口",
    details: ["中国", "金额", "中国海关"],
  });
});

test("brackets and commas that belong to the goods stay with them", () => {
  expect(words("exports.rare-earths.chn.wld.weight.customs.s").title).toBe(
    "Exports of rare earths (ores, metals and compounds)",
  );
  expect(words("quota.rare-earths.chn.mining.heavy.all.all.miit.a").title).toBe(
    "Rare earths, mining quota, ionic clay, mainly medium and heavy",
  );
});

test("a label of another form stays whole", () => {
  expect(words("price.copper.wld.worldbank.a")).toEqual({
    title: "Copper: World Bank price, annual average",
    details: ["World"],
  });
});

test("no two series read alike", () => {
  for (const language of ["en", "zh"] as const) {
    const seen = new Map<string, string>();
    const alike = seeds().series.filter((series) => {
      const { title, details } = seriesWords(seeds(), series, language);
      const text = [title, ...details, series.freq].join("|");
      const before = seen.get(text);
      seen.set(text, series.id);
      return before !== undefined;
    });
    expect(alike.map(({ id }) => id)).toEqual([]);
  }
});

test("the mark between details never begins a line", () => {
  expect(joined(["China", "", "weight"])).toBe("China\u00a0· weight");
});
