/** What must hold at the end: everything of the user's is there, every formula is or can come back, every table is wholly of one release. */
import { rectangleOf } from "../../../src/sheets/notation/reference";
import type { Content } from "../../../src/sheets/write/content";
import type { SharedFormula } from "../../../src/sheets/share/ledger/ledger";
import type { Area } from "../../../workbench/host/a1";
import type { CellValue } from "../../../workbench/host/workbook-model";
import type { Book, Cell, Item } from "./user/book";
import { RELEASES } from "./orebook/releases";
import type { Runtime } from "./orebook/runtime";

/** Everything that is not as it must be, in words. `obstructed`: tables that the last refresh said it could not write. */
export async function faultsIn(book: Book, runtime: Runtime, obstructed: readonly string[]): Promise<string[]> {
  const ledger = await runtime.does(({ code }) => Excel.run(async (context) => code.readLedger(context)));
  const tables = await runtime.does(({ code }) =>
    Excel.run(async (context) => (await code.readRecord(context)).tables),
  );
  const faults = book.items.flatMap((item) => faultsOf(book, item, ledger.formulas));
  for (const id of book.tables)
    if (!book.marks().some((mark) => mark.id === id)) faults.push(`table ${id} is not marked`);
  for (const { id, area } of book.marks()) {
    const table = tables.find((one) => one.id === id);
    if (!table || isEmpty(book, area)) continue;
    const releases = obstructed.includes(id) ? RELEASES : RELEASES.slice(-1);
    const shown = rowsIn(book, area);
    const wanted = releases.map((release) => wantedRows(runtime, table, release));
    if (!wanted.some((rows) => rows === shown))
      faults.push(
        `table ${id} (${table.recipe}, ${table.mode}) is of no release:\n${shown}\n-- but --\n${wanted.at(-1)}`,
      );
  }
  return faults;
}

function faultsOf(book: Book, item: Item, ledger: readonly SharedFormula[]): string[] {
  const { token, kind, sheetId, refersTo, beside } = item;
  const [at] = book.find(token, [sheetId]);
  const name = book.workbook.sheets.get(sheetId)?.name;
  const kept = ledger.find((shared) => shared.formula.includes(token) && shared.sheet === name && !shared.gone);
  if (!at) return kind === "orebook" && kept ? [] : [`${kind} ${token} is lost`];
  if (kind === "text" && book.formula(at) !== `own ${token}`) return [`${token} is ${book.formula(at)}`];
  if (kind === "orebook" && !book.formula(at).startsWith("=")) return [`formula ${token} is ${book.formula(at)}`];
  const isBeside = beside !== undefined && book.marks().some(({ id }) => id === beside.table);
  if (isBeside && !labelsIn(book, at).includes(beside.label))
    return [`${token} stands no longer beside ${beside.label} but ${labelsIn(book, at).join(", ")}`];
  if (refersTo !== undefined && !isReferred(book, at, refersTo, ledger))
    return [`${book.formula(at)} no longer refers to ${refersTo}`];
  return [];
}

/** What stands in the row of a remark, to its left. */
function labelsIn(book: Book, { sheetId, row, column }: Cell): string[] {
  return book.workbook.cells
    .values({ sheet: sheetId, row, column: 0, rowCount: 1, columnCount: Math.max(column, 1) })[0]!
    .map(plain);
}

function isReferred(book: Book, at: Cell, token: string, ledger: readonly SharedFormula[]): boolean {
  const area = rectangleOf(/^=([A-Z]+\d+)\*/.exec(book.formula(at))?.[1] ?? "");
  if (!area) return false;
  const name = book.workbook.sheets.get(at.sheetId)!.name;
  return (
    book.formula({ sheetId: at.sheetId, row: area.row, column: area.column }).includes(token) ||
    ledger.some(
      (shared) =>
        shared.formula.includes(token) &&
        shared.sheet === name &&
        shared.area.row === area.row &&
        shared.area.column === area.column,
    )
  );
}

function isEmpty(book: Book, area: Area): boolean {
  return book.workbook.cells.values(area).every((cells) => cells.every((cell) => cell === ""));
}

/** The rows of figures in a place, without those that the user put in. */
function rowsIn(book: Book, area: Area): string {
  return asText(book.workbook.cells.values(area).map((cells) => cells.map(plain)));
}

type TableRecord = Parameters<Runtime["code"]["layoutAt"]>[1];

/** Formulas answer as of where the workbook stands, whatever rows they stand in. */
function wantedRows(runtime: Runtime, table: TableRecord, release: string): string {
  const rowsAt = (at: string) => {
    const built = runtime.code.layoutAt(
      runtime.session(),
      { ...table, mode: "values" },
      { release: at, day: undefined },
    );
    if (!("layout" in built)) throw new Error(`no layout of ${table.recipe}`);
    return built.layout.rows.map(({ cells }) => cells.map((cell) => plain(shownOf(cell))));
  };
  const rows = rowsAt(release);
  const answers = table.mode === "formulas" ? rowsAt(RELEASES.at(-1)!) : rows;
  return asText(
    rows.map((row) => answers.find(([first]) => first === row[0]) ?? row.map((cell, i) => (i ? "n/a" : cell))),
  );
}

function shownOf(content: Content): CellValue {
  return content === null ? "" : typeof content === "object" ? { error: "#N/A" } : content;
}

const isFigures = ([first]: readonly string[]) => /^\d{4}(?:-\d\d)?$/.test(first!);

/** Sorted: the user may have done so too. */
function asText(rows: readonly (readonly string[])[]): string {
  return rows
    .filter(isFigures)
    .map((row) => row.join(" | "))
    .sort()
    .join("\n");
}

/** An error and its word in a shared workbook are one. */
function plain(value: CellValue): string {
  if (typeof value === "object") return "n/a";
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : String(value);
}
