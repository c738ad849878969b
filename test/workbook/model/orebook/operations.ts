/** What Orebook is asked to do, by the runtime that does it. Each tells the model what came of it. */
import type { Block } from "../../../../src/sheets/insert/block";
import type { Place } from "../../../../src/sheets/notation/place";
import type { Way } from "../../../../src/sheets/record";
import type { Undoing } from "../../../../src/workbook/insert/insert";
import type { Book, Item } from "../user/book";
import { now } from "./clock";
import { oneOf, type Pick } from "../user/pick";
import { RELEASES } from "./releases";
import type { Runtime } from "./runtime";

/** What a runtime can still take back, as its pane would. */
export interface Memory {
  insertion?: { readonly undo: () => Promise<Undoing>; readonly undone: () => void };
  way?: Way;
}

export interface Doing {
  readonly book: Book;
  readonly memory: Memory;
  readonly pick: Pick;
}

type Operation = (runtime: Runtime, doing: Doing) => Promise<unknown>;

const ITEMS = ["copper", "lithium", "iron ore", "manganese"];
const RECIPES = ["magnet-exports-by-month", "metal-prices"];

function placeFor(book: Book, pick: Pick, rows: number): Place | undefined {
  const sheetId = oneOf(pick, book.userSheets);
  if (sheetId === undefined) return undefined;
  const sheet = book.workbook.sheets.get(sheetId)!.name;
  const used = book.workbook.cells.used(sheetId, true);
  const row = rows > 1 && pick(2) === 0 && used ? used.row + used.rowCount + 1 + pick(3) : pick(30);
  return { sheetId, sheet, row, column: pick(rows > 1 ? 3 : 14), rows: 1, columns: 1 };
}

/** `work` is the insertion; what it began is known before it ends, for nobody knows what becomes of a message. */
async function inserting(
  memory: Memory,
  insertion: Promise<{ kind: string; undo?: () => Promise<Undoing> }>,
  done: () => () => void,
): Promise<void> {
  const result = await insertion;
  if (result.kind === "inserted") memory.insertion = { undo: result.undo!, undone: done() };
}

const insertFormula: Operation = (runtime, { book, memory, pick }) => {
  const at = placeFor(book, pick, 1);
  if (!at) return Promise.resolve();
  const token = book.newToken();
  const formula = `=METALS.IMPORTS("${oneOf(pick, ITEMS)!}",${2022 + pick(4)})+0*${token}`;
  const block: Block = { content: [[{ formula }]], rows: 1, columns: 1, formats: ["#,##0"], headers: 0, widths: [8] };
  return inserting(memory, runtime.code.insert(block, at, false), () => {
    const item: Item = book.add({ token, kind: "orebook", sheetId: at.sheetId });
    return () => book.forget(item.token);
  });
};

const insertTable: Operation = async (runtime, { book, memory, pick }) => {
  const at = placeFor(book, pick, 20);
  if (!at || book.tables.size > 3) return;
  const request = {
    recipe: oneOf(pick, RECIPES)!,
    arguments: {},
    mode: pick(2) ? ("values" as const) : ("formulas" as const),
  };
  const insertion = await runtime.code.insertTable(runtime.session(), request, at, false);
  await inserting(memory, Promise.resolve(insertion), () => {
    const id = insertion.kind === "inserted" ? insertion.table.id : "";
    book.tables.add(id);
    return () => book.tables.delete(id);
  });
};

const undoInsertion: Operation = async (_, { memory }) => {
  const { insertion } = memory;
  delete memory.insertion;
  // Where it does not answer, it may have been taken back.
  const undone = await insertion?.undo().catch((error: unknown) => {
    insertion.undone();
    throw error;
  });
  if (undone === "undone") insertion!.undone();
};

const refresh: Operation = async (runtime, { memory, pick }) => {
  const { release = "R1" } = await runtime.standing.reread();
  const next = RELEASES[Math.min(RELEASES.findIndex((id) => id === release) + 1, RELEASES.length - 1)];
  const onlyTables = pick(6) === 0;
  const onlyFormulas = !onlyTables && pick(4) === 0;
  const outcome = await runtime.refresher.refresh(
    { release: onlyTables ? release : next, day: undefined },
    { mark: pick(2) === 0, tables: onlyFormulas ? "none" : "workbook", onlyTables },
  );
  if (outcome.kind !== "unchanged") memory.way = { from: outcome.from, to: onlyTables ? outcome.from : outcome.to };
};

const undoRefresh: Operation = async (runtime, { memory }) => {
  const { way } = memory;
  if (!way) return;
  const outcome = await runtime.refresher.undo(way);
  if (outcome.kind === "done") delete memory.way;
};

const scopeOf = (pick: Pick) => (pick(3) === 0 ? "sheet" : "workbook");

const share: Operation = (runtime, { pick }) => runtime.code.share(runtime.session(), scopeOf(pick), new Date(now()));

const restore: Operation = (runtime, { pick }) =>
  runtime.code.restore(runtime.session(), scopeOf(pick), new Date(now()));

/** A formula that was entered while the add-in was missing, and Repair. */
const repair: Operation = async (runtime, { book, pick }) => {
  const at = placeFor(book, pick, 1);
  const cell = at && book.freeFrom(at);
  if (cell) {
    const { token } = book.add({ token: book.newToken(), kind: "orebook", sheetId: cell.sheetId });
    book.isLoaded = false;
    book.enter(cell, `=_xldudf_METALS_IMPORTS("copper",2024)+0*${token}`);
    await book.workbook.calculation.settled();
    book.isLoaded = true;
  }
  await runtime.code.repair("");
};

const audit: Operation = (runtime) => runtime.code.auditWorkbook(runtime.session());

const sources: Operation = (runtime) => runtime.code.writeSources(runtime.session(), new Date(now()));

export const OPERATIONS = {
  insertFormula,
  insertTable,
  undoInsertion,
  refresh,
  undoRefresh,
  share,
  restore,
  repair,
  audit,
  sources,
};
export type OperationName = keyof typeof OPERATIONS;
