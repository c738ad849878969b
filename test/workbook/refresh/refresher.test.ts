/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { changeLines } from "../../../src/sheets/refresh/comparison-lines";
import { openBench, type Bench } from "./bench";

let bench: Bench;

const R1 = { release: "R1", day: undefined };
const R2 = { release: "R2", day: undefined };
const OLD = 67330000000;
const NEW = 67500000000;

describe("a refresh of formulas", () => {
  beforeEach(async () => {
    bench = await openBench();
    await bench.enter("A1", [
      ['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2012)', "mine", 5],
      ['=METALS.IMPORTS("copper",2025)/1000', '=REE.QUOTA(2024,"mining")', '=METALS.IMPORTS("lithium",2024)', "=D1*2"],
    ]);
    bench.workbook.formats.set(
      { sheet: bench.workbook.sheets.active, row: 0, column: 1, rowCount: 1, columnCount: 1 },
      "fill.color",
      "#00FF00",
    );
    bench.computed();
  });

  test("shows the difference and touches nothing", async () => {
    const { from, to, changed, formulas } = await bench.refresher.compare(R2);
    expect({ from, to, formulas }).toEqual({ from: R1, to: R2, formulas: 5 });
    expect(changed.map(({ address, old, new: now, reason }) => [address, old, now, reason])).toEqual([
      ["Sheet1!A1", OLD, NEW, "revision"],
      ["Sheet1!A2", { error: "#N/A" }, 70000000, "newPeriod"],
      ["Sheet1!C2", expect.any(Number), 2500000000, "correction"],
    ]);
    expect(bench.computed()).toEqual({});
    expect(bench.standing.read()).toMatchObject({ release: "R1", refreshing: undefined });
  });

  test("recalculates exactly the cells that change", async () => {
    const before = await bench.values("A1:D2");
    const outcome = await bench.refresher.refresh(R2);
    expect(outcome).toEqual({ kind: "done", from: R1, to: R2, cells: 3, left: [], tables: [], fault: undefined });
    expect(bench.computed()).toEqual({
      '=METALS.IMPORTS("copper",2024)': 1,
      '=METALS.IMPORTS("copper",2025)/1000': 1,
      '=METALS.IMPORTS("lithium",2024)': 1,
    });
    expect(await bench.values("A1:D2")).toEqual([
      [NEW, before[0]![1], "mine", 5],
      [70000000, before[1]![1], 2500000000, 10],
    ]);
    expect(bench.standing.read()).toMatchObject({ ...R2, refreshing: undefined });
    expect(bench.session().standing).toEqual(R2);
  });

  test("does not wait for a formula that Excel does not recognise, and says that it is to be repaired", async () => {
    const { cells } = bench.workbook;
    const values = cells.values.bind(cells);
    // As a file has it that was opened before the add-in was there.
    const isFirst = (row: number, column: number) => row === 0 && column === 0;
    const unknown = jest
      .spyOn(cells, "values")
      .mockImplementation((area) =>
        values(area).map((line, r) =>
          line.map((cell, c) => (isFirst(area.row + r, area.column + c) ? { error: "#NAME?" } : cell)),
        ),
      );
    const lines = changeLines(await bench.refresher.compare(R2), "en");
    expect(lines.map(({ address, note }) => [address, note])).toContainEqual([
      "Sheet1!A1",
      "Shows #NAME? now: Repair enters the formula again",
    ]);
    const outcome = await bench.refresher.refresh(R2);
    unknown.mockRestore();
    expect(outcome).toMatchObject({ kind: "done", left: [], cells: 2 });
  });

  test("is undone by going back", async () => {
    const before = await bench.values("A1:D2");
    const outcome = await bench.refresher.refresh(R2, { mark: true });
    expect(await bench.refresher.undo(outcome)).toMatchObject({ kind: "done", from: R2, to: R1, cells: 3 });
    expect(await bench.values("A1:D2")).toEqual(before);
    expect(bench.standing.read()).toMatchObject(R1);
    expect(fills()).toEqual(["#FFFFFF", "#00FF00", "#FFFFFF"]);
  });

  test("marks what changed, and takes the colour away again", async () => {
    await bench.refresher.refresh(R2, { mark: true });
    expect(fills()).toEqual(["#FFF2CC", "#00FF00", "#FFF2CC"]);
    await bench.refresher.unmark();
    expect(fills()).toEqual(["#FFFFFF", "#00FF00", "#FFFFFF"]);
  });

  test("a protected sheet keeps its looks, and what is coloured elsewhere and noted does not suffer", async () => {
    const { sheets, formats } = bench.workbook;
    const other = sheets.add("Locked").id;
    await bench.enter("Locked!A1", [['=METALS.IMPORTS("copper",2024)']]);
    sheets.change(other, { isProtected: true });
    const outcome = await bench.refresher.refresh(R2, { mark: true });
    expect(outcome).toMatchObject({ kind: "done", cells: 4, fault: undefined });
    expect(fills()).toEqual(["#FFF2CC", "#00FF00", "#FFF2CC"]);
    expect(formats.get({ sheet: other, row: 0, column: 0, rowCount: 1, columnCount: 1 }, "fill.color")).not.toBe(
      "#FFF2CC",
    );
    expect(await bench.refresher.log()).toHaveLength(1);
    sheets.change(sheets.list()[0]!.id, { isProtected: true });
    await bench.refresher.unmark();
    expect([fills(), await bench.refresher.isMarked()]).toEqual([["#FFF2CC", "#00FF00", "#FFF2CC"], true]);
    sheets.change(sheets.list()[0]!.id, { isProtected: false });
    await bench.refresher.unmark();
    expect([fills(), await bench.refresher.isMarked()]).toEqual([["#FFFFFF", "#00FF00", "#FFFFFF"], false]);
  });

  test("gives back a white fill, and none where there was none", async () => {
    const fill = () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const fills = ["A1", "A2", "C2"].map((address) => sheet.getRange(address).format.fill.load("color,pattern"));
        await context.sync();
        return fills.map(({ color, pattern }) => [color, pattern]);
      });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A2").format.fill.color = "#FFFFFF";
      sheet.getRange("C2").format.fill.color = "#CC0000";
      await context.sync();
    });
    const before = await fill();
    expect(before).toEqual([
      ["#FFFFFF", "None"],
      ["#FFFFFF", "Solid"],
      ["#CC0000", "Solid"],
    ]);
    await bench.refresher.refresh(R2, { mark: true });
    expect(await fill()).toEqual(Array(3).fill(["#FFF2CC", "Solid"]));
    await bench.refresher.unmark();
    expect(await fill()).toEqual(before);
  });

  test("leaves alone what got another colour since, and takes the rest away", async () => {
    await bench.enter("F1", Array(3).fill(['=METALS.IMPORTS("copper",2024)']));
    await bench.refresher.refresh(R2, { mark: true });
    const at = (row: number) => ({ sheet: bench.workbook.sheets.active, row, column: 5, rowCount: 1, columnCount: 1 });
    bench.workbook.formats.set(at(1), "fill.color", "#0000FF");
    await bench.refresher.unmark();
    expect([0, 1, 2].map((row) => bench.workbook.formats.get(at(row), "fill.color"))).toEqual([
      "#FFFFFF",
      "#0000FF",
      "#FFFFFF",
    ]);
  });

  test("leaves a log in the document", async () => {
    const outcome = await bench.refresher.refresh(R2);
    await bench.refresher.undo(outcome);
    const entry = { at: "2026-12-02T08:00:00.000Z", cells: 3, tables: [], left: [] };
    expect(await bench.refresher.log()).toEqual([
      { ...entry, what: "refresh", from: R1, to: R2 },
      { ...entry, what: "undo", from: R2, to: R1 },
    ]);
  });

  test("to where the workbook stands changes nothing", async () => {
    expect(await bench.refresher.refresh(R1)).toMatchObject({ kind: "done", cells: 0 });
    expect(bench.computed()).toEqual({});
  });

  test("a pin to a day is a move like any other", async () => {
    const pinned = { release: "R2", day: "2026-11-22" };
    expect(await bench.refresher.refresh(pinned, {}, {}, "pin")).toMatchObject({ kind: "done", cells: 1 });
    expect((await bench.values("A1"))[0]![0]).toBe(OLD);
    const { changed } = await bench.refresher.compare(R2);
    expect(changed.map(({ address, reason }) => [address, reason])).toEqual([
      ["Sheet1!A1", "revision"],
      ["Sheet1!A2", "newPeriod"],
    ]);
    expect(await bench.refresher.refresh(R2, {}, {}, "unpin")).toMatchObject({ kind: "done", cells: 2 });
    expect((await bench.refresher.log()).map(({ what }) => what)).toEqual(["pin", "unpin"]);
  });

  test("a full recalculation under the newer file changes nothing while the workbook is on the older release", async () => {
    const before = await bench.values("A1:D2");
    await Excel.run(async (context) => {
      context.application.calculate(Excel.CalculationType.full);
      await context.sync();
    });
    expect(Object.keys(bench.computed())).toHaveLength(6);
    expect(await bench.values("A1:D2")).toEqual(before);
  });

  function fills(): unknown[] {
    const at = (row: number, column: number) =>
      bench.workbook.formats.get(
        { sheet: bench.workbook.sheets.active, row, column, rowCount: 1, columnCount: 1 },
        "fill.color",
      );
    return [at(0, 0), at(0, 1), at(1, 2)];
  }
});
