import type { Rectangle } from "../formula";
import type { SheetCells, Snapshot, WorkbookTable } from "./snapshot";

/** One cell of the workbook, counted from 0. */
export interface Position {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export function keyOf({ sheetId, row, column }: Position): string {
  return `${sheetId} ${row} ${column}`;
}

/** A snapshot, ready to be looked up. */
export class WorkbookCells {
  private readonly sheets: ReadonlyMap<string, SheetCells>;
  private readonly idsByName: ReadonlyMap<string, string>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly tables: ReadonlyMap<string, WorkbookTable>;

  constructor(readonly snapshot: Snapshot) {
    this.sheets = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet]));
    this.idsByName = new Map(snapshot.sheets.map(({ id, name }) => [fold(name), id]));
    this.names = new Map(snapshot.names.map(({ name, sheetId, formula }) => [nameKey(name, sheetId), formula]));
    this.tables = new Map(snapshot.tables.map((table) => [fold(table.name), table]));
  }

  /** Excel compares the names of sheets without case. A sheet without content is not found. */
  sheetNamed(name: string): string | undefined {
    return this.idsByName.get(fold(name));
  }

  sheetName(id: string): string {
    return this.sheets.get(id)?.name ?? "";
  }

  /** The formula or constant in a cell; "" when it is empty. */
  formulaAt(at: Position): unknown {
    return this.content(at, "formulas");
  }

  /** What a cell shows; "" when it is empty. */
  valueAt(at: Position): unknown {
    return this.content(at, "values");
  }

  /** What a name stands for, seen from a sheet: its own names come first. */
  nameFormula(name: string, sheetId: string): string | undefined {
    return this.names.get(nameKey(name, sheetId)) ?? this.names.get(nameKey(name, undefined));
  }

  tableNamed(name: string): WorkbookTable | undefined {
    return this.tables.get(fold(name));
  }

  /** The table a cell stands in. */
  tableAt({ sheetId, row, column }: Position): WorkbookTable | undefined {
    return this.snapshot.tables.find((table) => table.sheetId === sheetId && row >= table.row && row < table.row + table.rows && column >= table.column && column < table.column + table.columns.length);
  }

  /** The part of a rectangle that reaches no further than the cells in use: what lies beyond is empty. */
  withinUse(sheetId: string, { row, column, rows, columns }: Rectangle): Rectangle {
    const sheet = this.sheets.get(sheetId);
    const lastRow = sheet ? sheet.row + sheet.formulas.length : 0;
    const lastColumn = sheet ? sheet.column + (sheet.formulas[0]?.length ?? 0) : 0;
    return { row, column, rows: Math.max(1, Math.min(rows, lastRow - row)), columns: Math.max(1, Math.min(columns, lastColumn - column)) };
  }

  private content({ sheetId, row, column }: Position, what: "formulas" | "values"): unknown {
    const sheet = this.sheets.get(sheetId);
    return sheet?.[what][row - sheet.row]?.[column - sheet.column] ?? "";
  }
}

function nameKey(name: string, sheetId: string | undefined): string {
  return `${fold(name)} ${sheetId ?? ""}`;
}

function fold(name: string): string {
  return name.toLowerCase();
}
