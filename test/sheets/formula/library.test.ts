/** Excel's functions in arguments: each as Excel computes it, or not at all. */
import { computed, evaluate, type Scalar, type Value } from "../../../src/sheets/formula";

const cells: Readonly<Record<string, Value>> = {
  A1: "copper",
  B1: 45_809,
  C1: null,
  D1: { error: "#N/A" },
  "A1:A3": [["copper"], ["Zinc"], ["lead"]],
  "B1:B3": [[2023], [2024], [2025]],
  "A1:B3": [
    ["copper", 2023],
    ["Zinc", 2024],
    ["lead", 2025],
  ],
  "A9:C9": [[1, 2, 3]],
};
const shown = (formula: string, dates: 1900 | 1904 | "unknown" = 1900): Value | undefined =>
  evaluate(formula, {
    call: (id, args) => `${id}${JSON.stringify(args)}`,
    read: (node) => cells[node.text],
    compute: computed(dates, () => new Date(2026, 1, 3)),
  });

test.each<[string, Scalar]>([
  ["=UPPER(A1)", "COPPER"],
  ["=_xlfn.CONCAT(A1:A3)", "copperZinclead"],
  ['=CONCATENATE(A1," ","ore")', "copper ore"],
  ['=TRIM("  a   b ")', "a b"],
  ["=LEFT(A1)", "c"],
  ["=LEFT(A1,99)", "copper"],
  ["=RIGHT(A1,3)", "per"],
  ["=RIGHT(A1,0)", ""],
  ["=MID(A1,2,3)", "opp"],
  ["=MID(A1,0,3)", { error: "#VALUE!" }],
  ["=LEN(C1)", 0],
  ['=SUBSTITUTE("2024-06","-06","")', "2024"],
  ["=LOWER(D1)", { error: "#N/A" }],
  ["=YEAR(B1)", 2025],
  ["=MONTH(B1)", 6],
  ["=DAY(B1)", 1],
  ["=DATE(2025,6,1)", 45_809],
  ["=DATE(2025,13,1)", 46_023],
  ["=EDATE(DATE(2024,1,31),1)", 45_351],
  ["=EOMONTH(B1,-1)", 45_808],
  ["=YEAR(TODAY())-1", 2025],
  ["=INT(-1.5)", -2],
  ["=ABS(-2)", 2],
  ["=MAX(B1:B3)", 2025],
  ["=MIN(B1:B3,7)", 7],
  ["=MAX(A1:A3)", 0],
  ["=MAX(D1,A1:A3)", { error: "#N/A" }],
  ['=IF(B1>45000,"yes",TODAY(1,2,3))', "yes"],
  ['=IF(C1,"yes","no")', "no"],
  ["=IF(TRUE,C1,1)", 0],
  ["=IF(D1,1,2)", { error: "#N/A" }],
  ["=IFERROR(D1,5)", 5],
  ["=IFNA(1/0,5)", { error: "#DIV/0!" }],
  ['=CHOOSE(2,UNKNOWN(),"b")', "b"],
  ["=CHOOSE(3,1,2)", { error: "#VALUE!" }],
  ["=INDEX(A1:A3,2)", "Zinc"],
  ["=INDEX(A1:B3,3,2)", 2025],
  ["=INDEX(A9:C9,2)", 2],
  ["=INDEX(A1:A3,4)", { error: "#REF!" }],
  ['=MATCH("zinc",A1:A3,0)', 2],
  ['=MATCH("tin",A1:A3,0)', { error: "#N/A" }],
  ["=INDEX(B1:B3,MATCH(A1,A1:A3,0))", 2023],
  ['=XLOOKUP("LEAD",A1:A3,B1:B3)', 2025],
  ['=XLOOKUP("tin",A1:A3,B1:B3,"none")', "none"],
  ['=VLOOKUP("zinc",A1:B3,2,FALSE)', 2024],
  ["=LET(x,2024,y,x-1,y+x)", 4047],
  ["=_xlfn.LET(_xlpm.m,UPPER(A1),_xlpm.m&1)", "COPPER1"],
  ["=LET(x,1,LET(x,2,x))", 2],
])("%s is %j", (formula, value) => expect(shown(formula)).toEqual(value));

test.each([
  "=UNKNOWN(1)",
  "=UPPER(A1:A3)",
  "=UPPER(Z9)",
  '=YEAR("2025-06-01")',
  "=YEAR(C1)",
  '=MAX("5",1)',
  "=MATCH(2024,B1:B3)",
  "=MATCH(2024,B1:B3,1)",
  '=MATCH("z*",A1:A3,0)',
  '=VLOOKUP("zinc",A1:B3,2)',
  "=INDEX(A1:B3,0,1)",
  '=TEXT(B1,"yyyy")',
  '=IF("text",1,2)',
  "=LAMBDA(x,x)(1)",
  "=RAND()",
])("%s is left to Excel", (formula) => expect(shown(formula)).toBeUndefined());

test("dates are those of the workbook, and of none where that is not known", () => {
  expect([shown("=YEAR(44347)", 1904), shown("=DATE(2025,6,1)", 1904)]).toEqual([2025, 44_347]);
  expect([shown("=YEAR(B1)", "unknown"), shown("=UPPER(A1)", "unknown")]).toEqual([undefined, "COPPER"]);
});
