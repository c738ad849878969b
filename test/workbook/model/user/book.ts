/** The simple model: what somebody put into a workbook, each thing with a number of its own by which it is found wherever it went. */
import type { Area } from "../../../../workbench/host/a1";
import { createMemoryWorkbook } from "../../../../workbench/host/memory-workbook";
import type { CellInput, CellValue, Evaluate, Workbook } from "../../../../workbench/host/workbook-model";
import { areaAt } from "../../../../workbench/page/address";
import type { SharedDocument } from "../orebook/runtime";

export interface Item {
  readonly token: string;
  readonly kind: "text" | "formula" | "orebook";
  /** Moves with the item when it is cut and pasted on another sheet. */
  sheetId: string;
  /** The formula of Orebook's that a formula of the user's refers to, until that one is taken back. */
  refersTo?: string | undefined;
  /** What stands first in the table's row that it was written beside, as long as the table is there. */
  readonly beside?: { readonly label: string; readonly table: string };
}

export interface Cell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

const ROWS = 90;
const COLUMNS = 26;

export class Book implements SharedDocument {
  readonly workbook: Workbook;
  settings: string | undefined;
  items: Item[] = [];
  /** Ids of inserted tables that nobody took back. */
  readonly tables = new Set<string>();
  /** Whether Excel knows Orebook's functions: it does not while the add-in is missing. */
  isLoaded = true;
  private count = 0;

  constructor(
    readonly api: string,
    evaluate: (book: Book) => Evaluate,
  ) {
    this.workbook = createMemoryWorkbook({ evaluate: evaluate(this) });
    this.workbook.sheets.add("Other");
  }

  newToken(): string {
    return String(987_000_000 + this.count++);
  }

  add(item: Item): Item {
    this.items.push(item);
    return item;
  }

  forget(token: string): void {
    this.items = this.items.filter((item) => item.token !== token);
    for (const item of this.items) if (item.refersTo === token) item.refersTo = undefined;
  }

  /** The sheets that are not Orebook's. */
  get userSheets(): readonly string[] {
    const own = this.workbook.names.list().flatMap(({ name, refersTo }) => {
      if (!name.startsWith("_orebooksheet_")) return [];
      return [typeof refersTo === "object" ? refersTo.sheet : areaAt(this.workbook, refersTo.slice(1)).sheet];
    });
    const names = ["Sheet1", "Other", "Renamed"];
    return this.workbook.sheets
      .list()
      .filter(({ id, name }) => !own.includes(id) && names.some((one) => name.startsWith(one)))
      .map(({ id }) => id);
  }

  /** The part of a sheet in which things are put. */
  page(sheet: string): Area {
    const used = this.workbook.cells.used(sheet, false);
    const rows = Math.max(ROWS, used ? used.row + used.rowCount : 0);
    return { sheet, row: 0, column: 0, rowCount: rows, columnCount: COLUMNS };
  }

  /** Cells that hold a number of ours, as text or within a formula. */
  find(token: string, sheets: readonly string[] = this.workbook.sheets.list().map(({ id }) => id)): Cell[] {
    return sheets.flatMap((sheetId) =>
      this.workbook.cells
        .formulas(this.page(sheetId))
        .flatMap((cells, row) =>
          cells.flatMap((cell, column) => (String(cell).includes(token) ? [{ sheetId, row, column }] : [])),
        ),
    );
  }

  /** Where the inserted tables stand, by their marks. */
  marks(): { readonly id: string; readonly area: Area }[] {
    return this.workbook.names.list().flatMap(({ name, refersTo }) => {
      if (!/^_orebook_/.test(name)) return [];
      if (typeof refersTo === "object") return [{ id: name.slice("_orebook_".length), area: refersTo }];
      if (refersTo.includes("#REF!")) return [];
      return [{ id: name.slice("_orebook_".length), area: areaAt(this.workbook, refersTo.slice(1)) }];
    });
  }

  isMarked({ sheetId, row, column }: Cell): boolean {
    return this.marks().some(
      ({ area }) =>
        area.sheet === sheetId &&
        row >= area.row &&
        row < area.row + area.rowCount &&
        column >= area.column &&
        column < area.column + area.columnCount,
    );
  }

  areaOf({ sheetId, row, column }: Cell, rowCount = 1, columnCount = 1): Area {
    return { sheet: sheetId, row, column, rowCount, columnCount };
  }

  isBlank(cell: Cell): boolean {
    const { cells } = this.workbook;
    return cells.formulas(this.areaOf(cell))[0]![0] === "" && cells.values(this.areaOf(cell))[0]![0] === "";
  }

  formula(cell: Cell): string {
    return String(this.workbook.cells.formulas(this.areaOf(cell))[0]![0]);
  }

  value(cell: Cell): CellValue {
    return this.workbook.cells.values(this.areaOf(cell))[0]![0]!;
  }

  enter(cell: Cell, content: CellInput): void {
    this.workbook.cells.enter(this.areaOf(cell), [[content]]);
  }

  /** The first free cell from one on, downwards, outside of tables; undefined where there is none. */
  freeFrom(cell: Cell): Cell | undefined {
    for (let { row } = cell; row < ROWS; row++) {
      const one = { ...cell, row };
      if (this.isBlank(one) && !this.isMarked(one)) return one;
    }
    return undefined;
  }
}
