import { areaOf } from "../ranges";
import type { Rectangle } from "../../sheets/notation/reference";
import { SheetScan, WorkbookScan, type SheetFacts } from "../../sheets/scan";
import type { BandRead } from "./read-bands";

/** Reads what there is: sheets, their used parts and protection, names, tables. Two round trips. */
export async function readSheets(context: Excel.RequestContext) {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load("items/id,items/visibility");
  tables.load("items/id,items/name,items/showHeaders,items/showTotals");
  await context.sync();

  // Together with the names' formulas, which say it: a sheet that is renamed in between is one and the same.
  names.load("items/name,items/formula");
  const sheets = worksheets.items.map((sheet) => {
    sheet.load("name");
    const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
    sheet.protection.load("protected");
    sheet.names.load("items/name,items/formula,items/comment");
    return { sheet, used };
  });
  const placed = tables.items.map((table) => {
    const range = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
    table.worksheet.load("id");
    return { table, range };
  });
  await context.sync();

  return {
    sheets: sheets.map(({ sheet: { id, name, visibility, protection }, used }) => ({
      facts: {
        id,
        name,
        visibility: visibility as SheetFacts["visibility"],
        isProtected: protection.protected,
        hidesRows: !used.isNullObject && used.rowHidden !== false,
      },
      used: used.isNullObject ? undefined : areaOf(used),
    })),
    names: [
      ...names.items.map(({ name, formula }) => ({ name, sheetId: undefined, formula: String(formula) })),
      ...sheets.flatMap(({ sheet }) =>
        sheet.names.items.map(({ name, formula, comment }) => ({
          name: bare(name),
          sheetId: sheet.id,
          formula: String(formula),
          comment,
        })),
      ),
    ],
    tables: placed.map(({ table: { name, showHeaders, showTotals, worksheet }, range }) => ({
      name,
      sheetId: worksheet.id,
      area: areaOf(range),
      hasHeaders: showHeaders,
      hasTotals: showTotals,
    })),
  };
}

/** Everything about a workbook but the cells of its sheets. */
type Surroundings = Awaited<ReturnType<typeof readSheets>>;

/** The workbook with the cells that were read. `spills`: the areas that formulas fill, by sheet. */
export function scanOf(
  { sheets, names, tables }: Surroundings,
  read: readonly BandRead[],
  spills: ReadonlyMap<string, readonly Rectangle[]> = new Map(),
): WorkbookScan {
  const scans = sheets.map(({ facts, used }) => {
    const own = read.filter(({ sheetId }) => sheetId === facts.id);
    return new SheetScan(facts, used, own, spills.get(facts.id));
  });
  return new WorkbookScan(scans, names, tables);
}

/** Some builds of Excel put the sheet before a name of its own. */
function bare(name: string): string {
  return name.slice(name.lastIndexOf("!") + 1);
}
