import { parseRectangle, type Area } from "../../../workbench/host/a1";
import { HostLog } from "../../../workbench/host/host-log";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import { createObjectModel } from "../../../workbench/host/object-model";
import { RequestEngine } from "../../../workbench/host/request-engine";
import type { Workbook, WorkbookEvent } from "../../../workbench/host/workbook-model";
import { RequestBuilder } from "./request";

let workbook: Workbook;
let engine: RequestEngine;

beforeEach(() => {
  workbook = createMemoryWorkbook({ evaluate: (formula) => Promise.resolve(`answer to ${formula}`) });
  engine = new RequestEngine({
    root: createObjectModel(workbook).root,
    services: {},
    log: new HostLog(),
    group: (work) => workbook.undo.group(work),
  });
});

const at = (address: string): Area => ({ sheet: workbook.sheets.active, ...parseRectangle(address)! });

/** What a method of a range came to; its code when that is an error. */
function call(address: string, method: string, ...args: unknown[]): unknown {
  const request = new RequestBuilder();
  const sheet = request.method(request.property(request.global(), "Worksheets"), "GetActiveWorksheet");
  request.load(request.method(request.method(sheet, "GetRange", address), method, ...args), "address");
  const { Error: error, Results } = engine.execute(request.build());
  return error ? error.Code : (Results.at(-1)!.Value as { Address?: string } | null)?.Address;
}

function act(address: string, method: string, ...args: unknown[]): string | undefined {
  const request = new RequestBuilder();
  const sheet = request.method(request.property(request.global(), "Worksheets"), "GetActiveWorksheet");
  request.call(request.method(sheet, "GetRange", address), method, ...args);
  return engine.execute(request.build()).Error?.Code;
}

const values = (address: string): unknown => workbook.cells.values(at(address));

test("inserted cells push those below down, and the new place is answered", () => {
  workbook.cells.enter(at("A1:B3"), [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ]);
  expect(call("A2", "Insert", "Down")).toBe("Sheet1!A2");
  expect(values("A1:B4")).toEqual([
    ["a", 1],
    ["", 2],
    ["b", 3],
    ["c", ""],
  ]);
});

test("deleting and inserting are one undo each, formulas, names and tables included", async () => {
  workbook.cells.enter(at("A1:B3"), [
    ["Year", "Value"],
    [2023, 1],
    [2024, 2],
  ]);
  workbook.cells.enter(at("D5"), [["=SUM(B2:B3)"]]);
  await workbook.calculation.settled();
  const table = workbook.tables.add(at("A1:B3"), true);
  workbook.names.set({ name: "Newest", scope: null, refersTo: at("B3"), comment: "", visible: true });
  const { depth } = workbook.undo;
  call("2:3", "Insert", "Down");
  expect(workbook.cells.formulas(at("D7"))).toEqual([["=SUM(B4:B5)"]]);
  expect(values("D7")).toEqual([["answer to =SUM(B2:B3)"]]);
  expect(workbook.names.get("Newest", null)!.refersTo).toEqual(at("B5"));
  expect(workbook.tables.get(table.id)!.area).toEqual(at("A1:B5"));
  expect(workbook.undo.depth).toBe(depth + 1);
  workbook.undo.undo();
  expect(workbook.cells.formulas(at("D5"))).toEqual([["=SUM(B2:B3)"]]);
  expect(workbook.names.get("Newest", null)!.refersTo).toEqual(at("B3"));
  expect(workbook.tables.get(table.id)!.area).toEqual(at("A1:B3"));
});

test("a name whose cells are deleted refers to nothing, a table deleted as a whole is gone", () => {
  workbook.cells.enter(at("A1:B2"), [
    ["Year", "Value"],
    [2023, 1],
  ]);
  workbook.tables.add(at("A1:B2"), true);
  workbook.names.set({ name: "Old", scope: null, refersTo: at("B2"), comment: "", visible: true });
  expect(act("1:2", "Delete", "Up")).toBeUndefined();
  expect(workbook.tables.list()).toEqual([]);
  expect(workbook.names.get("Old", null)!.refersTo).toBe("=#REF!");
});

test("looks go with their cells; what is inserted looks like what stands before it", () => {
  workbook.formats.set(at("A1:B1"), "font.bold", true);
  workbook.formats.set(at("A3"), "fill.color", "#FFFF00");
  workbook.cells.setNumberFormats(at("A1"), [["0.0"]]);
  call("2:2", "Insert", "Down");
  expect([at("A1"), at("A2"), at("A3")].map((area) => workbook.formats.get(area, "font.bold"))).toEqual([
    true,
    true,
    undefined,
  ]);
  expect([at("A3"), at("A4")].map((area) => workbook.formats.get(area, "fill.color"))).toEqual([undefined, "#FFFF00"]);
  expect(workbook.cells.numberFormats(at("A1:A3"))).toEqual([["0.0"], ["0.0"], ["General"]]);
});

test("the height of a row goes with entire rows only", () => {
  workbook.formats.set(at("A3"), "rowHeight", 40);
  call("A1", "Insert", "Down");
  expect(workbook.formats.get(at("A3"), "rowHeight")).toBe(40);
  call("1:1", "Insert", "Down");
  expect([at("A3"), at("A4")].map((area) => workbook.formats.get(area, "rowHeight"))).toEqual([undefined, 40]);
});

describe("refused is", () => {
  beforeEach(() => {
    workbook.tables.add(at("B3:D6"), true);
  });

  test.each([
    ["tearing a table apart", "B1:C1", "Insert", "Down", "InsertDeleteConflict"],
    ["deleting a table's header alone", "3:3", "Delete", "Up", "InsertDeleteConflict"],
    ["deleting all rows of a table but its header", "4:6", "Delete", "Up", "InsertDeleteConflict"],
    ["moving a part of a table", "B3:C6", "MoveTo", "H1", "InsertDeleteConflict"],
    ["merging cells of a table", "B4:C4", "Merge", false, "MergedRangeConflict"],
    ["pushing entire rows sideways", "1:1", "Insert", "Right", "InvalidArgument"],
    ["a direction that Excel does not know", "A1", "Insert", "Up", "InvalidArgument"],
  ])("%s", (_, address, method, argument, code) => {
    expect(act(address, method, argument)).toBe(code);
    expect(workbook.tables.list()[0]!.area).toEqual(at("B3:D6"));
  });

  test("tearing merged cells apart", () => {
    act("F8:G9", "Merge", false);
    expect(act("F1", "Insert", "Down")).toBe("MergedRangeConflict");
    expect(act("G9:H9", "Merge", false)).toBe("MergedRangeConflict");
  });

  test("pushing something off the end of the sheet", () => {
    workbook.cells.enter(at("A1048576"), [["last"]]);
    expect(act("A1", "Insert", "Down")).toBe("NonBlankCellOffSheet");
  });

  test("everything on a protected sheet", () => {
    workbook.sheets.change(workbook.sheets.active, { isProtected: true });
    for (const [method, argument] of [
      ["Insert", "Down"],
      ["Delete", "Up"],
      ["MoveTo", "H1"],
      ["Merge", false],
      ["Unmerge", undefined],
    ] as const) {
      expect(act("A1:B1", method, argument)).toBe("AccessDenied");
    }
  });
});

test("columns inserted in a table get names", () => {
  workbook.cells.enter(at("A1:B2"), [
    ["Year", "Value"],
    [2024, 2],
  ]);
  workbook.tables.add(at("A1:B2"), true);
  call("B:B", "Insert", "Right");
  expect(values("A1:C1")).toEqual([["Year", "Column2", "Value"]]);
});

test("cells are moved with what refers to them; what referred to the cells they cover refers to nothing", () => {
  workbook.cells.enter(at("A1:A2"), [["moved"], ["=B9"]]);
  workbook.cells.enter(at("D1:D2"), [["=A1"], ["=F6"]]);
  workbook.formats.set(at("A1"), "font.bold", true);
  workbook.cells.enter(at("F6"), [["covered"]]);
  expect(act("A1:A2", "MoveTo", "F5")).toBeUndefined();
  expect(workbook.cells.formulas(at("F5:F6"))).toEqual([["moved"], ["=B9"]]);
  expect(workbook.cells.formulas(at("D1:D2"))).toEqual([["=F5"], ["=#REF!"]]);
  expect(values("A1:A2")).toEqual([[""], [""]]);
  expect([at("A1"), at("F5")].map((area) => workbook.formats.get(area, "font.bold"))).toEqual([undefined, true]);
});

test("merged cells keep the first content, are listed, and are taken apart again", () => {
  workbook.cells.enter(at("A1:B2"), [
    ["kept", "lost"],
    [1, 2],
  ]);
  act("A1:B2", "Merge", false);
  act("D1:E2", "Merge", true);
  expect(values("A1:B2")).toEqual([
    ["kept", ""],
    ["", ""],
  ]);
  expect(call("A2:E5", "GetMergedAreasOrNullObject")).toBe("Sheet1!A1:B2,Sheet1!D2:E2");
  act("B2", "Unmerge");
  expect(call("A1:B2", "GetMergedAreasOrNullObject")).toBeUndefined();
});

test("listeners are told what happened to which cells", () => {
  const told: WorkbookEvent[] = [];
  workbook.listen((event) => told.push(event));
  call("3:4", "Insert", "Down");
  act("B:B", "Delete", "Left");
  call("A1:B1", "Insert", "Right");
  expect(told.map((event) => event.kind === "changed" && event.change)).toEqual([
    "RowInserted",
    "ColumnDeleted",
    "CellInserted",
  ]);
});
