import type { Block } from "../../../src/sheets/insert/block";
import { WorkbookError } from "../../../src/sheets/workbook-error";
import { Inserter, type InserterState } from "../../../src/taskpane/insert/inserter";
import { en as texts } from "../../../src/taskpane/texts/en";
import type { WorkbookPort } from "../../../src/workbook/port";
import { fakeWorkbook } from "../context";

const block: Block = { content: [[1]], rows: 1, columns: 1, formats: ["0"], headers: 0, widths: [1] };

async function planned(workbook: WorkbookPort) {
  const states: InserterState[] = [];
  const inserter = new Inserter(workbook, texts, (state) => states.push(state));
  await inserter.plan({ block });
  return { inserter, states };
}

test("says where the block goes before anything is written", async () => {
  const workbook = fakeWorkbook();
  const { inserter } = await planned(workbook);
  expect(inserter.state.notice).toEqual({ tone: "plain", text: "Goes into Sheet1!B3, which is empty." });
  expect(workbook.written).toEqual([]);
});

test("writes and can take it back", async () => {
  const workbook = fakeWorkbook();
  const { inserter } = await planned(workbook);
  await inserter.insert("here");
  expect(inserter.state).toMatchObject({
    canUndo: true,
    isBusy: false,
    notice: { tone: "success", text: "Inserted in Sheet1!B3." },
  });
  await inserter.undo();
  expect(inserter.state).toMatchObject({ canUndo: false, notice: { text: "Sheet1!B3 is as it was." } });
});

test("an occupied cell is a warning, and the next free place or overwriting a choice", async () => {
  const workbook = fakeWorkbook(["2,1"]);
  const { inserter } = await planned(workbook);
  expect(inserter.state).toMatchObject({
    notice: { tone: "warning", text: "Sheet1!B3 is not empty." },
    obstacle: { nextFree: { row: 3 } },
  });
  await inserter.insert("nextFree");
  expect(workbook.written).toEqual(["3,1"]);
  await inserter.insert("over");
  expect(workbook.written).toEqual(["3,1", "2,1"]);
});

test("what was inserted stands until another cell is selected or another thing is to be inserted", async () => {
  const filled: string[] = [];
  const workbook = fakeWorkbook(filled);
  const { inserter } = await planned(workbook);
  await inserter.insert("here");
  filled.push("2,1");
  await inserter.look();
  const told = { tone: "success", text: "Inserted in Sheet1!B3." };
  expect(inserter.state).toMatchObject({ notice: told, canUndo: true, obstacle: { filled: 1 } });
  workbook.move(7);
  await inserter.look();
  expect(inserter.state).toMatchObject({ notice: { tone: "plain" }, canUndo: true, obstacle: undefined });
  workbook.move(2);
  await inserter.look();
  expect(inserter.state.notice.tone).toBe("warning");
  await inserter.insert("nextFree");
  expect(inserter.state.notice.tone).toBe("success");
  await inserter.plan({ block });
  expect(inserter.state.notice.tone).toBe("warning");
});

test("a cell that was filled after the look is still not overwritten", async () => {
  const filled: string[] = [];
  const workbook = fakeWorkbook(filled);
  const { inserter } = await planned(workbook);
  filled.push("2,1");
  await inserter.insert("here");
  expect(workbook.written).toEqual([]);
  expect(inserter.state).toMatchObject({ canUndo: false, notice: { tone: "warning" }, obstacle: { filled: 1 } });
});

test("what Excel refuses is said, and the next attempt is free", async () => {
  const workbook = { ...fakeWorkbook(), insert: () => Promise.reject(new WorkbookError("protected")) };
  const { inserter } = await planned(workbook);
  await inserter.insert("here");
  expect(inserter.state).toMatchObject({
    isBusy: false,
    canUndo: false,
    notice: { tone: "error", text: texts.insert.faults.protected() },
  });
});

test("while one insertion is on its way another is not begun", async () => {
  const workbook = fakeWorkbook();
  const { inserter } = await planned(workbook);
  await Promise.all([inserter.insert("here"), inserter.insert("here")]);
  expect(workbook.written).toEqual(["2,1"]);
});

test("however often the selection changes, one look is under way at a time, and the last place counts", async () => {
  const base = fakeWorkbook();
  let row = 0;
  let looks = 0;
  const workbook: WorkbookPort = {
    ...base,
    activeCell: () => {
      looks++;
      return Promise.resolve({ sheetId: "1", sheet: "Sheet1", row, column: 0, rows: 1, columns: 1 });
    },
  };
  const { inserter } = await planned(workbook);
  const calls = [1, 2, 3, 4].map((next) => {
    row = next;
    return inserter.look();
  });
  await Promise.all(calls);
  expect(inserter.state.at).toMatchObject({ row: 4 });
  expect(looks).toBeLessThanOrEqual(3);
});

test("a look that began before an insertion does not replace its outcome", async () => {
  const base = fakeWorkbook();
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  let looks = 0;
  const workbook: WorkbookPort = {
    ...base,
    inspect: async (given, at) => (++looks > 1 && (await held), base.inspect(given, at)),
  };
  const { inserter } = await planned(workbook);
  const look = inserter.look();
  await inserter.insert("here");
  release();
  await look;
  expect(inserter.state.notice.text).toBe("Inserted in Sheet1!B3.");
});

test("a place that is typed is written to, whichever cell is selected; a blank one leads back to the selection", async () => {
  const workbook = fakeWorkbook();
  const { inserter } = await planned(workbook);
  await inserter.aim("Sheet1!D8");
  expect(inserter.state).toMatchObject({
    at: { row: 7, column: 3 },
    notice: { text: expect.stringContaining("Sheet1!D8") },
  });
  workbook.move(5);
  await inserter.look();
  await inserter.insert("here");
  expect(workbook.written).toEqual(["7,3"]);
  await inserter.aim("");
  expect(inserter.state.at).toMatchObject({ row: 5, column: 1 });
});

test("an address that the workbook does not have is told, and nothing can be written", async () => {
  const workbook = fakeWorkbook();
  const { inserter } = await planned(workbook);
  await inserter.aim("Elsewhere!A1");
  expect(inserter.state).toMatchObject({
    at: undefined,
    notice: { tone: "error", text: expect.stringContaining("Elsewhere!A1") },
  });
  await inserter.insert("here");
  expect(workbook.written).toEqual([]);
});

test("a cell that the formula itself refers to is never written over", async () => {
  const workbook = fakeWorkbook(["2,1"]);
  const { inserter } = await planned(workbook);
  await inserter.plan({ block, reads: ({ row, column }) => row === 2 && column === 1 });
  expect(inserter.state).toMatchObject({
    mayOverwrite: false,
    obstacle: { nextFree: { row: 3 } },
    notice: { tone: "warning", text: expect.stringContaining("refers to") },
  });
});

test("an empty cell that the formula refers to is no place for it either", async () => {
  const workbook = fakeWorkbook();
  const { inserter } = await planned(workbook);
  await inserter.plan({ block, reads: ({ row, column }) => row === 2 && column === 1 });
  expect(inserter.state.obstacle).toMatchObject({ filled: 0, nextFree: undefined });
  await inserter.insert("nextFree");
  expect(workbook.written).toEqual([]);
});
