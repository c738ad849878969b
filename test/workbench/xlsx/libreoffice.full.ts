/** LibreOffice opens what the workbench saves, and shows the same values in the same looks. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { SavedWorkbook } from "../../../src/package";
import { readStyles } from "../../../workbench/xlsx/styles";
import { SheetText } from "../../../src/package/cells/sheet-text";
import { readWorkbookPart } from "../../../src/package/parts/workbook-part";
import { attributesOf } from "../../../src/package/xml";
import { CORPUS } from "../../package/corpus";
import { folder } from "../../tools/folder";
import { converted, withLibreOffice } from "../../tools/libreoffice";
import { insertTable } from "./inserted";
import { REPORT } from "./report";
import { opened } from "./source";

/** Comma, quotation mark, UTF-8, and every sheet in a file of its own. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

const made = folder({});
afterAll(made.remove);

const BOOKS: readonly (readonly [title: string, file: Uint8Array | undefined])[] = [
  ["none: it began in the workbench", undefined],
  ["a report with tables and looks", REPORT],
  ...Object.entries(CORPUS).filter(([title]) => title !== "macros"),
];

withLibreOffice("a table on a new sheet of every workbook is shown as it was saved", async () => {
  for (const [i, [, file]] of BOOKS.entries()) {
    const book = await opened(file);
    await insertTable(book, book.workbook.sheets.add("Prices").id);
    writeFileSync(join(made.path, `book${i}.xlsx`), book.save().bytes);
  }
  const files = BOOKS.map((_, i) => join(made.path, `book${i}.xlsx`));
  converted(files, CSV, made.path);
  converted(files, "xlsx:Calc MS Excel 2007 XML", join(made.path, "again"));
  for (const [i, [title]] of BOOKS.entries()) {
    const shown = parse(readFileSync(join(made.path, `book${i}-Prices.csv`)), {
      relax_column_count: true,
      bom: true,
    }) as string[][];
    expect([title, ...shown.slice(1, 5).map((row) => row.slice(1, 3))]).toEqual([
      title,
      ["Annual metal prices", ""],
      ["US dollars per tonne", ""],
      ["Year", "Copper"],
      ["2024", "9147.5"],
    ]);
    const excel = SavedWorkbook.read(new Uint8Array(readFileSync(join(made.path, "again", `book${i}.xlsx`))));
    const { part, id } = readWorkbookPart(excel.file).sheets.find(({ name }) => name === "Prices")!;
    const text = new SheetText(excel.file.text(part!));
    const style = (row: number, column: number) =>
      readStyles(excel)(Number(attributesOf(text.xml, text.cellAt(row, column)!.tag)["s"])) ?? {};
    expect([title, style(1, 1), style(3, 2), style(4, 2)]).toMatchObject([
      title,
      { bl: 1, fs: 14 },
      { bg: { rgb: "#1F4E79" }, cl: { rgb: "#FFFFFF" }, ht: 3, bd: { b: { s: 1 } } },
      { n: { pattern: "#,##0.00" } },
    ]);
    expect([title, excel.scan.tables.filter(({ sheetId }) => sheetId === id)]).toMatchObject([
      title,
      [{ name: "Prices" }],
    ]);
  }
});
