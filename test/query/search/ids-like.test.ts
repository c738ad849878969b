import { viewAt } from "../../../src/dataset/view";
import { idsLike, searchFor } from "../../../src/query/search/view-search";
import { seeds } from "../../fixtures/seeds";

const view = viewAt(seeds());
const like = idsLike(view);

describe("ids like one that there is not", () => {
  test.each([
    ["imports.coper.chn.wld.value.customs.a", "imports.copper.chn.wld.value.customs.a"],
    ["copper.chile", "production.copper.chl.mine.content.usgs.a"],
    ["imports.copper.chn", "imports.copper.chn.wld.value.customs.a"],
  ])("%s is like %s", (given, id) => {
    expect(like(given)).toContain(id);
  });

  test("of codes alone they are those that a whole search finds", () => {
    const ids = view.catalogue.series.filter((_, i) => i % 97 === 0).map(({ id }) => id.split("."));
    for (const [i, codes] of ids.entries()) {
      const given = codes.filter((_, at) => at !== i % codes.length).join(".");
      const found = searchFor(view).search(given, 3);
      expect([given, like(given)]).toEqual([given, found.map(({ series }) => series.id)]);
    }
  });

  test("where a word is of no code, labels have their say: Czechia is not called czec", () => {
    expect(like("imports.silicon-metal.czec.hn.vdalue.eurostat.a")[0]).toBe(
      "imports.silicon-metal.cze.chn.value.eurostat.a",
    );
    expect(like("中国.铜")).not.toEqual([]);
  });
});
