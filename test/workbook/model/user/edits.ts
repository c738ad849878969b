/** What a user does in the workbook, at any moment. Each deed does nothing where it finds no place for it. */
import { MAX_COLUMNS, rectangleAddress } from "../../../../workbench/host/a1";
import { oneOf, type Pick } from "./pick";
import type { Book, Cell } from "./book";

type Edit = (book: Book, pick: Pick) => void;

const own = (token: string) => `own ${token}`;

function anywhere(book: Book, pick: Pick): Cell | undefined {
  const sheetId = oneOf(pick, book.userSheets);
  return sheetId === undefined ? undefined : book.freeFrom({ sheetId, row: pick(60), column: pick(14) });
}

function write(book: Book, cell: Cell | undefined): void {
  if (!cell) return;
  const { token } = book.add({ token: book.newToken(), kind: "text", sheetId: cell.sheetId });
  book.enter(cell, own(token));
}

/** A text somewhere. */
const type: Edit = (book, pick) => write(book, anywhere(book, pick));

/** A text close below a table, where it may want to grow. */
const below: Edit = (book, pick) => {
  const mark = oneOf(pick, book.marks());
  if (!mark) return;
  const { sheet, row, rowCount, column, columnCount } = mark.area;
  write(book, book.freeFrom({ sheetId: sheet, row: row + rowCount + pick(4), column: column + pick(columnCount) }));
};

/** A remark beside a row of a table. */
const beside: Edit = (book, pick) => {
  const mark = oneOf(pick, book.marks());
  if (!mark) return;
  const { sheet, row, rowCount, column, columnCount } = mark.area;
  const first = { sheetId: sheet, row: row + 3 + pick(Math.max(rowCount - 4, 1)), column };
  const cell = { ...first, column: column + columnCount };
  const label = book.value(first);
  const isRow = typeof label === "string" ? /^\d{4}(?:-\d\d)?$/.test(label) : typeof label === "number";
  if (!isRow || !book.isBlank(cell)) return;
  const { token } = book.add({
    token: book.newToken(),
    kind: "text",
    sheetId: sheet,
    beside: { label: String(label), table: mark.id },
  });
  book.enter(cell, own(token));
};

/** A formula of the user's on one of Orebook's. */
const refer: Edit = (book, pick) => {
  const target = oneOf(
    pick,
    book.items.filter(({ kind }) => kind === "orebook"),
  );
  const cell = target && anywhere(book, pick);
  const [at] = target && cell ? book.find(target.token, [cell.sheetId]) : [];
  if (!at || !cell) return;
  const token = book.newToken();
  book.add({ token, kind: "formula", sheetId: cell.sheetId, refersTo: target!.token });
  book.enter(cell, `=${rectangleAddress(book.areaOf(at))}*1+${token}`);
};

function rows(book: Book, kind: "insert" | "delete", sheetId: string, row: number, rowCount = 1): void {
  const area = { sheet: sheetId, row, column: 0, rowCount, columnCount: MAX_COLUMNS };
  book.workbook.structure.carryOut({ kind, along: "rows", area });
}

/** A row or two anywhere, in tables too. */
const insertRows: Edit = (book, pick) => {
  const sheetId = oneOf(pick, book.userSheets);
  if (sheetId !== undefined) rows(book, "insert", sheetId, pick(40), 1 + pick(2));
};

/** A row of one's own among those of a table. */
const rowInTable: Edit = (book, pick) => {
  const mark = oneOf(pick, book.marks());
  if (!mark || mark.area.rowCount < 6) return;
  const { sheet, row, rowCount, column } = mark.area;
  const at = row + 4 + pick(rowCount - 5);
  rows(book, "insert", sheet, at);
  write(book, { sheetId: sheet, row: at, column });
};

/** An empty row goes. */
const deleteRow: Edit = (book, pick) => {
  const sheetId = oneOf(pick, book.userSheets);
  if (sheetId === undefined) return;
  const page = book.page(sheetId);
  const isTable = (row: number) =>
    book.marks().some(({ area }) => area.sheet === sheetId && row >= area.row && row < area.row + area.rowCount);
  const start = pick(40);
  for (let row = start; row < page.rowCount; row++) {
    const line = { ...page, row, rowCount: 1 };
    const isEmpty = [book.workbook.cells.formulas(line), book.workbook.cells.values(line)].every((cells) =>
      cells[0]!.every((cell) => cell === ""),
    );
    if (isEmpty && !isTable(row)) return rows(book, "delete", sheetId, row);
  }
};

/** Cuts something and pastes it elsewhere. */
const cut: Edit = (book, pick) => {
  const item = oneOf(
    pick,
    book.items.filter(({ kind, beside: label }) => kind !== "orebook" && label === undefined),
  );
  const to = item && anywhere(book, pick);
  const [from] = item ? book.find(item.token, [item.sheetId]) : [];
  // Within one sheet: a formula that goes elsewhere would refer to the sheet it came from.
  if (!from || !to || to.sheetId !== from.sheetId || book.isMarked(from)) return;
  book.workbook.structure.carryOut({ kind: "move", from: book.areaOf(from), to: book.areaOf(to) });
};

const rename: Edit = (book, pick) => {
  const sheetId = oneOf(pick, book.userSheets);
  const name = `Renamed ${pick(1000)}`;
  if (sheetId !== undefined && !book.workbook.sheets.named(name)) book.workbook.sheets.change(sheetId, { name });
};

/** Sorts the figures of a table the other way round, with what stands beside them. */
const sort: Edit = (book, pick) => {
  const mark = oneOf(pick, book.marks());
  if (!mark) return;
  const { sheet, row, rowCount, column, columnCount } = mark.area;
  const isRow = (at: number) => /^\d{4}(?:-\d\d)?$/.test(String(book.value({ sheetId: sheet, row: at, column })));
  const body = Array.from({ length: rowCount }, (_, i) => row + i).filter(isRow);
  const [start, end] = [body[0], body.at(-1)];
  if (start === undefined || end! - start + 1 !== body.length) return;
  const area = { sheet, row: start, column, rowCount: body.length, columnCount: columnCount + 1 };
  const cells = book.workbook.cells.formulas(area);
  // Formulas of the user's refer to other cells, and others to them.
  if (cells.some((line) => String(line.at(-1)).startsWith("="))) return;
  const formats = book.workbook.cells.numberFormats(area);
  const entries = cells.map((line, r) =>
    line.map((cell, c) =>
      typeof cell === "string" && !/^(?:[#=].*)?$/.test(cell) && formats[r]![c] !== "@" ? `'${cell}` : cell,
    ),
  );
  book.workbook.cells.setNumberFormats(area, [...formats].reverse());
  book.workbook.cells.enter(area, entries.reverse());
};

/** A sheet with everything on it, inserted tables too. */
const copySheet: Edit = (book, pick) => {
  const sheetId = oneOf(pick, book.userSheets);
  if (sheetId === undefined || book.userSheets.length > 3) return;
  const before = book.items.filter((item) => item.sheetId === sheetId && book.find(item.token, [sheetId]).length > 0);
  const copy = book.workbook.structure.copySheet(sheetId, 1);
  // What is counted is counted on its sheet: the copies are things of their own.
  for (const item of before) book.add({ ...item, sheetId: copy.id });
};

export const EDITS = { type, below, beside, refer, insertRows, rowInTable, deleteRow, cut, rename, sort, copySheet };
export type EditName = keyof typeof EDITS;
