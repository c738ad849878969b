import { NAMESPACE } from "../../../src/sheets/record/document-record";
import type { Area } from "../../../workbench/host/a1";
import type { Opened } from "./source";

export const at = (sheet: string, row: number, column: number, rowCount = 1, columnCount = 1): Area => ({
  sheet,
  row,
  column,
  rowCount,
  columnCount,
});

/** A table as the pane inserts one: title, header, figures, sources. */
export async function insertTable({ workbook, answers }: Opened, sheet: string): Promise<void> {
  const { cells, formats, tables, names } = workbook;
  answers.set('=METALS.PRICE("copper",2024)', 9147.5);
  answers.set('=SORT(METALS.TABLE("prices"))', [
    ["tin", 1],
    ["zinc", 2],
  ]);
  answers.set("=LET(x,C5,x*2)", 18295);
  cells.enter(at(sheet, 1, 1, 4, 2), [
    ["Annual metal prices", null],
    ["US dollars per tonne", null],
    ["Year", "Copper"],
    [2024, '=METALS.PRICE("copper",2024)'],
  ]);
  cells.enter(at(sheet, 7, 1), [["=LET(x,C5,x*2)"]]);
  cells.enter(at(sheet, 9, 1), [['=SORT(METALS.TABLE("prices"))']]);
  await workbook.calculation.settled();
  formats.set(at(sheet, 1, 1), "font.bold", true);
  formats.set(at(sheet, 1, 1), "font.size", 14);
  formats.set(at(sheet, 3, 1, 1, 2), "fill.color", "#1F4E79");
  formats.set(at(sheet, 3, 1, 1, 2), "font.color", "#FFFFFF");
  formats.set(at(sheet, 3, 1, 1, 2), "borders.EdgeBottom.style", "Continuous");
  formats.set(at(sheet, 3, 2), "horizontalAlignment", "Right");
  formats.set(at(sheet, 2, 1), "wrapText", true);
  formats.set(at(sheet, 4, 1), "indentLevel", 2);
  cells.setNumberFormats(at(sheet, 4, 2), [["#,##0.00"]]);
  cells.setNumberFormats(at(sheet, 4, 1), [['0" a"']]);
  formats.set(at(sheet, 0, 1), "columnWidth", 150);
  formats.set(at(sheet, 2, 0), "rowHeight", 30);
  formats.set(at(sheet, 0, 5), "columnHidden", true);
  workbook.merges.merge(at(sheet, 1, 1, 1, 2));
  workbook.panes.set(sheet, { rows: 4, columns: 1 });
  const table = tables.add(at(sheet, 3, 1, 2, 2), true);
  tables.change(table.id, { name: "Prices", style: "TableStyleLight9", showFilterButton: false });
  names.set({ name: "_orebook_1", scope: sheet, refersTo: at(sheet, 1, 1, 4, 2), comment: '{"a":1}', visible: false });
  names.set({ name: "Copper", scope: null, refersTo: at(sheet, 4, 2), comment: "", visible: true });
  workbook.xmlParts.add(`<orebook xmlns="${NAMESPACE}"><tables/></orebook>`);
}
