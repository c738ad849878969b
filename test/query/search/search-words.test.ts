import { viewAt } from "../../../src/dataset/view";
import { createSearch, type Hit } from "../../../src/query/search/search";
import { rowsOf } from "../../../src/query/search/search-rows";
import { tableDocuments } from "../../../src/tables/recipe/recipes";
import { seeds } from "../../fixtures/seeds";

const dataset = seeds();
const { find } = createSearch(dataset, viewAt(dataset), { documents: tableDocuments(dataset) });

const nameOf = (row: Hit | undefined): string | undefined => {
  if (!row) return undefined;
  if (row.kind === "question") return row.best.series.id;
  if (row.kind === "events") return `events ${row.type}`;
  if (row.kind === "computed") return `${row.how} ${row.series.id}`;
  return row.kind === "source" ? row.source.id : `${row.kind} ${row.id}`;
};
const first = (text: string) => nameOf(rowsOf(find(text))[0]);

describe("an analyst's words", () => {
  it.each([
    ["antimony controls", "events export-control"],
    ["rare earth licences", "events export-control"],
    ["稀土 出口管制", "events export-control"],
    ["metal prices", "table metal-prices"],
    ["金属价格", "table metal-prices"],
    ["dependence", "table china-dependence"],
    ["dependency", "table china-dependence"],
    ["copper output China smelter", "production.copper.chn.smelter.content.usgs-myb.a"],
    ["who supplies China's cobalt", "imports.cobalt-intermediates.chn.cod.weight.customs.a"],
    ["cobalt suppliers", "imports.cobalt-intermediates.chn.cod.weight.customs.a"],
    ["cobalt from DRC", "imports.cobalt-intermediates.chn.cod.weight.customs.a"],
    ["cobalt DRC", "production.cobalt.cod.mine.content.usgs.a"],
    ["who buys China's magnets", "exports.rare-earth-magnets.chn.usa.weight.customs.a"],
    ["买家 磁体", "exports.rare-earth-magnets.chn.usa.weight.customs.a"],
    ["tungsten production share", "share production.tungsten.chn.mine.content.usgs.a"],
    ["growth of copper imports", "growth imports.copper.chn.wld.value.customs.a"],
    ["rare earth quota history", "quota.rare-earths.chn.mining.total.all.all.miit.a"],
    ["monthly magnet exports", "exports.rare-earth-magnets.chn.wld.weight.customs.m"],
    ["bauxite Guinea", "imports.aluminium.chn.gin.value.customs.a"],
    ["refined copper imports from Chile", "imports.refined-copper.chn.chl.value.baci.a"],
  ])("%s", (text, name) => {
    expect(first(text)).toBe(name);
  });

  it("the computed figure comes before the series it is computed from", () => {
    const rows = rowsOf(find("share of nickel imports Indonesia")).map(nameOf);
    expect(rows.slice(0, 2)).toEqual([
      "share imports.nickel.chn.idn.weight.customs.a",
      "imports.nickel.chn.idn.weight.customs.a",
    ]);
  });
});

describe("goods that are known and not in the data", () => {
  const goods = dataset.codes("known_goods");

  it.each(["NdPr", "didymium", "镨钕", "氧化镨钕", "NdPr price", "PrNd oxide exports"])(
    "%s: what comes nearest",
    (text) => {
      const { notHeld, hits, isWhole } = find(text);
      expect(notHeld).toMatchObject([{ good: "neodymium-praseodymium", nearest: "rare-earths" }]);
      expect(isWhole).toBe(false);
      for (const { series } of hits) expect(dataset.catalogue.metalOf(series.item)).toBe("rare-earths");
    },
  );

  /** A few letters may be the beginning of what is held. */
  const isTelling = (name: string) => /\p{Script=Han}/u.test(name) || name.length > 3;

  it("every name on the list is found as such, unless an item has the name", () => {
    for (const { id, label, label_zh, aliases } of goods.values())
      for (const name of [label, label_zh, ...aliases].filter(isTelling)) {
        const { notHeld, hits, unknown } = find(name);
        const isItem = hits.length > 0 && notHeld.length === 0;
        if (!isItem) expect([name, notHeld.map(({ good }) => good), unknown]).toEqual([name, [id], []]);
      }
  });

  it("without anything near there are no series of other goods, unless they have the word in their name", () => {
    for (const { nearest, label } of goods.values())
      for (const text of nearest === "" ? [label, `${label} imports`, `${label} price 2024`] : []) {
        const others = find(text).hits.filter(({ series: { item } }) => !item.includes(label.toLowerCase()));
        expect([text, others]).toEqual([text, []]);
      }
  });

  it("an item without series: its events, or what comes nearest", () => {
    expect(find("lithium batteries price")).toMatchObject({ hits: [], notHeld: [{ good: "lithium-batteries" }] });
    expect(first("lithium batteries price")).toBe("events export-control");
    const found = find("promethium price");
    expect(found.notHeld).toMatchObject([{ good: "promethium", list: "items", nearest: "rare-earths" }]);
    expect(found.missing).toEqual(["price"]);
    expect(found.hits.every(({ series }) => series.indicator !== "price")).toBe(true);
  });

  it("an item whose products alone have series is held", () => {
    expect(find("hafnium")).toMatchObject({ notHeld: [], isWhole: true });
    expect(find("hafnium").hits[0]!.series.item).toBe("unwrought-hafnium");
  });
});

describe("digits", () => {
  it.each(["2612", "2613", "740319", "283699", "850519", "HS 2613", "7408", "26", "20251"])(
    "%s is nobody's",
    (text) => {
      expect(find(text)).toMatchObject({ hits: [], isWhole: false });
      expect(find(text).unknown).toHaveLength(1);
    },
  );

  it.each(["2603", "260300", "2603.00", "26030000", "2603.00.00", "HS 2603", "hs code 260300"])(
    "%s is copper ore",
    (text) => {
      const { hits, isWhole } = find(text);
      expect([hits[0]!.series.item, hits.every(({ series }) => series.item === "copper"), isWhole]).toEqual([
        "copper",
        true,
        true,
      ]);
    },
  );

  it("a heading names goods as they are traded, not what is smelted of them", () => {
    expect(
      find("2606")
        .hits.map(({ series }) => series.id)
        .filter((id) => /^production/.test(id)),
    ).toEqual([]);
  });

  it("every HS code of the list with one digit changed is another or none", () => {
    const codes = [...dataset.codes("items").values()]
      .flatMap(({ hs }) => String(hs ?? "").split(/[|+]/))
      .filter(Boolean);
    const held = new Set(codes);
    for (const code of held)
      for (const digit of "0123456789") {
        const other = code.slice(0, -1) + digit;
        if (!held.has(other) && !held.has(other.replace(/00$/, "")))
          expect([other, find(other).hits]).toEqual([other, []]);
      }
  });
});

describe("countries", () => {
  it.each([...dataset.codes("areas").values()].map(({ id, label }) => [label, id]))(
    "%s is that or nothing",
    (label, id) => {
      for (const { series } of find(label).hits)
        expect([label, series.reporter === id || series.partner === id || series.id.includes(id)]).toEqual([
          label,
          true,
        ]);
    },
  );

  it.each([
    ["Austrlia lithium", "production.lithium.aus.mine.content.usgs.a"],
    ["nickel Indonesai", "production.nickel.idn.mine.content.usgs.a"],
  ])("a clear typing error: %s", (text, id) => {
    expect(first(text)).toBe(id);
  });

  it("no series for a country without figures, and its name is told", () => {
    expect(find("Tuvalu")).toMatchObject({ hits: [], missing: ["Tuvalu"] });
    expect(find("copper from Tuvalu")).toMatchObject({ missing: ["Tuvalu"], isWhole: false });
  });
});

describe("a dropped word is told as typed", () => {
  it.each([
    ["lithium imports from Australia", ["Australia"]],
    ["lithium reserves monthly", ["monthly"]],
    ["tungsten concentrate from Chile", ["Chile"]],
    ["gallium reserves", ["reserves"]],
    ["镓 储量", ["储量"]],
  ])("%s", (text, missing) => {
    expect(find(text)).toMatchObject({ missing, unknown: [], isWhole: false });
  });

  it("what nothing is called by is told apart", () => {
    expect(find("copper from Unicornia")).toMatchObject({ missing: [], unknown: ["Unicornia"] });
    expect(find("wheat imports")).toMatchObject({ unknown: ["wheat"] });
  });

  it.each([
    ["⽖", ["爪"]],
    ["copper from Ｕｎｉｃｏｒｎｉａ", ["Unicornia"]],
    ["x\u0301y", ["xy"]],
    ["ﬁsh", ["fish"]],
  ])("in the usual form of its letters: %s", (text, unknown) => {
    expect(find(text)).toMatchObject({ unknown });
  });

  it("whatever its letters, a search that finds nothing names a word", () => {
    const radicals = Array.from({ length: 0x160 }, (_, i) => String.fromCodePoint(0x2e80 + i));
    const compatible = Array.from({ length: 0x200 }, (_, i) => String.fromCodePoint(0xf900 + i));
    const isWord = (text: string) => /[\p{L}\p{N}]|\p{Script=Han}/u.test(text);
    const mute = [...radicals, ...compatible].filter((text) => {
      const { isWhole, unknown, missing, notHeld } = find(text);
      return isWord(text) && !isWhole && [...unknown, ...missing, ...notHeld].length === 0;
    });
    expect(mute).toEqual([]);
  });
});

it("one question is one row, whatever the measure, basis, frequency or rate", () => {
  const rows = rowsOf(find("magnet exports US"));
  const questions = rows.flatMap((row) => (row.kind === "question" ? [row] : []));
  expect(new Set(questions.map(({ best: { series } }) => `${series.item} ${series.partner}`)).size).toBe(
    questions.length,
  );
  expect(questions[0]!.variants.map(({ freq }) => freq)).toContain("m");
});

it("rows keep to the series that filters leave", () => {
  const found = find("copper imports");
  const left = found.hits.filter(({ series }) => series.basis === "baci");
  const shown = rowsOf(found, left).flatMap((row) =>
    row.kind === "question" ? [row.best.series, ...row.variants] : [],
  );
  expect(new Set(shown)).toEqual(new Set(left.map(({ series }) => series)));
});
