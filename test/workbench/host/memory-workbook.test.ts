import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import { parseRectangle, type Area } from "../../../workbench/host/a1";
import type { CellValue, Matrix, Workbook, WorkbookEvent } from "../../../workbench/host/workbook-model";

type Result = CellValue | Matrix<CellValue>;

/** A workbook whose formulas are computed when the test says so. */
function open(): {
  workbook: Workbook;
  at: (address: string) => Area;
  answer: (formula: string, result: Result) => Promise<void>;
} {
  const waiting: { formula: string; resolve: (result: Result) => void }[] = [];
  const workbook = createMemoryWorkbook({
    evaluate: (formula) => new Promise((resolve) => waiting.push({ formula, resolve })),
  });
  const at = (address: string): Area => ({ sheet: workbook.sheets.active, ...parseRectangle(address)! });
  const answer = async (formula: string, result: Result): Promise<void> => {
    const index = waiting.findIndex((each) => each.formula === formula);
    waiting.splice(index, 1)[0]!.resolve(result);
    await new Promise(setImmediate);
  };
  return { workbook, at, answer };
}

describe("formulas", () => {
  test("show #BUSY! until they are computed, keep their text, and show the value after", async () => {
    const { workbook, at, answer } = open();
    workbook.cells.enter(at("A1"), [["=F()"]]);
    expect(workbook.cells.values(at("A1"))).toEqual([[{ error: "#BUSY!" }]]);
    await answer("=F()", 5);
    expect(workbook.cells.values(at("A1"))).toEqual([[5]]);
    expect(workbook.cells.formulas(at("A1"))).toEqual([["=F()"]]);
  });

  test("drop an answer that comes after another entry", async () => {
    const { workbook, at, answer } = open();
    workbook.cells.enter(at("A1"), [["=F()"]]);
    workbook.cells.enter(at("A1"), [["by hand"]]);
    await answer("=F()", 5);
    expect(workbook.cells.values(at("A1"))).toEqual([["by hand"]]);
  });

  test("are computed again on request, where asked and nowhere else", async () => {
    const { workbook, at, answer } = open();
    workbook.cells.enter(at("A1:A2"), [["=F()"], ["=G()"]]);
    await answer("=F()", 1);
    await answer("=G()", 2);
    workbook.calculation.recalculate([at("A1")]);
    expect(workbook.cells.values(at("A1:A2"))).toEqual([[{ error: "#BUSY!" }], [2]]);
    await answer("=F()", 3);
    expect(workbook.cells.values(at("A1"))).toEqual([[3]]);
  });

  test("that cannot be computed are #VALUE!", async () => {
    const workbook = createMemoryWorkbook({ evaluate: () => Promise.reject(new Error("broken")) });
    const a1 = { sheet: workbook.sheets.active, ...parseRectangle("A1")! };
    workbook.cells.enter(a1, [["=F()"]]);
    await workbook.calculation.settled();
    expect(workbook.cells.values(a1)).toEqual([[{ error: "#VALUE!", message: "Error: broken" }]]);
  });

  test("wait to be settled until the last is computed", async () => {
    const { workbook, at, answer } = open();
    workbook.cells.enter(at("A1"), [["=F()"]]);
    let settled = false;
    const done = workbook.calculation.settled().then(() => (settled = true));
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    await answer("=F()", 1);
    await done;
    expect(settled).toBe(true);
  });
});

describe("spills", () => {
  async function spilled(): Promise<ReturnType<typeof open>> {
    const opened = open();
    opened.workbook.cells.enter(opened.at("A1"), [["=S()"]]);
    await opened.answer("=S()", [
      [1, 2],
      [3, 4],
    ]);
    return opened;
  }

  test("show their values in the free cells around, and know their parent", async () => {
    const { workbook, at } = await spilled();
    expect(workbook.cells.values(at("A1:C2"))).toEqual([
      [1, 2, ""],
      [3, 4, ""],
    ]);
    expect(workbook.cells.spillArea(at("A1"))).toEqual(at("A1:B2"));
    expect(workbook.cells.spillParent(at("B2"))).toEqual(at("A1"));
    expect(workbook.cells.spillParent(at("C1"))).toBeNull();
    expect(workbook.cells.used(workbook.sheets.active, true)).toEqual(at("A1:B2"));
  });

  test("that meet content are #SPILL!, until the content is gone", async () => {
    const { workbook, at } = await spilled();
    workbook.cells.enter(at("B2"), [["in the way"]]);
    expect(workbook.cells.values(at("A1:B2"))).toEqual([
      [{ error: "#SPILL!" }, ""],
      ["", "in the way"],
    ]);
    workbook.cells.clear(at("B2"), "Contents");
    expect(workbook.cells.values(at("A1:B2"))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("do not cross: the later one is #SPILL!", async () => {
    const { workbook, at, answer } = await spilled();
    workbook.cells.enter(at("B3"), [["=T()"]]);
    workbook.cells.enter(at("C1"), [["=U()"]]);
    await answer("=T()", [[7, 8]]);
    await answer("=U()", [[5], [5], [5]]);
    expect(workbook.cells.values(at("A1:C3"))).toEqual([
      [1, 2, { error: "#SPILL!" }],
      [3, 4, ""],
      ["", 7, 8],
    ]);
  });

  test("end when their formula is replaced", async () => {
    const { workbook, at } = await spilled();
    workbook.cells.enter(at("A1"), [["text"]]);
    expect(workbook.cells.values(at("A1:B2"))).toEqual([
      ["text", ""],
      ["", ""],
    ]);
  });
});

describe("undo", () => {
  test("groups of one run are one entry, unless something else was changed in between", () => {
    const { workbook, at } = open();
    const { cells, undo } = workbook;
    const [first, second] = [{}, {}];
    const enter = (text: string, run: object) => undo.group(() => cells.enter(at("A1"), [[text]]), run);
    enter("first run", first);
    undo.group(() => cells.values(at("A1")), second);
    enter("first run, on", first);
    enter("second run", second);
    expect(undo.depth).toBe(2);
    cells.enter(at("B1"), [["typed"]]);
    enter("second run, on", second);
    expect(undo.depth).toBe(4);
    undo.undo();
    undo.undo();
    undo.undo();
    expect(cells.values(at("A1:B1"))).toEqual([["first run, on", ""]]);
    undo.undo();
    expect(cells.values(at("A1"))).toEqual([[""]]);
  });

  test("takes back one group at a time: cells, formats, names, tables and sheets", async () => {
    const { workbook, at } = open();
    const { sheets, cells, formats, names, tables, undo } = workbook;
    const home = sheets.active;
    cells.enter(at("A1"), [["before"]]);
    undo.group(() => {
      cells.enter(at("A1:B1"), [["after", 2]]);
      cells.setNumberFormats(at("B1"), [["0.0"]]);
      formats.set(at("A1"), "font.bold", true);
      names.set({ name: "Focus", scope: null, refersTo: at("A1"), comment: "", visible: true });
      tables.add(at("A1:B2"), true);
      sheets.add("Sources");
    });
    expect(undo.depth).toBe(2);
    expect(undo.undo()).toBe(true);
    expect(cells.values(at("A1:B1"))).toEqual([["before", ""]]);
    expect(cells.numberFormats(at("B1"))).toEqual([["General"]]);
    expect(formats.get(at("A1"), "font.bold")).toBeUndefined();
    expect([names.list(), tables.list(), sheets.list().map(({ id }) => id)]).toEqual([[], [], [home]]);
    expect([undo.undo(), undo.undo()]).toEqual([true, false]);
    expect(cells.values(at("A1"))).toEqual([[""]]);
  });

  test("brings a removed sheet back with its cells and tables", () => {
    const { workbook, at } = open();
    const home = workbook.sheets.active;
    workbook.cells.enter(at("A1"), [["kept"]]);
    const area = at("A1");
    const table = workbook.tables.add(at("A1:A2"), true);
    workbook.sheets.add("Other");
    workbook.undo.group(() => workbook.sheets.remove(home));
    expect(workbook.sheets.get(home)).toBeUndefined();
    expect(workbook.sheets.active).not.toBe(home);
    expect(workbook.tables.list()).toEqual([]);
    workbook.undo.undo();
    expect(workbook.cells.values(area)).toEqual([["kept"]]);
    expect(workbook.tables.list()).toEqual([table]);
  });

  test("computes a formula whose answer was lost in between", async () => {
    const { workbook, at, answer } = open();
    workbook.cells.enter(at("A1"), [["=F()"]]);
    workbook.cells.enter(at("A1"), [["by hand"]]);
    await answer("=F()", 1);
    workbook.undo.undo();
    await answer("=F()", 2);
    expect(workbook.cells.values(at("A1"))).toEqual([[2]]);
  });

  test("a group without changes leaves no entry, and document settings are outside", () => {
    const { workbook } = open();
    workbook.undo.group(() => workbook.settings.set("pin", "1"));
    expect(workbook.undo.depth).toBe(0);
  });
});

describe("formats", () => {
  test("are shared or mixed, whatever they were set on", () => {
    const { workbook, at } = open();
    workbook.formats.set(at("A:B"), "font.bold", true);
    expect(workbook.formats.get(at("A1:B2"), "font.bold")).toBe(true);
    expect(workbook.formats.get(at("B1:C1"), "font.bold")).toBeNull();
    workbook.cells.clear(at("A1:B9"), "Formats");
    expect(workbook.formats.get(at("A1"), "font.bold")).toBeUndefined();
    expect(workbook.formats.get(at("A10"), "font.bold")).toBe(true);
  });

  test("autofit widens a column with its longest text", () => {
    const { workbook, at } = open();
    workbook.cells.enter(at("A1:A2"), [["short"], ["a much longer text"]]);
    workbook.cells.enter(at("B1"), [["short"]]);
    workbook.formats.autofit(at("A:B"), "columns");
    const width = (address: string) => Number(workbook.formats.get(at(address), "columnWidth"));
    expect(width("A5")).toBeGreaterThan(width("B5"));
  });
});

test("a cleared cell keeps its format or its content, as asked", () => {
  const { workbook, at } = open();
  const { cells } = workbook;
  const fill = (): void => {
    cells.enter(at("A1"), [[1]]);
    cells.setNumberFormats(at("A1"), [["0.0"]]);
  };
  const left = (what: "All" | "Contents" | "Formats") => {
    fill();
    cells.clear(at("A1"), what);
    return [cells.values(at("A1"))[0]![0], cells.numberFormats(at("A1"))[0]![0]];
  };
  expect([left("Contents"), left("Formats"), left("All")]).toEqual([
    ["", "0.0"],
    [1, "General"],
    ["", "General"],
  ]);
});

test("null in what is entered leaves a cell as it is", () => {
  const { workbook, at } = open();
  workbook.cells.enter(at("A1:B1"), [["a", "b"]]);
  workbook.cells.enter(at("A1:B1"), [[null, "c"]]);
  expect(workbook.cells.values(at("A1:B1"))).toEqual([["a", "c"]]);
});

test("changes are told: contents, selection, sheets", () => {
  const { workbook, at } = open();
  const told: WorkbookEvent[] = [];
  const end = workbook.listen((event) => told.push(event));
  const home = workbook.sheets.active;
  workbook.cells.enter(at("A1"), [[1]]);
  const added = workbook.sheets.add().id;
  workbook.selection.select({ ...at("B2"), sheet: added });
  workbook.sheets.remove(added);
  end();
  workbook.cells.clear({ ...at("A1"), sheet: home }, "All");
  expect(told.map(({ kind }) => kind)).toEqual(["changed", "added", "activated", "selected", "deleted"]);
});

test("formulas and names follow a sheet that is renamed, and its old name comes back with one undo", () => {
  const { workbook, at } = open();
  workbook.cells.enter(at("A1"), [["=Sheet1!B1"]]);
  workbook.names.set({ name: "Twice", scope: null, refersTo: "=Sheet1!B1*2", comment: "", visible: true });
  workbook.sheets.change(workbook.sheets.active, { name: "Figures 2" });
  expect([workbook.cells.formulas(at("A1")), workbook.names.get("Twice", null)!.refersTo]).toEqual([
    [["='Figures 2'!B1"]],
    "='Figures 2'!B1*2",
  ]);
  workbook.undo.undo();
  expect([
    workbook.cells.formulas(at("A1")),
    workbook.names.get("Twice", null)!.refersTo,
    workbook.sheets.list()[0]!.name,
  ]).toEqual([[["=Sheet1!B1"]], "=Sheet1!B1*2", "Sheet1"]);
});
