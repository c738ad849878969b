/** Tables, written where they are others than in the file. */
import type { SavedWorkbook as ExcelFile } from "../../../src/package";
import { addTable, changeTable, removeTable } from "../../../src/package/parts/write-tables";
import type { Rectangle } from "../../../src/sheets/notation/reference";
import { columnNames } from "../../host/object-model/column-names";
import type { Table } from "../../host/workbook-model";
import type { SavedSheet, Source } from "./source";

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What the header of a table's columns has to say: texts, each another one. */
function columnsOf({ area, showHeaders }: Table, { cells }: Source): string[] {
  return columnNames(
    showHeaders ? cells.values({ ...area, rowCount: 1 })[0]! : Array<string>(area.columnCount).fill(""),
  );
}

/** The texts of the headers of tables on a sheet, by cell: `row column`. */
export function headersOn(here: string, source: Source): Map<string, string> {
  const tables = source.tables.list().filter(({ area, showHeaders }) => area.sheet === here && showHeaders);
  return new Map(
    tables.flatMap((table) =>
      columnsOf(table, source).map((name, i): [string, string] => [`${table.area.row} ${table.area.column + i}`, name]),
    ),
  );
}

export function saveTables({ scan, file }: ExcelFile, source: Source, sheets: readonly SavedSheet[]): void {
  const tables = source.tables.list();
  for (const { name, sheetId } of scan.tables) {
    const sheet = sheets.find(({ id }) => id === sheetId);
    const now = tables.find((one) => sameName(one.name, name));
    if (sheet && now?.area.sheet !== sheet.here) removeTable(file, sheet.part, name);
  }
  for (const table of tables) {
    const sheet = sheets.find(({ here }) => here === table.area.sheet);
    const known = scan.tables.find(({ name, sheetId }) => sameName(name, table.name) && sheetId === sheet?.id);
    if (!sheet) continue;
    const { row, column, rowCount, columnCount } = table.area;
    const area: Rectangle = { row, column, rows: rowCount, columns: columnCount };
    const columns = columnsOf(table, source);
    if (known) changeTable(file, sheet.part, table.name, { area, columns: known.hasHeaders ? columns : undefined });
    else
      addTable(file, sheet.part, {
        name: table.name,
        area,
        columns,
        hasHeaders: table.showHeaders,
        hasTotals: table.showTotals,
        hasFilter: table.showFilterButton,
        bandsRows: table.showBandedRows,
        bandsColumns: table.showBandedColumns,
        style: table.style,
      });
  }
}
