import { createSearch } from "../../../src/query/search/search";
import { searchFor } from "../../../src/query/search/view-search";
import { seeds } from "../../fixtures/seeds";
import { LATER, twoReleases } from "../../fixtures/two-releases";
import { viewAt } from "../../../src/dataset/view";

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
    ["gallium", "production.gallium.chn.primary.gross.usgs.a"],
    ["Ga exports", "exports.gallium.chn.wld.weight.customs.m"],
    ["稀土 配额", "quota.rare-earths.chn.mining.total.all.all.miit.a"],
    ["稀土出口", "exports.rare-earths.chn.wld.weight.customs.a"],
    ["magnet exports", "exports.rare-earth-magnets.chn.wld.weight.customs.a"],
    ["稀土出口配额", "export-quota.rare-earths.chn.total.all.mofcom.a"],
    ["锂 储量", "reserves.lithium.chn.content.usgs.a"],
    ["镍 印尼", "production.nickel.idn.mine.content.usgs.a"],
    ["heavy rare earth quota", "quota.rare-earths.chn.mining.heavy.all.all.miit.a"],
    ["lithium production australia", "production.lithium.aus.mine.content.usgs.a"],
    ["cobalt congo", "production.cobalt.cod.mine.content.usgs.a"],
    ["lithium carbonate imports", "imports.lithium-carbonate.chn.wld.weight.customs.a"],
    ["refined copper production 2024", "production.copper.wld.refinery.gross.usgs.a"],
    ["ten nonferrous metals", "production.ten-nonferrous-metals.chn.total.gross.nbs.a"],
    ["growth", "fixed-asset-investment.nonferrous-metals.chn.nbs.a.growth"],
  ])("%s", (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  it("a full id before anything else", () => {
    expect(ids("imports.copper.chn.wld.weight.customs.a")[0]).toBe("imports.copper.chn.wld.weight.customs.a");
  });
});

describe("a time that is named", () => {
  const first = (text: string) => {
    const { series, period } = search(text)[0]!;
    return [series.id, period];
  };

  it.each([
    ["magnets US June", "exports.rare-earth-magnets.chn.usa.weight.customs.m", "2025-06"],
    ["美国 磁体 6月", "exports.rare-earth-magnets.chn.usa.weight.customs.m", "2025-06"],
    ["magnet exports 2025-06", "exports.rare-earth-magnets.chn.wld.weight.customs.m", "2025-06"],
    ["永磁 2025年6月", "exports.rare-earth-magnets.chn.wld.weight.customs.m", "2025-06"],
    ["copper imports 2012", "imports.copper.chn.wld.value.customs.a", "2012"],
  ])("chooses the figure: %s", (text, id, period) => {
    expect(first(text)).toEqual([id, period]);
  });

  it("does not lead away from the goods that are named, nor hide that a year has no figure", () => {
    expect(first("rare earth exports march 2031")).toEqual(["exports.rare-earths.chn.wld.weight.customs.m", undefined]);
    expect(first("rare earth quota 2025")).toEqual(["quota.rare-earths.chn.mining.total.all.all.miit.a", undefined]);
  });

  it("may be all that is typed without being one", () => {
    expect(first("2603")[0]).toBe("imports.copper.chn.wld.value.customs.a");
    expect(() => search("may")).not.toThrow();
  });
});

describe("tells what became of the words", () => {
  const { find } = createSearch(seeds());

  it("a word that nothing is called by", () => {
    expect(find("copper unicorn")).toMatchObject({ isWhole: false, unknown: ["unicorn"] });
    expect(find("zzzzzzzz")).toMatchObject({ hits: [], others: [], isWhole: false, unknown: ["zzzzzzzz"] });
  });

  it("words that nothing has together", () => {
    expect(find("iron ore reserves iceland")).toMatchObject({ isWhole: false, unknown: [] });
    expect(find("copper imports")).toMatchObject({ isWhole: true, unknown: [] });
  });

  it("no words: every series, best known first", () => {
    const { hits, isWhole } = find(" ");
    expect([hits.length, isWhole]).toEqual([seeds().series.length, true]);
    expect(hits[0]!.score).toBeGreaterThan(hits.at(-1)!.score);
  });
});

describe("forgives", () => {
  it.each(["cop imp", "coper imports", "coppr imprts", "COPPER  IMPORTS", "copper-imports", "cópper imports"])(
    "%s",
    (text) => {
      expect(ids(text)[0]).toBe("imports.copper.chn.wld.value.customs.a");
    },
  );

  it("every beginning of a word finds something of it", () => {
    for (let length = 2; length <= "lithium".length; length++)
      expect(ids("lithium".slice(0, length), 400).some((id) => id.includes("lithium"))).toBe(true);
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
  const found = (release: string) =>
    searchFor(viewAt(dataset, { release }))
      .search("zinc imports")
      .map(({ series }) => series.id);
  expect(found("R2")).toContain(LATER);
  expect(found("R1")).not.toContain(LATER);
});

describe("one letter", () => {
  const { find } = createSearch(seeds());

  it.each(["c", "m", "l", "z"])("%s begins the name of something that each series found is told by", (letter) => {
    const { hits, unknown } = find(letter);
    expect(unknown).toEqual([]);
    expect(hits.length).toBeGreaterThan(50);
    const rows = hits.slice(0, 20).map(({ series }) => series);
    const dataset = seeds();
    const names = ({ indicator, item, measure, basis, stage, transformation, freq }: (typeof rows)[number]) =>
      [
        ["indicators", indicator],
        ["items", item],
        ["measures", measure],
        ["bases", basis],
        ["stages", stage],
        ["transformations", transformation],
        ["frequencies", freq],
      ].flatMap(([list, id]) => {
        const code = dataset.codes(list!).get(id!);
        return code ? [code.id, code.label, String(code["symbol"] ?? ""), ...code.aliases] : [];
      });
    const begins = new RegExp(`(?:^|[^a-z0-9])${letter}`, "i");
    expect(rows.filter((series) => !names(series).some((name) => begins.test(name)))).toEqual([]);
  });

  it("that nothing is called by finds what mentions it, or says so", () => {
    for (const letter of "abcdefghijklmnopqrstuvwxyz") {
      const { hits, unknown } = find(letter);
      expect({ letter, unknown }).toEqual({ letter, unknown: hits.length > 0 ? [] : [letter] });
    }
  });
});
