/** @jest-environment jsdom */
import type { SelectedCell } from "../../../src/workbook/cell/selected-cell";
import type { WorkbookPort } from "../../../src/workbook/port";
import { buildLayout } from "../../../src/sheets/tables/build-layout";
import type { TableLayout } from "../../../src/sheets/tables/layout";
import { SheetScan } from "../../../src/sheets/scan";
import type { TableUnderCell } from "../../../src/workbook/cell/table-under-cell";
import { sessionOf } from "../../fixtures/seeds";
import { cellWith, fakeWorkbook } from "../context";
import { all, one, openedAt, settled, text, toTab } from "../page";
import { viewAt } from "../../../src/dataset/view";

function workbookWith(cell: SelectedCell): WorkbookPort & { move(row: number): void; cell: SelectedCell } {
  const workbook = { ...fakeWorkbook(), cell, selectedCell: () => Promise.resolve(workbook.cell) };
  return workbook;
}

const open = (formula: string, over: Partial<SelectedCell> = {}, language: "en" | "zh" = "en") =>
  openedAt("cell", { workbook: workbookWith(cellWith(formula, { row: 2, column: 1 }, over)), language });

test("a formula is told in words, with its value, its status, who says so and where", async () => {
  await open('=METALS.IMPORTS("copper",2024)');
  expect(text(".cell-content")).toContain('=METALS.IMPORTS("copper",2024)');
  expect(text(".call-card h2")).toMatch(/imports of copper ores and concentrates.*2024/i);
  expect(text(".call-value")).toBe("67,330,000,000 USD");
  expect(text(".call-card")).toMatch(/67\.33 USD bn, published.*ANDAMAN PARTNERS.*Where: Paragraph 11/s);
  await open('=METALS.PRICE("copper",2024)');
  expect((one(".ground a") as HTMLAnchorElement).href).toMatch(/^https:/);
});

test("every call of a nested formula is told, the inner ones too", async () => {
  await open(
    '=SUM(METALS.IMPORTS("lithium",2024),1)-METALS.EXPORTS("lithium",METALS.LATEST("exports","lithium",,"period"))',
  );
  expect(all(".call-card").map((card) => card.querySelector(".quiet")?.textContent)).toEqual([
    'METALS.IMPORTS("lithium",2024)',
    'METALS.EXPORTS("lithium",METALS.LATEST("exports","lithium",,"period"))',
    'METALS.LATEST("exports","lithium",,"period")',
  ]);
  expect(all(".call-card.is-nested")).toHaveLength(1);
  expect(all(".call-value").map(({ textContent }) => textContent.replace(/[\d,]+/, "#"))).toEqual([
    "# USD",
    "# USD",
    "#",
  ]);
});

test("a fraction is told with its percentage, a figure in the unit it was asked for, and a title does not repeat the call above it", async () => {
  await open('=METALS.GROWTH("imports","copper",2024)*METALS.IMPORTS("copper",2024,,,"USD bn")');
  expect(all(".call-value").map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^0\.12\d* \(12\.03%\)$/),
    "67.33 USD bn",
  ]);
  expect(text(".call-card h2")).toMatch(/^China: imports of copper ores/);
  await open('=METALS.GROWTH("imports","copper",2024)');
  expect(text(".call-card h2")).toMatch(/^METALS\.GROWTH: China: imports of copper ores/);
});

test("an answer in words is told once, and not as large as a figure", async () => {
  await open('=METALS.STATUS("imports","copper",2024)');
  expect(text(".call-value")).toMatch(/^67\.33 USD bn, published/);
  expect(one(".call-value").classList.contains("is-text")).toBe(true);
  expect(text(".call-card").split(text(".call-value"))).toHaveLength(2);
});

test("a figure that is missing says why", async () => {
  await open('=REE.QUOTA(2025,"mining")');
  expect(text(".call-value")).toBe("#N/A");
  expect(text(".call-card")).toMatch(/confidential/i);
});

test("the series opens from the cell, and Back leads to the cell again", async () => {
  await open('=METALS.IMPORTS("copper",2012)');
  one(".call-series button").click();
  expect(text("#panel-cell h1")).toBe("Imports of copper ores and concentrates");
  expect(text("#panel-cell .readout")).toContain("16.93 USD bn");
  one("#panel-cell .back-button").click();
  expect(text(".call-value")).toBe("16,930,000,000 USD");
});

test("a spill is told from its formula's cell; where Excel does not tell, that is said", async () => {
  const anchor = { sheetId: "1", sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 };
  await open('=METALS.SERIES("imports","copper")', { anchor });
  expect(text(".cell-content")).toContain("Filled by the formula in Sheet1!A1.");
  expect(text(".call-value")).toMatch(/\d+ rows × 2 columns/);
  await open("", { knowsSpills: false, value: 5 });
  expect(text(".cell-content")).toContain("This Excel does not tell");
});

test("another selection is another explanation; a cell without Orebook is a quiet hint", async () => {
  const workbook = workbookWith(cellWith('=METALS.PRICE("copper",2024)', { row: 2, column: 1 }));
  await openedAt("cell", { workbook });
  expect(text("#panel-cell h1")).toBe("Sheet1!B3");
  workbook.cell = cellWith("=1+1", { row: 3, column: 1 });
  workbook.move(3);
  await settled();
  expect(text("#panel-cell h1")).toBe("Sheet1!B4");
  expect(text(".cell-content")).toContain("asks nothing of Orebook");
});

test("under another tab the selection is not followed", async () => {
  const workbook = workbookWith(cellWith("", { row: 2, column: 1 }));
  await openedAt("cell", { workbook });
  one("#tab-find").click();
  workbook.cell = cellWith('=METALS.PRICE("copper",2024)', { row: 3, column: 1 });
  workbook.move(3);
  await settled();
  expect(text("#panel-cell h1")).toBe("Sheet1!B3");
  await toTab("cell");
  expect(text("#panel-cell h1")).toBe("Sheet1!B4");
});

test("what only Excel can work out, and functions of other versions, are said to be", async () => {
  await open("=METALS.IMPORTS(LOWER(A1),2024)+METALS.FUTURE(1)");
  expect(all(".call-value").map(({ textContent }) => textContent)).toEqual([
    "Only Excel can work out what is asked here.",
    "This version of Orebook has no such function.",
  ]);
});

test("in Chinese", async () => {
  await open('=METALS.IMPORTS("copper",2024)', {}, "zh");
  expect(text(".call-card h2")).toMatch(/铜矿砂及其精矿/);
  expect(text(".call-card")).toMatch(/来源.*第.*段/s);
});

describe("a cell of an inserted table of values", () => {
  const table = (recipe: string, standing = {}) => ({
    id: "1",
    recipe,
    arguments: {},
    mode: "values" as const,
    standing,
    rows: 20,
    columns: 8,
  });
  /** How far the row of 2010 stands below the first year of the prices, 1960. */
  const to2010 = 2010 - 1960;
  const layoutOf = (asked: ReturnType<typeof table>): TableLayout => {
    const built = buildLayout(sessionOf(), asked, asked.standing);
    if ("refusal" in built) throw new Error(built.refusal);
    return built.layout;
  };
  /** The table with its first cell in B2, its rows as they were inserted or as `arrange` leaves them. */
  function under(
    asked: ReturnType<typeof table>,
    row: number,
    column: number,
    arrange = (rows: unknown[][]): unknown[][] => rows,
  ): TableUnderCell {
    const { rows, columns } = layoutOf(asked);
    const values = arrange(
      rows.map(({ cells }) =>
        cells.map((cell) => (typeof cell === "object" ? (cell && "error" in cell ? cell.error : "") : cell)),
      ),
    );
    const area = { row: 1, column: 1, rows: values.length, columns: values[0]!.length || columns };
    const sheet = new SheetScan({ id: "1", name: "Sheet1", visibility: "Visible", isProtected: false }, area, [
      { ...area, formulas: values, values },
    ]);
    return { table: asked, sheet, area, row, column };
  }

  /** The first row of figures, below title, unit and header. */
  const top = layoutOf(table("metal-prices")).rows.findIndex(({ isBody }) => isBody);

  test("is told by the formula that gives the same, with its source", async () => {
    await open("", { value: 7534.78, table: under(table("metal-prices"), top + to2010, 1) });
    expect(text(".cell-content")).toMatch(/Part of the inserted table “.*prices.*”/i);
    expect(text(".cell-formula")).toBe('=METALS.PRICE("copper",2010)');
    expect(text(".call-card")).toMatch(/7,534\.78.*World Bank/s);
    expect(all(".note")).toEqual([]);
  });

  test("is said to be changed where something else stands there now", async () => {
    await open("", { value: 1, table: under(table("metal-prices"), top, 1) });
    expect(text(".note")).toContain("not what was inserted");
  });

  test("is told by its row where the rows were sorted since, and a row of one's own is no figure of the table's", async () => {
    const prices = table("metal-prices");
    const years = layoutOf(prices).rows.filter(({ isBody }) => isBody).length;
    const descending = (rows: unknown[][]): unknown[][] => [
      ...rows.slice(0, top),
      ...rows.slice(top, top + years).reverse(),
      ...rows.slice(top + years),
    ];
    await open("", { value: 7534.78, table: under(prices, top - 1 + years - to2010, 1, descending) });
    expect([text(".cell-formula"), all(".note").length]).toEqual(['=METALS.PRICE("copper",2010)', 0]);
    const withOwn = (rows: unknown[][]): unknown[][] => [
      ...rows.slice(0, top),
      rows[0]!.map((_, i) => (i === 0 ? "mine" : 5)),
      ...rows.slice(top),
    ];
    await open("", { value: 5, table: under(prices, top, 1, withOwn) });
    expect([text(".note"), all(".cell-formula, .call-card").length]).toEqual([
      "A row of your own, not one that was inserted.",
      0,
    ]);
    await open("", { value: 7534.78, table: under(prices, top + 1 + to2010, 1, withOwn) });
    expect(text(".cell-formula")).toBe('=METALS.PRICE("copper",2010)');
  });

  test("is told by its column where one of one's own stands before it", async () => {
    const split = (rows: unknown[][]): unknown[][] => rows.map((row) => [row[0], "", ...row.slice(1)]);
    await open("", { value: 7534.78, table: under(table("metal-prices"), top + to2010, 2, split) });
    expect(text(".cell-formula")).toBe('=METALS.PRICE("copper",2010)');
    await open("", { value: 1, table: under(table("metal-prices"), top, 1, split) });
    expect([text(".note"), all(".cell-formula, .call-card").length]).toEqual([
      "A column of your own, not one that was inserted.",
      0,
    ]);
  });

  test("of which nobody can tell what it was is not given a source", async () => {
    const split = (rows: unknown[][]): unknown[][] =>
      rows.map((row, i) => (i === top - 1 ? [row[0], "", "renamed", ...row.slice(2)] : [row[0], "", ...row.slice(1)]));
    await open("", { value: 7534.78, table: under(table("metal-prices"), top, 2, split) });
    expect([text(".note"), all(".cell-formula, .call-card").length]).toEqual([
      expect.stringContaining("nobody can tell"),
      0,
    ]);
  });

  test("that is a head or a note is told with its table, and nothing is made up about it", async () => {
    await open("", { value: "Copper", table: under(table("metal-prices"), top - 1, 1) });
    expect(text(".cell-content")).toContain("Part of the inserted table");
    expect(all(".call-card, .note, .cell-formula")).toEqual([]);
  });

  test("is said to be revised where its source says another figure by now", async () => {
    const recipe = table("world-production", { day: "2025-12-31" });
    const before = buildLayout(sessionOf(), recipe, recipe.standing);
    if ("refusal" in before) throw new Error(before.refusal);
    const view = viewAt(sessionOf().dataset);
    const cells = before.block.rows.flatMap((cells, i) => cells.map((cell, column) => ({ cell, row: i + 3, column })));
    const revised = cells.find(
      ({
        cell: {
          value,
          provenance: [only, ...more],
        },
      }) => {
        if (typeof value !== "number" || !only || more.length > 0 || !("series" in only)) return false;
        const series = view.catalogue.seriesById(only.series)!;
        const [then, now] = [
          viewAt(sessionOf().dataset, recipe.standing).observation(series, only.period)!,
          view.observation(series, only.period)!,
        ];
        return then.value !== now.value && then.unit === now.unit;
      },
    )!;
    await open("", { value: revised.cell.value as number, table: under(recipe, revised.row, revised.column) });
    expect(text(".note")).toMatch(/^Revised since the table was made: .+ then, .+ now/);
  });
});

test("when the workbook was written to, what is in sight looks at it again", async () => {
  const workbook = workbookWith(cellWith('=METALS.IMPORTS("copper",2012)', { row: 2, column: 1 }));
  const pane = await openedAt("cell", { workbook });
  expect(text(".call-value")).toBe("16,930,000,000 USD");
  workbook.cell = cellWith('=METALS.IMPORTS("copper",2024)', { row: 2, column: 1 });
  pane.lookAgain();
  await settled();
  expect(text(".call-value")).toBe("67,330,000,000 USD");
});
