import { unzipSync } from "fflate";
import { SavedWorkbook } from "../../../src/package";
import { SheetText } from "../../../src/package/cells/sheet-text";
import { readWorkbookPart } from "../../../src/package/parts/workbook-part";
import { attributesOf, elements } from "../../../src/package/xml";
import { namesOf } from "../../../workbench/xlsx/names";
import { columnSizes, frozenIn, mergedIn, rowSizes } from "../../../workbench/xlsx/sheet-facts";
import { readStyles } from "../../../workbench/xlsx/styles";
import { CORPUS } from "../../package/corpus";
import { at, insertTable } from "./inserted";
import { REPORT } from "./report";
import { opened } from "./source";

const differing = (a: Uint8Array, b: Uint8Array): string[] => {
  const [before, after] = [unzipSync(a), unzipSync(b)];
  expect(Object.keys(before).every((part) => part in after)).toBe(true);
  return Object.keys(after)
    .filter((part) => Buffer.compare(after[part]!, before[part] ?? Buffer.of()) !== 0)
    .sort();
};
const textIn = (file: Uint8Array, part: string): string => Buffer.from(unzipSync(file)[part]!).toString();

/** What a file says of a sheet, by the readers that open it. */
function sheetIn(file: Uint8Array, name: string) {
  const excel = SavedWorkbook.read(file);
  const entry = readWorkbookPart(excel.file).sheets.find((one) => one.name === name)!;
  const xml = excel.file.text(entry.part!);
  const text = new SheetText(xml);
  const style = readStyles(excel);
  const numberOf = (row: number, column: number) => {
    const cell = text.cellAt(row, column);
    return cell && Number(attributesOf(xml, cell.tag)["s"] ?? 0);
  };
  return {
    excel,
    entry,
    scan: excel.scan.sheet(entry.id)!,
    xml,
    style: (row: number, column: number) => style(numberOf(row, column) ?? 0) ?? {},
    numberOf,
    widths: columnSizes(xml, text.data.start),
    heights: rowSizes(xml, text),
    merged: mergedIn(xml, text.data.end),
    frozen: frozenIn(xml, text.data.start),
    tables: excel.scan.tables.filter(({ sheetId }) => sheetId === entry.id),
  };
}

function expectTable(file: Uint8Array, name: string): void {
  const { excel, entry, scan, style, widths, heights, merged, frozen, tables } = sheetIn(file, name);
  expect(scan.values({ row: 1, column: 1, rows: 4, columns: 2 })).toEqual([
    ["Annual metal prices", null],
    ["US dollars per tonne", null],
    ["Year", "Copper"],
    [2024, 9147.5],
  ]);
  expect([scan.formula(4, 2), scan.formula(7, 1), scan.value(7, 1)]).toEqual([
    '=METALS.PRICE("copper",2024)',
    "=LET(x,C5,x*2)",
    18295,
  ]);
  expect([scan.formula(9, 1), scan.spills, scan.values({ row: 9, column: 1, rows: 2, columns: 2 })]).toEqual([
    '=SORT(METALS.TABLE("prices"))',
    [{ row: 9, column: 1, rows: 2, columns: 2 }],
    [
      ["tin", 1],
      ["zinc", 2],
    ],
  ]);
  expect(style(1, 1)).toMatchObject({ bl: 1, fs: 14 });
  const line = { s: 1, cl: { rgb: "#1F4E79" } };
  expect(style(3, 1)).toMatchObject({ bg: { rgb: "#1F4E79" }, cl: { rgb: "#FFFFFF" }, bd: { b: line } });
  expect(style(3, 2)).toMatchObject({ bg: { rgb: "#1F4E79" }, ht: 3 });
  expect([style(2, 1), style(4, 1), style(4, 2)]).toMatchObject([
    { tb: 3 },
    { pd: { l: 18 }, n: { pattern: '0" a"' } },
    { n: { pattern: "#,##0.00" } },
  ]);
  // What the cell above looks like is not taken over.
  expect(style(9, 1)).toEqual({});
  expect([widths[1], widths[5], heights[2]]).toMatchObject([{ w: 200 }, { hd: 1 }, { h: 40 }]);
  expect([merged, frozen]).toEqual([[{ row: 1, column: 1, rows: 1, columns: 2 }], { rows: 4, columns: 1 }]);
  expect(tables).toMatchObject([
    { name: "Prices", hasHeaders: true, area: { row: 3, column: 1, rows: 2, columns: 2 } },
  ]);
  const index = excel.scan.sheets.findIndex(({ id }) => id === entry.id);
  const names = elements(textIn(file, "xl/workbook.xml"), "definedName").map(({ attributes }) => attributes);
  expect(names).toContainEqual({ name: "_orebook_1", localSheetId: String(index), hidden: "1", comment: '{"a":1}' });
  expect(namesOf(excel.scan).find((one) => one.name === "Copper")?.refersTo).toMatchObject({ sheet: entry.id, row: 4 });
  expect(textIn(file, "customXml/item1.xml")).toContain("<tables/>");
}

describe.each(Object.entries(CORPUS))("%s", (_, file) => {
  test("untouched, it is the very same bytes", async () => {
    const { save } = await opened(file);
    expect(save()).toEqual({ bytes: file, left: [] });
  });

  test("a table on a new sheet is there when it is opened again, and nothing else is touched", async () => {
    const book = await opened(file);
    const { id } = book.workbook.sheets.add("Prices 2024");
    await insertTable(book, id);
    const { bytes, left } = book.save();
    expect(left).toEqual([]);
    expectTable(bytes, "Prices 2024");
    const touched = differing(file, bytes).filter((part) => part in unzipSync(file));
    expect(
      touched.filter((part) => /sheets\/sheet|chart|drawing|pivot|vba|sharedStrings|webext|calc/i.test(part)),
    ).toEqual([]);
    const again = await opened(bytes);
    expect(again.save().bytes).toEqual(bytes);
  });
});

test("a workbook that began here is saved as a file of its own", async () => {
  const book = await opened();
  const [first] = book.workbook.sheets.list();
  await insertTable(book, first!.id);
  book.workbook.sheets.change(book.workbook.sheets.add("Aside").id, { visibility: "VeryHidden" });
  const { bytes, left } = book.save();
  expect(left).toEqual([]);
  expectTable(bytes, "Sheet1");
  expect(sheetIn(bytes, "Aside").entry.visibility).toBe("VeryHidden");
  expect((await opened(bytes)).save().bytes).toEqual(bytes);
});

test("looks that change keep the rest of the cell's format, and other formats stay letter for letter", async () => {
  const book = await opened(REPORT);
  const { sheets, formats, cells } = book.workbook;
  const data = sheets.named("Data")!.id;
  formats.set(at(data, 0, 0), "fill.color", "#C00000");
  formats.set(at(data, 0, 0), "font.size", 16);
  cells.setNumberFormats(at(data, 1, 1), [["0.0%"]]);
  formats.set(at(data, 1, 2), "font.bold", true);
  formats.set(at(data, 6, 2), "fill.color", "#FFFF00");
  cells.setNumberFormats(at(data, 6, 2), [["0"]]);
  const { bytes } = book.save();
  expect(differing(REPORT, bytes)).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml"]);
  const { style, xml, scan } = sheetIn(bytes, "Data");
  const before = sheetIn(REPORT, "Data");
  expect(style(0, 0)).toEqual({ ...before.style(0, 0), fs: 16, bg: { rgb: "#C00000" } });
  expect(style(1, 1)).toEqual({ n: { pattern: "0.0%" } });
  expect([style(1, 2).bl, style(6, 2).bg, scan.value(6, 2)]).toEqual([1, { rgb: "#FFFF00" }, null]);
  const stylesheet = textIn(bytes, "xl/styles.xml");
  for (const xf of elements(textIn(REPORT, "xl/styles.xml"), "xf"))
    expect(stylesheet).toContain(textIn(REPORT, "xl/styles.xml").slice(xf.tag.start, xf.end));
  // The format of the title names its colours by the theme: that stays.
  expect(stylesheet.match(/<color theme="1"\/>/g)).toHaveLength(2);
  expect(xml).toContain('<c r="A2" s="2"><f>');
});

test("a sheet between others, another name, a hidden one: names keep their sheets", async () => {
  const book = await opened(REPORT);
  const { sheets, names } = book.workbook;
  const [data, notes] = [sheets.named("Data")!, sheets.named("Notes")!];
  sheets.add("First", 0);
  sheets.add("Between", 2);
  sheets.change(notes.id, { visibility: "Visible" });
  sheets.change(data.id, { visibility: "Hidden" });
  names.set({ name: "Local", scope: notes.id, refersTo: at(notes.id, 0, 0), comment: "", visible: true });
  const { bytes } = book.save();
  const { scan } = SavedWorkbook.read(bytes);
  expect(scan.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["First", "Visible"],
    ["Data", "Hidden"],
    ["Between", "Visible"],
    ["Notes", "Visible"],
  ]);
  const scopeOf = (name: string) => scan.names.all.find((one) => one.name === name)?.sheetId;
  expect([scopeOf("OfData"), scopeOf("Local")]).toEqual([data.id, notes.id]);
});

test("the sheet on screen is one that can be seen", async () => {
  const book = await opened(REPORT);
  const { sheets } = book.workbook;
  sheets.change(sheets.named("Notes")!.id, { visibility: "Visible" });
  sheets.change(sheets.named("Data")!.id, { visibility: "Hidden" });
  expect(textIn(book.save().bytes, "xl/workbook.xml")).toContain('<workbookView activeTab="1"/>');
});

test("a renamed sheet is renamed in the file, with the names that stand for its cells", async () => {
  const book = await opened(REPORT);
  const { sheets } = book.workbook;
  sheets.change(sheets.named("Data")!.id, { name: "Q2 & more" });
  const { bytes, left } = book.save();
  expect(left).toEqual(["what is not shown may still know Q2 & more as Data"]);
  const { scan } = SavedWorkbook.read(bytes);
  expect(scan.names.all.find(({ name }) => name === "World")?.formula).toBe("='Q2 & more'!$A$2");
});

test("tables grow, get other headers, and go; numbers in the header of a new one become texts", async () => {
  const book = await opened(REPORT);
  const { sheets, tables, cells } = book.workbook;
  const notes = sheets.named("Notes")!.id;
  const kept = tables.get("Kept")!;
  cells.enter(at(notes, 0, 2, 4, 1), [["More"], [3], [4], [5]]);
  cells.enter(at(notes, 0, 0), [["Other"]]);
  tables.change(kept.id, { area: at(notes, 0, 0, 4, 3) });
  tables.remove(tables.get("Gone")!.id);
  cells.enter(at(notes, 10, 0, 2, 3), [
    [2023, "", 2023],
    [1, 2, 3],
  ]);
  tables.add(at(notes, 10, 0, 2, 3), true);
  const { bytes } = book.save();
  const { scan, tables: now } = sheetIn(bytes, "Notes");
  expect(now.map(({ name, area }) => [name, area.rows, area.columns])).toEqual([
    ["Kept", 4, 3],
    [expect.any(String), 2, 3],
  ]);
  expect(scan.values({ row: 10, column: 0, rows: 1, columns: 3 })).toEqual([["2023", "Column2", "20232"]]);
  const columns = elements(textIn(bytes, "xl/tables/table1.xml"), "tableColumn").map(
    ({ attributes }) => attributes["name"],
  );
  expect(columns).toEqual(["Other", "b", "More"]);
  expect(Object.keys(unzipSync(bytes))).not.toContain("xl/tables/table7.xml");
});

test("columns of one range get other widths, rows and panes go back, merged cells come and go", async () => {
  const book = await opened(REPORT);
  const { sheets, formats, merges, panes } = book.workbook;
  const data = sheets.named("Data")!.id;
  formats.set(at(data, 0, 4), "columnWidth", 75);
  formats.set(at(data, 8, 0), "rowHeight", 33);
  merges.unmerge(at(data, 0, 0));
  merges.merge(at(data, 3, 0, 1, 3));
  panes.set(data, { rows: 0, columns: 0 });
  const { bytes } = book.save();
  const { widths, heights, merged, frozen, xml } = sheetIn(bytes, "Data");
  const before = sheetIn(REPORT, "Data");
  expect(widths).toEqual({ ...before.widths, 4: { ...before.widths[4], w: 100 } });
  expect([heights[8]?.h, merged, frozen]).toEqual([
    44,
    [{ row: 3, column: 0, rows: 1, columns: 3 }],
    { rows: 0, columns: 0 },
  ]);
  expect(xml).toContain('<conditionalFormatting sqref="A2">');
});

test("what follows a formula that was overwritten keeps its own, and the chain of formulas is left to Excel", async () => {
  const [file] = Object.values(CORPUS);
  const book = await opened(file);
  const [sheet] = book.workbook.sheets.list();
  book.workbook.cells.enter(at(sheet!.id, 1, 1), [[5]]);
  const { bytes } = book.save();
  const [scan] = SavedWorkbook.read(bytes).scan.sheets;
  expect([1, 2, 3].map((row) => scan!.formula(row, 1))).toEqual([
    undefined,
    "=METALS.IMPORTS(A3,2024)",
    "=METALS.IMPORTS(A4,2024)",
  ]);
  expect(Object.keys(unzipSync(bytes))).not.toContain("xl/calcChain.xml");
});

test("charts, what waits and what cannot be spelt are named", async () => {
  const book = await opened(REPORT);
  const { sheets, cells, charts } = book.workbook;
  const data = sheets.named("Data")!.id;
  cells.enter(at(data, 9, 0), [["=@A1:A3"]]);
  await book.workbook.calculation.settled();
  cells.enter(at(data, 9, 1), [["=A1"]]);
  const source = at(data, 0, 0, 2, 2);
  charts.add({ sheet: data, type: "Line", source, seriesBy: "Auto", place: null, properties: {} });
  expect(book.save().left).toEqual([
    "the formula =@A1:A3 is beyond what is written here",
    "a cell of Data still waits for its answer",
    expect.stringMatching(/^the chart .* is new$/),
  ]);
});

test("a text that reads like a formula stays a text", async () => {
  const book = await opened(REPORT);
  const { sheets, cells } = book.workbook;
  cells.enter(at(sheets.named("Data")!.id, 9, 0), [["'=SUM(A1)"]]);
  const { bytes } = book.save();
  const { scan } = sheetIn(bytes, "Data");
  expect([scan.formula(9, 0), scan.value(9, 0)]).toEqual([undefined, "=SUM(A1)"]);
  expect((await opened(bytes)).save().bytes).toEqual(bytes);
});

test("a deleted sheet goes with its names and tables, and another one may have its name", async () => {
  const book = await opened(REPORT);
  const { sheets, cells, names } = book.workbook;
  const [data, notes] = [sheets.named("Data")!, sheets.named("Notes")!];
  names.set({ name: "Local", scope: notes.id, refersTo: at(notes.id, 0, 0), comment: "", visible: true });
  const middle = await opened(book.save().bytes);
  middle.workbook.names.remove("Local", notes.id);
  middle.workbook.sheets.remove(notes.id);
  const again = middle.workbook.sheets.add("Notes", 0);
  middle.workbook.cells.enter(at(again.id, 0, 0), [["new"]]);
  expect(cells.values(at(notes.id, 0, 0))).toEqual([["a"]]);
  const { bytes, left } = middle.save();
  expect(left).toEqual(["what is not shown may still speak of Notes, which was deleted"]);
  const parts = Object.keys(unzipSync(bytes));
  expect(parts.filter((part) => /table|sheet2/.test(part))).toEqual([]);
  expect(textIn(bytes, "[Content_Types].xml")).not.toMatch(/table\d|sheet2/);
  const { scan } = SavedWorkbook.read(bytes);
  expect(scan.sheets.map(({ name, used }) => [name, used?.rows])).toEqual([
    ["Notes", 1],
    ["Data", 2],
  ]);
  expect(scan.names.all.map(({ name, sheetId }) => [name, sheetId])).toEqual([
    ["World", undefined],
    ["OfData", data.id],
  ]);
  expect(parts).toContain("xl/worksheets/sheet1.xml");
});
