import { deleteOwnSheet, findOwnSheet, planOwnSheet, writeOwnSheet } from "../../../src/workbook/own-sheet/own-sheet";
import type { SheetContent, SheetCell } from "../../../src/sheets/own-sheet/content";
import { openExcel, type TestExcel } from "../excel";

const content = (rows: readonly (readonly SheetCell[])[] = [["=HYPERLINK(1)", 1.5]]): SheetContent => ({
  title: "Sources of this workbook",
  lines: ["Data release R1"],
  tables: [
    {
      columns: [
        { header: "Text", width: 20 },
        { header: "Number", width: 8, format: "0.00" },
      ],
      rows,
    },
  ],
});

const write = (what = content()) =>
  Excel.run(async (context) => {
    const plan = await planOwnSheet(context, "sources", "Sources", what);
    if (!plan.refusal) await writeOwnSheet(context, plan);
    return plan;
  });

const names = ({ workbook }: TestExcel) => workbook.sheets.list().map(({ name }) => name);

test("a new sheet has the title, the lines, the header and the rows; texts are texts", async () => {
  const excel = openExcel();
  await write();
  expect(names(excel)).toEqual(["Sheet1", "Sources"]);
  expect(await excel.values("Sources!A1:B5")).toEqual([
    ["Sources of this workbook", ""],
    ["Data release R1", ""],
    ["", ""],
    ["Text", "Number"],
    ["=HYPERLINK(1)", 1.5],
  ]);
  expect(excel.formulas("Sources!A5")).toEqual([["=HYPERLINK(1)"]]);
  expect(
    excel.workbook.cells.numberFormats({
      sheet: excel.workbook.sheets.named("Sources")!.id,
      row: 4,
      column: 1,
      rowCount: 1,
      columnCount: 1,
    }),
  ).toEqual([["0.00"]]);
});

test("the second time the same sheet is written, renamed or moved down as it may be, and older rows are gone", async () => {
  const excel = openExcel();
  await write(
    content([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]),
  );
  const { id } = excel.workbook.sheets.named("Sources")!;
  excel.workbook.sheets.change(id, { name: "O'Brien's (来源)" });
  await write(content([["d", 4]]));
  expect(names(excel)).toEqual(["Sheet1", "O'Brien's (来源)"]);
  expect(await excel.values("'O''Brien''s (来源)'!A5:A7")).toEqual([["d"], [""], [""]]);
});

describe("its looks", () => {
  const looks = ({ workbook }: TestExcel) => {
    const sheet = workbook.sheets.named("Sources")!.id;
    const at = (row: number, column: number) => ({ sheet, row, column, rowCount: 1, columnCount: 1 });
    const { formats, panes } = workbook;
    return {
      wraps: formats.get(at(4, 0), "wrapText"),
      top: formats.get(at(4, 1), "verticalAlignment"),
      width: formats.get(at(0, 0), "columnWidth"),
      hidden: [0, 1].map((column) => formats.get(at(0, column), "columnHidden") === true),
      frozen: panes.get(sheet),
    };
  };

  test("long texts wrap, the header stays in sight, what is not for people is hidden", async () => {
    const excel = openExcel();
    const [table] = content().tables;
    await write({
      ...content(),
      tables: [{ ...table!, columns: [table!.columns[0]!, { ...table!.columns[1]!, isHidden: true }] }],
    });
    expect(looks(excel)).toEqual({
      wraps: true,
      top: "Top",
      width: 111,
      hidden: [false, true],
      frozen: { rows: 4, columns: 0 },
    });
  });

  test("the header stands to the right where most cells below are figures", async () => {
    const excel = openExcel();
    const columns = ["Text", "Number", "Both", "Formula"].map((header) => ({ header, width: 8 }));
    await write({
      ...content(),
      tables: [
        {
          columns,
          rows: [
            ["a", 1, "n/a", { formula: "=1" }],
            ["b", "n/a", "n/a", { formula: "=2" }],
            ["c", 3, 4, { formula: "=3" }],
          ],
        },
      ],
    });
    const sheet = excel.workbook.sheets.named("Sources")!.id;
    const sides = columns.map(
      (_, column) =>
        excel.workbook.formats.get({ sheet, row: 3, column, rowCount: 1, columnCount: 1 }, "horizontalAlignment") ??
        "General",
    );
    expect(sides).toEqual(["General", "Right", "General", "General"]);
  });

  test("with several tables nothing is frozen", async () => {
    const excel = openExcel();
    await write({ ...content(), tables: [...content().tables, ...content().tables] });
    expect(looks(excel).frozen).toEqual({ rows: 0, columns: 0 });
  });

  test("widths and frozen rows that a person chose stay when it is written again", async () => {
    const excel = openExcel();
    await write();
    await Excel.run(async (context) => context.workbook.worksheets.getItem("Sources").freezePanes.unfreeze());
    const set = jest.spyOn(excel.workbook.formats, "set");
    await write();
    const properties = set.mock.calls.map(([, property]) => property);
    expect([properties.includes("font.bold"), properties.includes("columnWidth"), looks(excel).frozen]).toEqual([
      true,
      false,
      { rows: 0, columns: 0 },
    ]);
  });
});

test("a sheet of that name which is not Orebook's is left alone", async () => {
  const excel = openExcel();
  excel.addSheet("sources");
  await excel.enter("sources!A1", [["mine"]]);
  expect((await write()).name).toBe("Sources (2)");
  expect(await excel.values("sources!A1")).toEqual([["mine"]]);
});

test("what the user wrote beside and below stays; where it is in the way, a new sheet is written", async () => {
  const excel = openExcel();
  await write();
  await excel.enter("Sources!A7", [["my note"]]);
  await excel.enter("Sources!D1", [["aside"]]);
  expect((await write()).leftBehind).toBeUndefined();
  const plan = await write(
    content([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]),
  );
  expect([plan.leftBehind, plan.name, names(excel)]).toEqual([
    "Sources",
    "Sources (2)",
    ["Sheet1", "Sources", "Sources (2)"],
  ]);
  expect([await excel.values("Sources!A7"), await excel.values("Sources!D1")]).toEqual([[["my note"]], [["aside"]]]);
});

test("a protected sheet and a protected workbook are refused before anything is written", async () => {
  const excel = openExcel();
  await Excel.run(async (context) => context.workbook.protection.protect());
  expect((await write()).refusal).toEqual({ reason: "workbookProtected" });
  expect(names(excel)).toEqual(["Sheet1"]);
  await Excel.run(async (context) => context.workbook.protection.unprotect());
  await write();
  excel.workbook.sheets.change(excel.workbook.sheets.named("Sources")!.id, { isProtected: true });
  expect((await write(content([["new", 1]]))).refusal).toEqual({ reason: "sheetProtected", sheet: "Sources" });
  expect(await excel.values("Sources!A5")).toEqual([["=HYPERLINK(1)"]]);
});

test("a sheet that the user deleted is written anew", async () => {
  const excel = openExcel();
  await write();
  excel.workbook.sheets.remove(excel.workbook.sheets.named("Sources")!.id);
  await write();
  expect(names(excel)).toEqual(["Sheet1", "Sources"]);
});

test("a deleted sheet leaves no trace", async () => {
  const excel = openExcel();
  await write();
  await Excel.run(async (context) => {
    deleteOwnSheet(context, "sources", (await findOwnSheet(context, "sources"))!);
    await context.sync();
  });
  expect([names(excel), excel.workbook.names.list()]).toEqual([["Sheet1"], []]);
});

test("a long sheet goes over in several requests", async () => {
  const excel = openExcel();
  const rows = Array.from({ length: 300 }, (_, i) => ["x".repeat(9000), i]);
  let longest = 0;
  const excelWithLimit = openExcel({ onRequest: (body) => (longest = Math.max(longest, body.length)) });
  await write(content(rows));
  expect(longest).toBeLessThan(2_000_000);
  expect((await excelWithLimit.values("Sources!B304"))[0]).toEqual([299]);
  expect(names(excel)).toEqual(["Sheet1"]);
});
