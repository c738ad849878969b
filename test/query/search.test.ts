import { createSearch } from "../../src/query/search";
import { searchFor } from "../../src/query/view-search";
import { seeds } from "../fixtures/seeds";
import { LATER, twoReleases } from "../fixtures/two-releases";

const { search } = createSearch(seeds());
const ids = (text: string, limit = 10) => search(text, limit).map(({ series }) => series.id);

describe("finds what is meant first", () => {
  it.each([
    ["magnets US", "exports.rare-earth-magnets.chn.usa.weight.customs.a"],
    ["美国磁体", "exports.rare-earth-magnets.chn.usa.weight.customs.a"],
    ["copper imports", "imports.copper.chn.wld.value.customs.a"],
    ["铜进口", "imports.copper.chn.wld.value.customs.a"],
    ["2603", "imports.copper.chn.wld.value.customs.a"],
    ["Cu imports 2024", "imports.copper.chn.wld.value.customs.a"],
    ["Pakistan zinc", "imports.zinc.chn.pak.value.customs.a"],
    ["zinc from Pakistan", "imports.zinc.chn.pak.value.customs.a"],
    ["quota mining", "quota.rare-earths.chn.mining.total.all.all.miit.a"],
    ["稀土配额", "quota.rare-earths.chn.mining.total.all.all.miit.a"],
    ["reserves lithium", "reserves.lithium.chn.content.usgs.a"],
    ["nickel price", "price.nickel.wld.worldbank.a"],
    ["ten nonferrous metals", "production.ten-nonferrous-metals.chn.total.gross.nbs.a"],
  ])("%s", (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  it("a full id before anything else", () => {
    expect(ids("imports.copper.chn.wld.weight.customs.a")[0]).toBe("imports.copper.chn.wld.weight.customs.a");
  });
});

describe("forgives", () => {
  it.each(["cop imp", "coper imports", "coppr imprts", "COPPER  IMPORTS", "copper-imports", "cópper imports"])("%s", (text) => {
    expect(ids(text)[0]).toBe("imports.copper.chn.wld.value.customs.a");
  });

  it("every beginning of a word finds something of it", () => {
    for (let length = 2; length <= "lithium".length; length++) expect(ids("lithium".slice(0, length), 400).some((id) => id.includes("lithium"))).toBe(true);
  });
});

it("asks for every word: those that match all leave out the rest", () => {
  for (const id of ids("antimony bolivia", 100)) expect(id).toMatch(/antimony\.bol/);
});

it("falls back on the most words when no series matches all", () => {
  expect(ids("copper unicorn")[0]).toContain("copper");
});

it("orders best first, within the limit", () => {
  const hits = search("rare earths", 7);
  expect(hits).toHaveLength(7);
  expect([...hits].sort((a, b) => b.score - a.score)).toEqual(hits);
});

it("finds nothing for nothing", () => {
  expect(["", "   ", "—", "zzzzzzzz"].map((text) => search(text))).toEqual([[], [], [], []]);
});

it("looks only among the series of the release", () => {
  const dataset = twoReleases();
  const found = (release: string) => searchFor(dataset.view({ release })).search("zinc imports").map(({ series }) => series.id);
  expect(found("R2")).toContain(LATER);
  expect(found("R1")).not.toContain(LATER);
});
