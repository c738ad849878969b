import { formulaFor } from "../../src/sheets/tables/formulas";
import { Refusal } from "../../src/query/refusal";
import { build, findRecipe, recipesOf, type TableArguments, type TableBlock, type TableCell } from "../../src/tables";
import { isFigureColumn, saysBases } from "../../src/tables/recipe/recipe";
import { openSession } from "./release";
import { viewAt } from "../../src/dataset/view";

const session = openSession();
const { dataset, units } = session;

function table(id: string, args: TableArguments = {}): TableBlock {
  return build(findRecipe(dataset, id, "name"), args, session, formulaFor);
}

/** The cell in the row that begins with some words, under a header, be it qualified by its bases or not. */
function cell(block: TableBlock, row: string, header: string): TableCell {
  const cells = block.rows.find(([first, second]) =>
    [first?.value, `${String(first?.value)} ${String(second?.value)}`].map(String).includes(row),
  );
  const found = cells?.[block.header.findIndex((text) => text === header || text.startsWith(`${header} (`))];
  if (!found) throw new Error(`no cell "${row}" under "${header}" in ${block.header.join(" | ")}`);
  return found;
}

const column = (block: TableBlock, header: string) =>
  block.rows.map((cells) => cells[block.header.indexOf(header)]!.value);

const everyTable = (["en", "zh"] as const).flatMap((language) => {
  const spoken = openSession(language);
  return recipesOf(dataset).map((recipe) => [`${recipe.id} (${language})`, build(recipe, {}, spoken), recipe] as const);
});

describe("every table, as it comes", () => {
  it.each(everyTable)("has a header, a kind and a cell for each column: %s", (_, block) => {
    expect(block.rows.length).toBeGreaterThan(1);
    expect([block.header.length, ...block.rows.map((cells) => cells.length)]).toEqual(
      Array(block.rows.length + 1).fill(block.kinds.length),
    );
    for (const text of [block.title, block.sourceNote, ...block.header]) expect(text).toMatch(/\S/);
    for (const text of [block.title, block.unitLine, block.sourceNote, ...block.header, ...block.notes])
      expect(text).not.toMatch(/[{}]|undefined/);
  });

  it.each(everyTable)("holds in each column what its kind says: %s", (_, { kinds, rows }) => {
    kinds.forEach((kind, i) => {
      const cells = rows.map((row) => row[i]!).filter(({ value }) => value !== "" && !(value instanceof Refusal));
      const types = new Set(cells.map(({ value }) => typeof value));
      expect(["text", "period"].includes(kind.kind) || [...types].every((type) => type === "number")).toBe(true);
      if (kind.kind === "text") expect([...types].every((type) => type === "string")).toBe(true);
      if (kind.kind === "value" && kind.unit)
        expect(new Set([kind.unit, ...cells.map(({ unit }) => unit)])).toEqual(new Set([kind.unit]));
    });
  });

  it.each(everyTable)("says why a figure is missing, and never shows a wrong word for it: %s", (_, { rows }) => {
    for (const { value } of rows.flat()) if (value instanceof Refusal) expect(value.code).toBe("#N/A");
  });

  it.each(everyTable)("stands on one basis in each column, or header or rows name them: %s", (_, block, recipe) => {
    const { header, rows, names } = block;
    const isNamed = (text: string) => (basis: string) =>
      (["en", "zh"] as const).some((language) => text.includes(dataset.label("bases", basis, language)));
    if (saysBases(recipe)) {
      expect(header).toEqual(names);
      for (const cells of rows) {
        const texts = cells.map(({ value }) => (typeof value === "string" ? value : "")).join("; ");
        expect(cells.flatMap(basesOf).filter((basis) => !isNamed(texts)(basis))).toEqual([]);
      }
      return;
    }
    header.forEach((text, i) => {
      const bases = new Set(rows.flatMap((cells) => basesOf(cells[i]!)));
      expect(bases.size <= 1 || [...bases].every(isNamed(text))).toBe(true);
      // The sheet has the short name, and the notes say what stands on which.
      if (bases.size > 1) expect([...bases].every(isNamed(block.notes.join(" ")))).toBe(true);
    });
  });

  it.each(everyTable)("leads from every figure to the series and the period it comes from: %s", (_, block, recipe) => {
    const figures = block.rows
      .flatMap((cells) => cells.filter((__, i) => !["text", "period"].includes(block.kinds[i]!.kind)))
      .filter(({ value }) => typeof value === "number");
    expect(figures.length > 0).toBe(recipe.columns.some(isFigureColumn));
    for (const { provenance } of figures) {
      expect(provenance.length).toBeGreaterThan(0);
      for (const one of provenance)
        expect("series" in one && viewAt(dataset).has(dataset.seriesById(one.series)!, one.period)).toBe(true);
    }
  });

  it.each(everyTable)("cites every document its figures and events come from: %s", (_, { rows, sources }) => {
    const cited = new Set(sources.map(({ id }) => id));
    const events = new Map(
      viewAt(dataset)
        .events()
        .map((event) => [event.id, event.source]),
    );
    for (const one of rows.flat().flatMap(({ provenance }) => provenance)) {
      const source =
        "event" in one
          ? events.get(one.event)!
          : viewAt(dataset).observation(dataset.seriesById(one.series)!, one.period)!.source;
      if (source) expect(cited).toContain(source);
    }
  });
});

function basesOf({ provenance }: TableCell): string[] {
  return provenance.flatMap((one) => ("series" in one ? [dataset.seriesById(one.series)!.basis] : []));
}

describe("what the tables say", () => {
  it("strategic metals: levels, the difference, the rate and the yearly rate", () => {
    const block = table("strategic-metals-imports");
    expect(["2012", "2024", "Change 2012 to 2024"].map((header) => cell(block, "Copper", header).value)).toEqual([
      16.93, 67.33, 50.4,
    ]);
    expect(cell(block, "Iron ore", "2024").unit).toBe("USD bn");
    expect(cell(block, "Unwrought nickel", "Basis").value).toBe("CEPII BACI");
    expect(cell(block, "Copper", "Basis").value).toBe("China Customs");
  });

  it("quotas: the confidential year is there, with its reason", () => {
    expect(column(table("rare-earth-quotas"), "Year").at(-1)).toBe(2024);
    const block = table("rare-earth-quotas", { to: "2025" });
    expect(column(block, "Year").at(-1)).toBe(2025);
    expect(cell(block, "2025", "Mining").value).toMatchObject({ kind: "absent", data: { reason: "confidential" } });
    expect(cell(block, "2023", "Mining").value).toBe(255000);
  });

  it("batches add up to their year wherever all of them are known", () => {
    const { rows } = table("rare-earth-quota-batches");
    const parts = (year: number, batch: string) =>
      rows.filter((row) => row[0]!.value === year && String(row[1]!.value).startsWith(batch));
    const mining = (year: number, batch: string) =>
      Number(parts(year, batch).find((row) => row[2]!.value === "Mining, total")![3]!.value);
    for (const year of [2017, 2018, 2019, 2020, 2021, 2022, 2024])
      expect(mining(year, "First") + mining(year, "Second")).toBe(mining(year, "All"));
    expect(mining(2023, "First") + mining(2023, "Second") + mining(2023, "Third")).toBe(255000);
    expect(parts(2024, "Third")).toEqual([]);
    const shares = parts(2023, "").filter(
      (row) => row[2]!.value === "Mining, total" && row[1]!.value !== "All batches",
    );
    expect(shares.reduce((sum, row) => sum + Number(row[4]!.value), 0)).toBeCloseTo(1, 12);
  });

  it("months: the change on the month before compares the levels, not the rounded rate that was printed", () => {
    const value = cell(table("magnet-exports-us"), "2025-06", "Change on the period before").value;
    expect(value).toBeCloseTo(353 / 46 - 1, 12);
  });

  it("months: the year stands below its months, and only when all of them are shown", () => {
    expect(column(table("magnet-exports-us", { from: "2025-01" }), "Period").slice(-2)).toEqual(["2025-12", 2025]);
    expect(column(table("magnet-exports-us"), "Period").at(-1)).toBe("2025-12");
  });

  it("ranks countries by the last year; the others together are what is not shown", () => {
    const block = table("world-production", { item: "copper" });
    const last = column(block, "2025").map(Number);
    const countries = last.slice(0, 10);
    expect(countries).toEqual([...countries].sort((a, b) => b - a));
    expect(column(block, "Country").slice(-2)).toEqual(["Other countries", "World"]);
    const others = block.rows.at(-2)![block.header.indexOf("2025")]!;
    const parts = others.provenance
      .map((one) =>
        "series" in one ? viewAt(dataset).observation(dataset.seriesById(one.series)!, one.period)! : undefined,
      )
      .map((part) => Number(part!.value));
    expect(others.value).toBe(parts.reduce((sum, part) => sum + part, 0));
    expect(others.provenance.length).toBeGreaterThan(1);
  });

  it("the others of each year are those of the edition behind its world total", () => {
    const block = table("world-production", { item: "zinc" });
    const others = (year: string) =>
      block.rows
        .at(-2)!
        [block.header.indexOf(year)]!.provenance.map((one) => ("series" in one ? one.series.split(".")[2] : ""));
    expect(others("2023")).toContain("zaf");
    expect(others("2024")).not.toContain("zaf");
    expect(others("2024")).toContain("rest");
  });

  it("a difference from a level that a rate implies is that of the two figures, and the implied one is told", () => {
    const block = table("strategic-metals-imports", { from: "2018" });
    expect(cell(block, "Copper", "2018").value).toBe(31.94);
    expect(cell(block, "Copper", "Change 2018 to 2024")).toMatchObject({
      value: 35.39,
      formula: '=METALS.IMPORTS("copper",2024,,,"USD bn")-METALS.IMPORTS("copper",2018,,,"USD bn")',
    });
    expect(block.notes.join(" ")).toMatch(/implies: 2018/);
  });

  it("concentration: one country with everything is 10,000, and no metal is beyond", () => {
    const block = table("china-dependence");
    const values = column(block, "Concentration of world production (HHI)").map(Number);
    for (const value of values) expect(value > 0 && value <= 10_000).toBe(true);
    const gallium = cell(block, "Gallium", "China's share of world production");
    expect(cell(block, "Gallium", "Concentration of world production (HHI)").value).toBeGreaterThan(
      10_000 * Number(gallium.value) ** 2,
    );
  });

  it("a metal means its ore where it is traded and mined as ore", () => {
    const block = table("china-dependence");
    const [imports, share] = [
      cell(block, "Aluminium (bauxite)", "China's imports"),
      cell(block, "Aluminium (bauxite)", "China's share of world production"),
    ];
    expect(imports.provenance).toEqual([{ series: "imports.aluminium.chn.wld.value.customs.a", period: "2024" }]);
    expect(share.provenance).toContainEqual({ series: "production.bauxite.chn.mine.gross.usgs.a", period: "2024" });
  });

  it("names lower bounds, estimates, breaks and doubts below the table", () => {
    expect(table("ten-metals-balance").notes).toContainEqual(
      expect.stringMatching(/^At least: Imports, 2024 .*Ten metals, as printed\)/),
    );
    expect(table("strategic-metals-imports").notes).toContainEqual(
      expect.stringMatching(/^Break in the series: 2012 .*\(Manganese/),
    );
    expect(table("nonferrous-sector").notes).toContainEqual(
      expect.stringMatching(/^Compared with a revised base: .*2025 Output of ten nonferrous metals, change/),
    );
    expect(table("magnet-exports-us").notes).toContainEqual(
      "Definition differs from the print: To the United States (2025-05, 2025-06).",
    );
    expect(table("world-production", { item: "lithium" }).notes).toContainEqual(
      "Withheld by the source: United States.",
    );
  });

  it("columns on different bases are told apart where no column says the basis of a row", () => {
    const { notes, header } = table("world-production-history");
    expect(header.slice(1, 12)).not.toContainEqual(expect.stringMatching(/USGS Minerals Yearbook/));
    const [compiled, yearbook] = ["USGS Yearbook, compiled 1998-2015", "USGS Minerals Yearbook"].map(
      (basis) => notes.find((note) => note.startsWith(`${basis}: `)) ?? "",
    );
    expect(compiled).toMatch(/1998/);
    expect(compiled).not.toMatch(/2018/);
    expect(yearbook).toMatch(/2018/);
    expect(table("china-dependence").notes.some((note) => note.startsWith("CEPII BACI: "))).toBe(false);
  });

  it("events are those of the span and of the item", () => {
    const gallium = table("export-controls", { item: "gallium", from: "2024", to: "2024" });
    expect(column(gallium, "Announcement")).toEqual(["Announcement 46/2024"]);
    const dates = column(table("rare-earth-events"), "Date").map(String);
    expect(dates).toEqual([...dates].sort());
    expect(dates.every((date) => date.startsWith("2025"))).toBe(true);
  });
});

describe("a unit that is asked for", () => {
  it("is that of every value and of the line under the title", () => {
    const block = table("rare-earth-quotas", { unit: units.get("kt") });
    expect(cell(block, "2024", "Mining")).toMatchObject({
      value: 270,
      unit: "kt",
      formula: '=REE.QUOTA(2024,"mining",,,"kt")',
    });
    expect(block.unitLine).toContain("thousand tonnes");
    expect(cell(block, "2024", "Mining, change").value).toBeCloseTo(15 / 255, 12);
  });
});
