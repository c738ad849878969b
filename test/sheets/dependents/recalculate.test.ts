import { FormulaGraph, recalculate, type FormulaEngine } from "../../../src/sheets/dependents";
import type { Scalar, Value } from "../../../src/sheets/formula";
import { rectangleOf } from "../../../src/sheets/notation/reference";
import { scalarOf, SheetScan, WorkbookScan, type NameScan, type TableScan } from "../../../src/sheets/scan";
import { EngineProcess } from "../../tools/eval/child";

let child: EngineProcess;
beforeAll(() => {
  child = new EngineProcess();
});
afterAll(() => child.close());

const engine: FormulaEngine = {
  has: (name) => !name.startsWith("OTHER."),
  async evaluate(formula, cells) {
    const outcome = await child.evaluate(formula, withErrorWords(cells));
    if ("error" in outcome) return { error: outcome.error };
    return Array.isArray(outcome.value) ? outcome.value.map((row) => row.map(scalarOf)) : scalarOf(outcome.value);
  },
};

function withErrorWords(cells: Readonly<Record<string, Scalar>>) {
  return Object.fromEntries(
    Object.entries(cells).map(([at, value]) => [at, value !== null && typeof value === "object" ? value.error : value]),
  );
}

/** Cells as `formula -> value`, or a value alone. */
type Cells = Readonly<Record<string, readonly [formula: string, shown: Scalar] | Scalar>>;

interface Given {
  readonly sheets: Readonly<Record<string, Cells>>;
  readonly names?: readonly NameScan[];
  readonly tables?: readonly TableScan[];
  readonly spills?: Readonly<Record<string, readonly string[]>>;
}

function scanOf({ sheets, names = [], tables = [], spills = {} }: Given): WorkbookScan {
  return new WorkbookScan(
    Object.entries(sheets).map(([name, cells]) => {
      const placed = Object.entries(cells).map(([at, cell]) => ({ ...rectangleOf(at)!, cell }));
      const rows = Math.max(...placed.map(({ row }) => row)) + 1;
      const columns = Math.max(...placed.map(({ column }) => column)) + 1;
      const grid = () => Array.from({ length: rows }, () => new Array<unknown>(columns).fill(""));
      const [formulas, values] = [grid(), grid()];
      for (const { row, column, cell } of placed) {
        const value = Array.isArray(cell) ? cell[1] : cell;
        values[row]![column] = value !== null && typeof value === "object" ? value.error : value;
        formulas[row]![column] = Array.isArray(cell) ? cell[0] : values[row]![column];
      }
      const used = { row: 0, column: 0, rows, columns };
      return new SheetScan(
        { id: name, name, visibility: "Visible", isProtected: false },
        used,
        [{ ...used, formulas, values }],
        (spills[name] ?? []).map((area) => rectangleOf(area)!),
      );
    }),
    names,
    tables,
  );
}

/** What changes when a cell comes to show another value: `Sheet!A1: old -> new`, and what is left. */
async function after(given: Given, changes: Readonly<Record<string, Value>>) {
  const scan = scanOf(given);
  const graph = new FormulaGraph(scan, (name) => engine.has(name));
  const starts = Object.entries(changes).map(([place, value]) => {
    const [sheet = "", at = ""] = place.split("!");
    const { row, column } = rectangleOf(at)!;
    return { formula: graph.at({ sheetId: scan.sheet(sheet)!.id, row, column })!, value };
  });
  const { changed, stale } = await recalculate(graph, starts, { before: engine, after: engine });
  const place = ({ sheet, row, column }: { sheet: SheetScan; row: number; column: number }) =>
    `${sheet.id}!${String.fromCharCode(65 + column)}${row + 1}`;
  return {
    changed: Object.fromEntries(changed.map((one) => [place(one.node), one.new])),
    stale: Object.fromEntries(stale.map(({ node, why }) => [place(node), why])),
  };
}

const CALL = "=METALS.X()";

test("sums, chains, other sheets, names and tables follow", async () => {
  const given: Given = {
    sheets: {
      "Data 1": {
        A1: [CALL, 10],
        A2: 5,
        B1: ["=SUM(A1:A2)*2", 30],
        B2: ["=B1/10", 3],
        B3: ["=A2+1", 6],
        C1: "Metal",
        C2: [CALL, 4],
        D2: ["=T[@Metal]+1", 5],
      },
      Other: { A1: ["='Data 1'!B2&\" x\"", "3 x"], A2: ["=Total+1", 31] },
    },
    names: [{ name: "Total", sheetId: undefined, formula: "='Data 1'!$B$1" }],
    tables: [{ name: "T", sheetId: "Data 1", area: rectangleOf("C1:D2")!, hasHeaders: true, hasTotals: false }],
  };
  expect(await after(given, { "Data 1!A1": 20, "Data 1!C2": 7 })).toEqual({
    changed: {
      "Data 1!A1": 20,
      "Data 1!B1": 50,
      "Data 1!B2": 5,
      "Data 1!C2": 7,
      "Data 1!D2": 8,
      "Other!A1": "5 x",
      "Other!A2": 51,
    },
    stale: {},
  });
});

test("what Excel showed otherwise, what only it can tell, and all behind, is left and told", async () => {
  const given: Given = {
    sheets: {
      S: {
        A1: [CALL, 10],
        B1: ["=A1*2", 21],
        B2: ["=B1+1", 22],
        C1: ["=A1+NOW()", 46000],
        D1: ['=INDIRECT("A1")', 10],
        E1: ["=OTHER.ADDIN(A1)", 3],
        F1: ["=[1]Book!A1+A1", 3],
        G1: ["=A1+H1", 10],
        H1: ["=G1*0", 0],
        I1: ["=A1*3", 30],
      },
    },
  };
  expect(await after(given, { "S!A1": 11 })).toEqual({
    changed: { "S!A1": 11, "S!I1": 33 },
    stale: {
      "S!B1": "not-reproduced",
      "S!B2": "behind-stale",
      "S!C1": "volatile",
      "S!D1": "unfollowed",
      "S!E1": "unknown-function",
      "S!F1": "link",
      "S!G1": "circular",
      "S!H1": "circular",
    },
  });
});

test("errors, empty cells and what is no change", async () => {
  const given: Given = {
    sheets: {
      S: {
        A1: [CALL, { error: "#N/A" }],
        B1: ['=IFERROR(A1,"none")', "none"],
        B2: ["=A1+1", { error: "#N/A" }],
        B3: ["=IF(A1>0,1,1)", { error: "#N/A" }],
        C1: [CALL, 5],
        D1: ["=MIN(C1,1)", 1],
        D2: ["=COUNT(C1:C9)", 1],
      },
    },
  };
  expect(await after(given, { "S!A1": 7, "S!C1": 6 })).toEqual({
    changed: { "S!A1": 7, "S!C1": 6, "S!B1": 7, "S!B2": 8, "S!B3": 1 },
    stale: {},
  });
});

test("a spill that grows reaches those who look at it, and is told where something stands in its way", async () => {
  const given: Given = {
    sheets: {
      S: {
        A1: [CALL, 1],
        A2: 2,
        C1: ["=SUM(A1:A9)", 3],
        D1: ["=SORT(A1:A3,1,-1)", 2],
        D2: 1,
        D3: 0,
        F1: ["=FILTER(A1:A3,A1:A3>1)", 2],
        F2: "in the way",
        G1: ["=FILTER(A1:A3,A1:A3>1)", 2],
        G2: ['=""', ""],
      },
    },
    spills: { S: ["A1:A2", "D1:D3"] },
  };
  const { changed, stale } = await after(given, { "S!A1": [[1], [2], [3]] });
  expect(changed).toMatchObject({ "S!A1": [[1], [2], [3]], "S!C1": 6 });
  expect(stale).toMatchObject({ "S!F1": "blocked", "S!G1": "blocked" });
});
