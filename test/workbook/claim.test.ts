/** Two Orebooks have one workbook open. */
import type { Block } from "../../src/sheets/insert/block";
import { pass, startClock } from "./model/orebook/clock";
import { evaluating } from "./model/orebook/evaluate";
import { loadCode, Runtime } from "./model/orebook/runtime";
import { Book } from "./model/user/book";

startClock();

const BLOCK: Block = { content: [[7]], rows: 1, columns: 1, formats: ["0"], headers: 0, widths: [1] };

let book: Book;
let first: Runtime;
let second: Runtime;
beforeEach(() => {
  const { code, session } = loadCode(0);
  book = new Book("1.20", evaluating(code, session));
  [first, second] = [new Runtime(book, 0), new Runtime(book, 1)];
});

const insert = (runtime: Runtime, row: number, options: Parameters<Runtime["does"]>[1] = []) =>
  runtime.does(({ code }) => {
    const { id, name } = book.workbook.sheets.list()[0]!;
    return code.insert(BLOCK, { sheetId: id, sheet: name, row, column: 0, rows: 1, columns: 1 }, false);
  }, options);
const column = () =>
  book.workbook.cells
    .values({ sheet: book.workbook.sheets.list()[0]!.id, row: 0, column: 0, rowCount: 3, columnCount: 1 })
    .map(([cell]) => cell);
const claims = () => book.workbook.names.list().filter(({ name }) => name === "_orebookclaim");

/** The first message of an insertion after its claim. */
const CLAIMED = 4;

test("nothing of a claim is left, and it is no undo step of its own", async () => {
  const { depth } = book.workbook.undo;
  await insert(first, 0);
  expect([claims(), book.workbook.undo.depth]).toEqual([[], depth + 1]);
  book.workbook.undo.undo();
  expect([claims(), column()]).toEqual([[], ["", "", ""]]);
});

test("a second Orebook waits for the first, and both have written", async () => {
  [first.pace, second.pace] = [[9], [0]];
  await Promise.all([insert(first, 0), insert(second, 1)]);
  expect([claims(), column()]).toEqual([[], [7, 7, ""]]);
});

test("a claim of a page that is gone is heeded for a minute, and then no more", async () => {
  await expect(insert(first, 0, [{ at: CLAIMED, fate: "gone" }])).rejects.toMatchObject({ name: "WorkbookError" });
  expect([claims().length, column()]).toEqual([1, ["", "", ""]]);
  await expect(insert(second, 1)).rejects.toMatchObject({ name: "WorkbookError", fault: "claimed" });
  // Its own page goes on.
  await insert(first, 0);
  expect([claims(), column()]).toEqual([[], [7, "", ""]]);
  await expect(insert(first, 2, [{ at: CLAIMED, fate: "gone" }])).rejects.toMatchObject({ name: "WorkbookError" });
  pass(60_000);
  await insert(second, 1);
  expect([claims(), column()]).toEqual([[], [7, 7, ""]]);
});
