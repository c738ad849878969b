import { compileFiles } from "../../../tools/data/compile";
import { coveragePage } from "../../../tools/data/coverage/page";
import { EMPTY, HELD } from "../../../tools/data/coverage/symbols";
import { seedRelease } from "../../fixtures/compiled";
import { draft, filesOf, seen, series, type Draft } from "./fixture";

const SYMBOLS = new Set<string>([...Object.values(HELD), ...Object.values(EMPTY)].map(({ symbol }) => symbol));

/** The page as section → row → year → cell. */
function read(page: string): Map<string, Map<string, Map<string, string>>> {
  const sections = page.split("\n## ").slice(1);
  return new Map(
    sections.map((text) => {
      const [title = "", ...lines] = text.split("\n").filter((line) => line !== "");
      const [header = [], , ...rows] = lines.map((line) => line.slice(1, -1).split("|"));
      const years = header.slice(1).map((year) => `20${year.replace("’", "")}`);
      return [
        title,
        new Map(rows.map(([label = "", ...cells]) => [label, new Map(cells.map((cell, i) => [years[i]!, cell]))])),
      ];
    }),
  );
}

function pageOf(it: Draft): string {
  const compilation = compileFiles(filesOf(it));
  if (!compilation.release) throw new Error(JSON.stringify(compilation.problems));
  return coveragePage(compilation.release);
}

describe("the coverage page of a small package", () => {
  const cell = (it: Draft, section: string, row: string, year: string) =>
    read(pageOf(it)).get(section)?.get(row)?.get(year);

  it("shows what kind of figure there is", () => {
    const it = draft();
    Object.assign(it.tables["observations/trade.csv"]![0]!, { relation: "at-least" });
    Object.assign(it.tables["observations/trade.csv"]![1]!, { relation: "approximately" });
    const copper = (year: string) => cell(it, "imports: customs", "copper, value", year);
    expect(["2012", "2023", "2024"].map(copper)).toEqual(["≥", "≈", "●"]);
    const world = (year: string) => cell(draft(), "production: usgs", "copper, wld, mine, content", year);
    expect(["2024", "2027"].map(world)).toEqual(["●", "f"]);
  });

  it("says why there is none", () => {
    const it = draft();
    it.tables["series.csv"]!.push(series("imports.copper.chn.wld.value.usgs.a", "USD", { rank: "20" }));
    it.tables["observations/trade.csv"]!.push(
      seen("imports.copper.chn.wld.value.usgs.a", "2022", "1", "USD", "paper-a"),
      seen("imports.copper.chn.pak.value.customs.a", "2021", "1", "USD", "paper-a"),
      seen("imports.copper.chn.wld.value.customs.a.growth", "2020", "1", "%", "paper-a"),
    );
    it.tables["derivations.csv"]![2]!["inputs"] = "c=imports.copper.chn.pak.value.customs.a@2024";
    Object.assign(it.tables["derivations.csv"]![2]!, { period: "2019", formula: "2*c", value: "0.62" });
    const copper = (year: string) => cell(it, "imports: customs", "copper, value", year);
    expect(["2022", "2021", "2020", "2019", "2018"].map(copper)).toEqual(["B", "P", "G", "X", "·"]);
    expect(["2025", "2026"].map((year) => cell(it, "quota: miit", "rare-earths, mining", year))).toEqual(["C", "C"]);
    expect(cell(it, "imports: customs", "copper, weight", "2025")).toBe("m");
    expect(cell(it, "imports: customs", "copper, weight", "2024")).toBe("M");
  });

  it("counts partners, countries and holders", () => {
    expect(cell(draft(), "imports: customs", "copper, value: single partners", "2024")).toBe("1");
    expect(cell(draft(), "production: usgs", "copper, mine, content: other countries", "2024")).toBe("1");
    expect(cell(draft(), "quota: miit", "rare-earths, mining: single holders", "2024")).toBe("1");
    expect(cell(draft(), "quota: miit", "rare-earths, mining: single holders", "2025")).toBe("C");
  });
});

describe("the coverage page of this repository", () => {
  const page = coveragePage(seedRelease());
  const sections = read(page);

  it("leaves no cell without a symbol of the legend or a count", () => {
    const cells = [...sections.values()].flatMap((rows) => [...rows.values()].flatMap((row) => [...row.values()]));
    expect(cells.length).toBeGreaterThan(2000);
    expect(cells.filter((cell) => !SYMBOLS.has(cell) && !/^[1-9]\d*$/.test(cell))).toEqual([]);
    for (const symbol of new Set(cells.filter((cell) => SYMBOLS.has(cell)))) expect(page).toContain(`|\`${symbol}\`|`);
  });

  it("has every indicator and every item that has figures", () => {
    const labels = [...sections.values()].flatMap((rows) => [...rows.keys()]);
    const { series: table } = seedRelease().tables;
    expect(table?.rows).toBeGreaterThan(1000);
    for (const item of [
      "Iron ore",
      "Copper",
      "Aluminium",
      "Lithium",
      "Manganese",
      "Zinc",
      "Lead",
      "Tin",
      "Nickel",
      "Cobalt",
      "Chromium",
      "Rare earths",
      "Rare-earth magnets",
      "Ten strategic metals",
      "Ten nonferrous metals",
    ]) {
      expect(labels.some((label) => label.startsWith(item))).toBe(true);
    }
  });

  it.each([
    ["Production quota: Ministry quotas", "Rare earths, mining", "2024", "●"],
    ["Production quota: Ministry quotas", "Rare earths, mining", "2025", "C"],
    ["Production quota: Ministry quotas", "Rare earths, mining", "2010", "i"],
    ["Production quota: Ministry quotas", "Rare earths, smelting and separation", "2013", "H"],
    ["Imports: China Customs", "Copper, value", "2024", "●"],
    ["Imports: China Customs", "Copper, value", "2015", "M"],
    ["Imports: China Customs", "Manganese, value", "2020", "B"],
    ["Imports: China Customs", "Iron ore, value", "2014", "X"],
    ["Imports: China Customs", "Zinc, value", "2012", "H"],
    ["Imports: China Customs", "Zinc, value", "2025", "P"],
    ["Imports: CEPII BACI", "Refined copper, value", "2018", "≥"],
    ["Imports: CEPII BACI", "Refined copper, unit value", "2024", "d"],
    ["Exports: China Customs", "Rare-earth magnets, weight", "2026", "m"],
    ["Exports: China Customs", "Copper, value", "2026", "…"],
    ["Trade balance: China Customs", "Lithium, value", "2024", "d"],
    ["Reserves: USGS", "Iron ore, World, crude ore", "2025", "●"],
  ])("shows %s, %s, %s as %s", (section, row, year, symbol) => {
    expect(sections.get(section)?.get(row)?.get(year)).toBe(symbol);
  });
});
