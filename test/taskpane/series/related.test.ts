import { viewAt } from "../../../src/dataset/view";
import { readerOf } from "../../../src/functions/answering/asking";
import { relatedSeries } from "../../../src/taskpane/series/related";
import { seeds, sessionOf } from "../../fixtures/seeds";

const reader = readerOf(viewAt(seeds()), sessionOf());
const related = (id: string) =>
  Object.fromEntries(
    relatedSeries(reader, reader.view.catalogue.seriesById(id)!).map(({ relation, series }) => [
      relation,
      series.map((one) => one.id),
    ]),
  );

test("a trade series leads to its weight, its other periods, its partners and the implied level", () => {
  const found = related("imports.copper.chn.wld.value.customs.a");
  expect(found["measure"]).toEqual(["imports.copper.chn.wld.weight.customs.a"]);
  expect(found["freq"]).toContain("imports.copper.chn.wld.value.customs.c");
  expect(found["transformation"]).toContain("imports.copper.chn.wld.value.customs.a.implied");
  expect(found["partner"]).toContain("imports.copper.chn.pak.value.customs.a");
});

test("the other side of trade and who else counts are told apart", () => {
  expect(related("imports.lithium.chn.wld.value.customs.a")["side"]).toEqual(
    expect.arrayContaining(["exports.lithium.chn.wld.value.customs.a", "balance.lithium.chn.wld.value.customs.a"]),
  );
  expect(related("imports.manganese.chn.wld.value.customs.a")["basis"]).toEqual([
    "imports.manganese.chn.wld.value.baci.a",
  ]);
});

test("stages are related although each is measured in its own way", () => {
  expect(related("production.copper.chn.mine.content.usgs.a")["stage"]).toContain(
    "production.copper.chn.refinery.gross.usgs.a",
  );
});

test("the largest comes first", () => {
  expect(related("production.copper.chn.mine.content.usgs.a")["reporter"]?.slice(0, 2)).toEqual([
    "production.copper.wld.mine.content.usgs.a",
    "production.copper.chl.mine.content.usgs.a",
  ]);
});

test("a series is not related to itself, nor to other metals", () => {
  const all = Object.values(related("imports.copper.chn.wld.value.customs.a")).flat();
  expect(all.every((id) => id.includes(".copper.") && id !== "imports.copper.chn.wld.value.customs.a")).toBe(true);
});
