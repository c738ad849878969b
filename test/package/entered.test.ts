import { SavedWorkbook } from "../../src/package";
import { keptFormula } from "../../src/package/formulas/kept";
import { shownFormula } from "../../src/package/formulas/shown";
import { writeNames } from "../../src/package/parts/workbook-part";
import { fileOf } from "./build";

test.each([
  '=METALS.IMPORTS("copper",2024)',
  '=IFERROR(REE.QUOTA(A1,"mining"),0)',
  "=SORT(UNIQUE(A1:A9))",
  '=XLOOKUP("a",A1:A2,TEXTJOIN(",",TRUE,B1:B2))',
  "='Sheet 1'!A1+SUM(B2,\"METALS.IMPORTS(\")",
  "=LET(x,1,LAMBDA(y,x+y)(2))",
  "=SUM('Q2 data'!A1#)+ROWS($B$3#)",
])("%s is kept as a file keeps it, and shown again as it was", (formula) => {
  const kept = keptFormula(formula)!;
  expect(kept.startsWith("=")).toBe(false);
  expect(kept).not.toMatch(/(?<!["_\w])METALS\./);
  expect(shownFormula(kept)).toBe(formula);
});

test.each([
  ["=LET(x,A1,X2,x,x+X2)", "_xlfn.LET(_xlpm.x,A1,_xlpm.X2,_xlpm.x,_xlpm.x+_xlpm.X2)"],
  ["=x+LET(x,1,x)+x", "x+_xlfn.LET(_xlpm.x,1,_xlpm.x)+x"],
  ["=LET(f,LAMBDA(a,b,a*b),f(2,3))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a*_xlpm.b),_xlpm.f(2,3))"],
  ["=SUM(MAP({1,2},LAMBDA(x,x)))", "SUM(_xlfn.MAP({1,2},_xlfn.LAMBDA(_xlpm.x,_xlpm.x)))"],
  ["=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
])("%s names its own values as a file does", (formula, kept) => {
  expect(keptFormula(formula)).toBe(kept);
});

test.each(["=@A1:A3", "=SUM(Range#)"])("%s is beyond what is written", (formula) => {
  expect(keptFormula(formula)).toBeUndefined();
});

test("a cell that follows the formula of another one has it written out when the other gives it up", () => {
  const rows =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>';
  const workbook = SavedWorkbook.read(fileOf({ sheets: [{ name: "S", rows }] }));
  const patch = workbook.patch(workbook.scan.sheets[0]!.id);
  patch.freeze({ row: 0, column: 0, value: 7 });
  patch.set({ row: 2, column: 0, value: 4 });
  const [sheet] = SavedWorkbook.read(workbook.bytes()).scan.sheets;
  expect([0, 1, 2].map((row) => [sheet!.formula(row, 0), sheet!.value(row, 0)])).toEqual([
    [undefined, 7],
    ["=B2*$C$1", 2],
    ["=B3*$C$1", 4],
  ]);
});

test.each(["", '<row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row>', "<row><c><v>1</v></c></row>"])(
  "a formula is entered where there was nothing, a text, or a cell without a place: %s",
  (rows) => {
    const workbook = SavedWorkbook.read(fileOf({ strings: ["a"], sheets: [{ name: "S", rows }] }));
    const { id } = workbook.scan.sheets[0]!;
    const area = { row: 0, column: 0, rows: 1, columns: 2 };
    workbook.patch(id).enter({ row: 0, column: 0, formula: "A2:B2", value: 5, area });
    workbook.patch(id).set({ row: 0, column: 1, value: "six" });
    const [sheet] = SavedWorkbook.read(workbook.bytes()).scan.sheets;
    expect([sheet!.formula(0, 0), sheet!.spills]).toEqual(["=A2:B2", [area]]);
    expect(sheet!.values(area)).toEqual([[5, "six"]]);
  },
);

test.each(["", '<definedName name="Old">S!$A$1</definedName><definedName name="gone">1</definedName>'])(
  "names are added, changed and taken away: %s",
  (names) => {
    const workbook = SavedWorkbook.read(fileOf({ sheets: [{ name: "S", rows: "" }], names }));
    const plain = { sheet: undefined, comment: "", isHidden: false };
    writeNames(workbook.file, [
      { ...plain, name: "old", formula: "S!$B$2" },
      { ...plain, name: "_mark", sheet: 0, comment: '{"a":"<b>"}', isHidden: true, formula: "S!$C$3" },
      { ...plain, name: "gone", formula: undefined },
    ]);
    const { all } = SavedWorkbook.read(workbook.bytes()).scan.names;
    expect(all.map(({ name, formula, comment }) => [name, formula, comment])).toEqual([
      ["old", "=S!$B$2", ""],
      ["_mark", "=S!$C$3", '{"a":"<b>"}'],
    ]);
  },
);
