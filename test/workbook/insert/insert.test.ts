import { excelWorkbook } from "../../../src/workbook/excel-workbook";
import { WorkbookError } from "../../../src/sheets/workbook-error";
import type { Block } from "../../../src/sheets/insert/block";
import { insert, type Insertion } from "../../../src/workbook/insert/insert";
import type { Place } from "../../../src/sheets/notation/place";
import { openExcel, type TestExcel } from "../excel";

/** What our functions would give. */
const evaluate = (formula: string) =>
  Promise.resolve(
    formula.startsWith("=METALS.SERIES")
      ? [
          ["Period", "Value"],
          [2023, 1],
          [2024, 2],
        ]
      : 7,
  );

const value: Block = { content: [[67.33]], rows: 1, columns: 1, formats: ["#,##0.00"], headers: 0, widths: [6] };
const formula: Block = { ...value, content: [[{ formula: '=METALS.IMPORTS("copper",2024)' }]] };
const spill: Block = {
  content: [[{ formula: '=METALS.SERIES("imports","copper",,,,,1)' }]],
  rows: 3,
  columns: 2,
  formats: ["General", "#,##0"],
  headers: 1,
  widths: [6, 5],
};
const block: Block = {
  content: [
    ["Period", "Value (t)"],
    ["2024-06", 5158],
    ["2024-07", 5278],
  ],
  rows: 3,
  columns: 2,
  formats: ["General", "#,##0"],
  headers: 1,
  widths: [7, 9],
};

function setUp(options: Parameters<typeof openExcel>[0] = {}) {
  const excel = openExcel({ evaluate, ...options });
  const port = excelWorkbook();
  const at = (row: number, column: number): Place => ({
    sheetId: excel.workbook.sheets.active,
    sheet: "Sheet1",
    row,
    column,
    rows: 1,
    columns: 1,
  });
  const looks = (address: string) => excel.workbook.cells.numberFormats(areaOf(excel, address));
  return { excel, port, at, looks };
}

function areaOf({ workbook }: TestExcel, address: string) {
  const [first = "", last = first] = address.split(":");
  const corner = (cell: string) => ({ column: cell.charCodeAt(0) - 65, row: Number(cell.slice(1)) - 1 });
  const [from, to] = [corner(first), corner(last)];
  return {
    sheet: workbook.sheets.active,
    ...from,
    rowCount: to.row - from.row + 1,
    columnCount: to.column - from.column + 1,
  };
}

async function inserted(insertion: Promise<Insertion>): Promise<Extract<Insertion, { kind: "inserted" }>> {
  const outcome = await insertion;
  if (outcome.kind !== "inserted") throw new Error("nothing was inserted");
  return outcome;
}

describe("writing", () => {
  test("the active cell is where the user is", async () => {
    const { excel, port } = setUp();
    excel.workbook.selection.select(areaOf(excel, "C4:D9"));
    expect(await port.activeCell()).toEqual({
      sheetId: excel.workbook.sheets.active,
      sheet: "Sheet1",
      row: 3,
      column: 2,
      rows: 1,
      columns: 1,
    });
  });

  test("a value gets the number format of its unit, whatever format the cell had", async () => {
    const { excel, port, at, looks } = setUp();
    excel.workbook.cells.setNumberFormats(areaOf(excel, "B2"), [["m/d/yyyy"]]);
    await port.insert(value, at(1, 1), false);
    expect(await excel.values("B2")).toEqual([[67.33]]);
    expect(looks("B2")).toEqual([["#,##0.00"]]);
  });

  test("a formula gets it too, but not where the user has set a format", async () => {
    const { excel, port, at, looks } = setUp();
    excel.workbook.cells.setNumberFormats(areaOf(excel, "C2"), [["0.0E+0"]]);
    await port.insert(formula, at(1, 1), false);
    await port.insert(formula, at(1, 2), false);
    expect(excel.formulas("B2:C2")).toEqual([['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2024)']]);
    expect(looks("B2:C2")).toEqual([["#,##0.00", "0.0E+0"]]);
  });

  test.each([
    ["a formula", formula, '=METALS.IMPORTS("copper",2024)', 7, "#,##0.00"],
    ["a formula that spills below headers", spill, '=METALS.SERIES("imports","copper",,,,,1)', "Period", "General"],
    ["an error", { ...value, content: [[{ error: "#N/A" }]] } as Block, "#N/A", { error: "#N/A" }, "#,##0.00"],
    ["a number", value, 67.33, 67.33, "#,##0.00"],
  ])("%s in a cell formatted as text does not become letters", async (_, what, entry, shown, format) => {
    const { excel, port, at, looks } = setUp();
    excel.workbook.cells.setNumberFormats(areaOf(excel, "B2:D5"), Array(4).fill(Array(3).fill("@")) as string[][]);
    await port.insert(what, at(1, 1), false);
    expect(excel.formulas("B2")).toEqual([[entry]]);
    expect(await excel.values("B2")).toEqual([[shown]]);
    expect(looks("B2")).toEqual([[format]]);
  });

  test("over rows that a filter hides every row gets what is its own, and Undo gives it back", async () => {
    const { excel, port, at } = setUp();
    await excel.enter("A1", [["a"], ["b"], ["c"]]);
    excel.workbook.formats.set(areaOf(excel, "A2:A2"), "rowHidden", true);
    const { undo } = await inserted(port.insert(block, at(0, 0), true));
    const shown = () => excel.values("A1:B3");
    expect(await shown()).toEqual([
      ["Period", "Value (t)"],
      ["2024-06", 5158],
      ["2024-07", 5278],
    ]);
    expect(await undo()).toBe("undone");
    expect(await shown()).toEqual([
      ["a", ""],
      ["b", ""],
      ["c", ""],
    ]);
  });

  test("texts stay texts: a month does not become a date", async () => {
    const { excel, port, at, looks } = setUp();
    await port.insert(block, at(0, 0), false);
    expect(await excel.values("A1:B3")).toEqual([
      ["Period", "Value (t)"],
      ["2024-06", 5158],
      ["2024-07", 5278],
    ]);
    expect(looks("A2:B2")).toEqual([["@", "#,##0"]]);
  });

  test("a column that is too narrow is widened, a wider one is left alone", async () => {
    const { excel, port, at } = setUp();
    const width = (address: string) => excel.workbook.formats.get(areaOf(excel, address), "columnWidth");
    excel.workbook.formats.set(areaOf(excel, "B1"), "columnWidth", 200);
    await port.insert({ ...block, widths: [20, 9] }, at(0, 0), false);
    expect(width("A1")).toBe(20 * 6.2 + 6);
    expect(width("B1")).toBe(200);
  });

  test("an Excel without spills and undo groups is written to just the same", async () => {
    const { excel, port, at } = setUp({ api: "1.9" });
    const { undo } = await inserted(port.insert(formula, at(0, 0), false));
    expect(excel.formulas("A1")).toEqual([['=METALS.IMPORTS("copper",2024)']]);
    expect(await undo()).toBe("undone");
    expect(excel.formulas("A1")).toEqual([[""]]);
  });
});

describe("what is set off", () => {
  const long = "x".repeat(80);
  const table: Block = {
    content: [
      ["Title", ""],
      ["t", ""],
      ["Year", "What"],
      [2024, long],
    ],
    rows: 4,
    columns: 2,
    formats: ["General", "General"],
    headers: 3,
    widths: [4, 80],
  };
  const bold = (excel: TestExcel, address: string) =>
    excel.workbook.formats.get(areaOf(excel, address), "font.bold") ?? false;
  const wrap = (excel: TestExcel, address: string) =>
    excel.workbook.formats.get(areaOf(excel, address), "wrapText") ?? false;

  test("title and column headers are bold and long texts wrapped in a column that is not endless; figures are left alone", async () => {
    const { excel, port, at } = setUp();
    await port.insert(table, at(0, 0), false);
    expect(["A1", "A2", "B3", "A4"].map((cell) => bold(excel, cell))).toEqual([true, false, true, false]);
    expect(["A4", "B3", "B4"].map((cell) => wrap(excel, cell))).toEqual([false, false, true]);
    expect(excel.workbook.formats.get(areaOf(excel, "B1"), "columnWidth")).toBe(60 * 6.2 + 6);
  });

  test("headers have a built-in style of Excel, which goes with Undo; what each cell had before comes back", async () => {
    const { excel, port, at } = setUp();
    const line = (address: string) => excel.workbook.formats.get(areaOf(excel, address), "borders.EdgeBottom.style");
    excel.workbook.formats.set(areaOf(excel, "A9:B9"), "borders.EdgeBottom.style", "Double");
    const { undo } = await inserted(port.insert(block, at(0, 0), false));
    const fill = (address: string) => excel.workbook.formats.get(areaOf(excel, address), "fill.color") ?? "#FFFFFF";
    expect([fill("A1"), fill("A2:B2")]).toEqual([expect.stringMatching(/^#(?!FFFFFF)/), "#FFFFFF"]);
    expect(await undo()).toBe("undone");
    expect([fill("A1"), line("A1")]).toEqual(["#FFFFFF", "None"]);
    await (await inserted(port.insert(block, at(8, 0), false))).undo();
    expect([line("A9"), line("B9")]).toEqual(["Double", "Double"]);
  });

  test("the header of figures stands to the right as they do, unless somebody placed it otherwise, and goes back with Undo", async () => {
    const { excel, port, at } = setUp();
    const side = (address: string) =>
      excel.workbook.formats.get(areaOf(excel, address), "horizontalAlignment") ?? "General";
    const sides = (addresses: readonly string[]) => addresses.map(side);
    excel.workbook.formats.set(areaOf(excel, "C1"), "horizontalAlignment", "Center");
    const wide: Block = {
      content: [
        ["Name", "Value", "Share"],
        ["x", 1, 2],
      ],
      rows: 2,
      columns: 3,
      formats: ["General", "0", "0"],
      figures: [false, true, true],
      headers: 1,
      widths: [4, 5, 5],
    };
    const { undo } = await inserted(port.insert(wide, at(0, 0), false));
    expect(sides(["A1", "B1", "C1", "B2", "C2"])).toEqual(["Left", "Right", "Center", "Right", "Right"]);
    expect(await undo()).toBe("undone");
    expect(sides(["A1", "B1", "C1", "B2"])).toEqual(["General", "General", "Center", "General"]);
  });

  test("without a header nothing is moved", async () => {
    const { excel, port, at } = setUp();
    await port.insert({ ...value, figures: [true] }, at(0, 0), false);
    expect(excel.workbook.formats.get(areaOf(excel, "A1"), "horizontalAlignment") ?? "General").toBe("General");
  });

  test("Undo takes it away where the block put it, and leaves what was bold before", async () => {
    const { excel, port, at } = setUp();
    excel.workbook.formats.set(areaOf(excel, "A3:B3"), "font.bold", true);
    const insertion = await inserted(port.insert(table, at(0, 0), false));
    expect(await insertion.undo()).toBe("undone");
    expect(["A1", "B3", "A4"].map((cell) => bold(excel, cell))).toEqual([false, true, false]);
    expect(wrap(excel, "B4")).toBe(false);
  });
});

describe("missing figures of a spill", () => {
  const figures: Block = { ...spill, figures: [false, true] };
  const across: Block = { ...figures, rowFormats: ["General", "#,##0", "#,##0"] };
  const rules = ({ workbook }: TestExcel) =>
    workbook.rules
      .list()
      .map(({ area: { sheet: _, ...area }, formula, fontColor }) => ({ ...area, formula, fontColor }));

  test("are grey by a rule that reaches where it may grow to: down, or to the right where it lies across", async () => {
    const { excel, port, at } = setUp();
    await port.insert(figures, at(1, 1), false);
    await port.insert(across, at(1, 5), false);
    const shared = { row: 2, fontColor: "#636363" };
    expect(rules(excel)).toEqual([
      { ...shared, column: 1, rowCount: 2 + 12, columnCount: 2, formula: "=ISNA(B3)" },
      { ...shared, column: 5, rowCount: 2, columnCount: 2 + 12, formula: "=ISNA(F3)" },
    ]);
  });

  test("the names at the side of rows that lie across have no format of figures", async () => {
    const { excel, port, at } = setUp();
    await port.insert({ ...across, rowFormats: ["General", "0.0%", "0.0%"] }, at(1, 5), false);
    expect(excel.workbook.cells.numberFormats(areaOf(excel, "F2:G4"))).toEqual([
      ["General", "General"],
      ["General", "0.0%"],
      ["General", "0.0%"],
    ]);
  });

  test("need none where there are only words or values", async () => {
    const { excel, port, at } = setUp();
    await port.insert(spill, at(1, 1), false);
    await port.insert({ ...block, figures: [false, true] }, at(1, 5), false);
    expect(rules(excel)).toEqual([]);
  });

  test("the rule goes with Undo, its own and Excel's, one step each, and others stay", async () => {
    const { excel, port, at } = setUp();
    const own = { area: areaOf(excel, "A1:B9"), formula: "=A1>1", fontColor: "#FF0000", fillColor: "" };
    excel.workbook.rules.add(own);
    const { undo } = await inserted(port.insert(figures, at(1, 1), false));
    const later = excel.workbook.rules.add({ ...own, formula: "=ISNA(A1)" });
    expect(await undo()).toBe("undone");
    expect(excel.workbook.rules.list().map(({ formula }) => formula)).toEqual([own.formula, later.formula]);
    await port.insert(figures, at(1, 1), false);
    expect(rules(excel)).toHaveLength(3);
    excel.workbook.undo.undo();
    expect([rules(excel).length, excel.formulas("B2")]).toEqual([2, [[""]]]);
  });

  test("the rule is taken back where Excel refuses what comes after it", async () => {
    const { excel, at } = setUp();
    const mark = { name: "not a name", comment: "" };
    await expect(insert(figures, at(1, 1), false, mark)).rejects.toBeInstanceOf(WorkbookError);
    expect([rules(excel).length, excel.formulas("B2")]).toEqual([0, [[""]]]);
  });

  test("the rule ends with the sheet", async () => {
    const { excel, port, at } = setUp();
    const { row } = await inserted(port.insert(figures, at(1_048_573, 0), false)).then(({ place }) => place);
    expect([row, rules(excel)[0]?.rowCount]).toEqual([1_048_573, 2]);
  });
});

describe("what is there already", () => {
  test("a place that is not free is not written to, and the next free one is told", async () => {
    const { excel, port, at } = setUp();
    await excel.enter("A1", [["mine"], ["=1+1"]]);
    const outcome = await port.insert(value, at(0, 0), false);
    expect(outcome).toMatchObject({ kind: "notFree", target: { filled: 1, nextFree: { row: 2, column: 0 } } });
    expect(excel.formulas("A1:A3")).toEqual([["mine"], ["=1+1"], [""]]);
  });

  test("a formula that shows nothing fills its cell all the same", async () => {
    const { excel, port, at } = setUp({ evaluate: () => Promise.resolve("") });
    await excel.enter("A1", [['=""']]);
    expect((await port.inspect(value, at(0, 0))).filled).toBe(1);
  });

  test("a spill needs every cell it will fill", async () => {
    const { excel, port, at } = setUp();
    await excel.enter("B3", [["mine"]]);
    expect(await port.inspect(spill, at(0, 0))).toMatchObject({
      filled: 1,
      place: { rows: 3, columns: 2 },
      nextFree: { row: 3 },
    });
    expect(await port.inspect(value, at(0, 0))).toMatchObject({ filled: 0, nextFree: undefined });
  });

  test("nothing spills inside a table, so the place below it is told; a single value may stand in it", async () => {
    const { excel, port, at } = setUp();
    const table = excel.workbook.tables.add(areaOf(excel, "A2:A5"), true);
    excel.workbook.tables.change(table.id, { name: "Mine" });
    expect(await port.inspect(spill, at(0, 0))).toMatchObject({ table: "Mine", nextFree: { row: 5 } });
    expect(await port.inspect(value, at(3, 0))).toMatchObject({ table: undefined });
  });

  test("overwriting a formula's spill with a larger one leaves nothing in its way", async () => {
    const { excel, port, at } = setUp();
    await excel.enter("A2", [
      ["in", "the"],
      ["way", "here"],
    ]);
    await port.insert(spill, at(0, 0), true);
    expect(await excel.values("A1:B3")).toEqual([
      ["Period", "Value"],
      [2023, 1],
      [2024, 2],
    ]);
  });
});

describe("undo", () => {
  test("puts back texts that look like dates or formulas, formats and column widths", async () => {
    const { excel, port, at, looks } = setUp();
    await excel.enter("A1", [
      ["'2024-06", "'=mine"],
      [0.5, "=1+1"],
    ]);
    excel.workbook.cells.setNumberFormats(areaOf(excel, "A2"), [["0%"]]);
    const { undo } = await inserted(port.insert(block, at(0, 0), true));
    expect(await undo()).toBe("undone");
    expect(await excel.values("A1:B3")).toEqual([
      ["2024-06", "=mine"],
      [0.5, 7],
      ["", ""],
    ]);
    expect(excel.formulas("B2")).toEqual([["=1+1"]]);
    expect(looks("A1:B2")).toEqual([
      ["General", "General"],
      ["0%", "General"],
    ]);
    expect(excel.workbook.formats.get(areaOf(excel, "A1"), "columnWidth")).toBe(48);
  });

  test("puts back a spill as its formula, which spills again", async () => {
    const { excel, port, at } = setUp();
    await port.insert(spill, at(0, 0), false);
    await excel.workbook.calculation.settled();
    const { undo } = await inserted(port.insert(block, at(0, 0), true));
    await undo();
    expect(await excel.values("A1:B3")).toEqual([
      ["Period", "Value"],
      [2023, 1],
      [2024, 2],
    ]);
    expect(excel.workbook.cells.spillArea(areaOf(excel, "A1"))).toMatchObject({ rowCount: 3, columnCount: 2 });
  });

  test("takes back a spill that has arrived since", async () => {
    const { excel, port, at } = setUp();
    const { undo } = await inserted(port.insert(spill, at(0, 0), false));
    await excel.workbook.calculation.settled();
    expect(await undo()).toBe("undone");
    expect(await excel.values("A1:B3")).toEqual([
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
  });

  test("leaves the cells alone when the user has changed one of them since", async () => {
    const { excel, port, at } = setUp();
    const { undo } = await inserted(port.insert(block, at(0, 0), false));
    await excel.enter("B3", [["mine"]]);
    expect(await undo()).toBe("changedSince");
    expect(await excel.values("A1:B3")).toEqual([
      ["Period", "Value (t)"],
      ["2024-06", 5158],
      ["2024-07", "mine"],
    ]);
  });
});

describe("what Excel refuses", () => {
  const faultOf = (operation: Promise<unknown>) =>
    operation.then(
      () => "none",
      (error: unknown) => (error instanceof WorkbookError ? error.fault : error),
    );

  test("a protected sheet", async () => {
    const { excel, port, at } = setUp();
    excel.workbook.sheets.change(excel.workbook.sheets.active, { isProtected: true });
    expect(await faultOf(port.insert(value, at(0, 0), false))).toBe("protected");
    expect(await excel.values("A1")).toEqual([[""]]);
  });

  test("a cell that is being edited", async () => {
    const { port, at } = setUp({
      onRequest: () => {
        throw Object.assign(new Error("Excel is in cell-editing mode."), { code: "InvalidOperationInCellEditMode" });
      },
    });
    expect(await faultOf(port.insert(value, at(0, 0), false))).toBe("editing");
  });

  test("a block that reaches over the end of the sheet", async () => {
    const { port, at } = setUp();
    expect(await faultOf(port.inspect(spill, at(1_048_574, 0)))).toBe("offSheet");
  });

  test("a sheet that is gone", async () => {
    const { port, at } = setUp();
    expect(await faultOf(port.inspect(value, { ...at(0, 0), sheetId: "gone" }))).toBe("failed");
  });
});

describe("merged cells", () => {
  test("a block that meets them is not written, not even over what is there; the next free place is below them", async () => {
    const { excel, port, at } = setUp();
    excel.workbook.merges.merge(areaOf(excel, "B2:C2"));
    const target = await port.inspect(block, at(0, 0));
    expect(target).toMatchObject({ filled: 0, merged: "B2:C2", nextFree: { row: 2, column: 0 } });
    expect(await port.insert(block, at(0, 0), true)).toMatchObject({ kind: "notFree", target: { merged: "B2:C2" } });
    expect((await excel.values("A1:B3")).flat().every((cell) => cell === "" || cell === null)).toBe(true);
  });

  test("one value goes into the first of them as a person would type it, but into no other", async () => {
    const { excel, port, at } = setUp();
    excel.workbook.merges.merge(areaOf(excel, "B2:C3"));
    expect(await port.inspect(value, at(1, 1))).toMatchObject({ merged: undefined });
    expect(await port.inspect(value, at(2, 2))).toMatchObject({ merged: "B2:C3", nextFree: { row: 3, column: 2 } });
  });

  test("an Excel that cannot tell is asked nothing of the kind", async () => {
    const { excel, port, at } = setUp({ api: "1.12" });
    excel.workbook.merges.merge(areaOf(excel, "A1:B1"));
    expect(await port.inspect(block, at(0, 0))).toMatchObject({ merged: undefined });
    expect(excel.log.apiNotFound).toEqual([]);
  });
});

test("an error value is written as one", async () => {
  const { excel, port, at } = setUp();
  await port.insert({ ...value, content: [[{ error: "#N/A" }]] }, at(0, 0), false);
  expect(excel.formulas("A1")).toEqual([["#N/A"]]);
  expect(await excel.values("A1")).toEqual([[expect.objectContaining({ error: "#N/A" })]]);
});

test("a block of as many cells as a formula may fill is inserted and taken back within what Excel answers at once", async () => {
  const excel = openExcel({ responseLimit: 5_000_000 });
  const rows = 5000;
  const large: Block = {
    content: Array.from({ length: rows }, (_, row) => [row, row, row, row]),
    rows,
    columns: 4,
    formats: ["0", "0", "0", "0"],
    headers: 1,
    widths: [8, 8, 8, 8],
  };
  const at: Place = { sheetId: excel.workbook.sheets.active, sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 };
  const inserted = await insert(large, at, false);
  expect(await excel.values("D5000")).toEqual([[4999]]);
  expect(inserted.kind === "inserted" && (await inserted.undo())).toBe("undone");
});
