import { isAbsolute, rectangleOf } from "../../../src/sheets/notation/reference";
import { parse, readTableReference } from "../../../src/sheets/formula";

test.each([
  ["B3", { row: 2, column: 1, rows: 1, columns: 1 }],
  ["$B$3:a1", { row: 0, column: 0, rows: 3, columns: 2 }],
  ["A:C", { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
  ["3:5", { row: 2, column: 0, rows: 3, columns: 16_384 }],
  ["XFD1048576", { row: 1_048_575, column: 16_383, rows: 1, columns: 1 }],
  ["XFE1", undefined],
  ["A0", undefined],
  ["Rate", undefined],
  ["A1:B", undefined],
])("the cells of %s", (reference, cells) => expect(rectangleOf(reference)).toEqual(cells));

test("only a reference with every dollar sign means the same cells everywhere", () => {
  expect(["$A$1", "$A$1:$B$2", "$A:$A", "$1:$3", "A$1", "$A$1:B2"].map(isAbsolute)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

describe("references as the grammar reads them", () => {
  test.each([
    ["=Sheet1!A1:B2", { kind: "reference", sheet: "Sheet1", text: "A1:B2" }],
    ["='It''s, 数据'!$A$1", { kind: "reference", sheet: "It's, 数据", text: "$A$1" }],
    ["='My sheet'!1:3", { kind: "reference", sheet: "My sheet", text: "1:3" }],
    ["=[1]Sheet1!A1", { kind: "reference", sheet: "[1]Sheet1", text: "A1" }],
    ["=A1:Sheet2!B2", { kind: "binary", operator: ":" }],
    ["=A1:B2 B1:C3", { kind: "binary", operator: " " }],
    ["=(A1,B2)", { kind: "group", inner: { kind: "binary", operator: "," } }],
    ["=A1#", { kind: "postfix", operator: "#" }],
    ["=Table1[[#This Row],[a]:[b]]", { kind: "structured" }],
    ["=Sheet1!Rate", { kind: "name", text: "Sheet1!Rate" }],
  ])("%s", (formula, node) => expect(parse(formula)).toMatchObject(node));
});

test.each([
  ["Table1[Year]", { table: "Table1", thisRow: false, column: "Year" }],
  ["[@Metal]", { table: undefined, thisRow: true, column: "Metal" }],
  ["T[@[Unit value]]", { table: "T", thisRow: true, column: "Unit value" }],
  ["T[[#This Row],[Year]]", { table: "T", thisRow: true, column: "Year" }],
  ["T[a'[b']]", { table: "T", thisRow: false, column: "a[b]" }],
  ["T[]", { table: "T", thisRow: false, column: undefined }],
  ["T[#Headers]", undefined],
  ["T[[#Headers],[Year]]", undefined],
  ["T[[a]:[b]]", undefined],
])("the cells of %s", (text, cells) => expect(readTableReference(text)).toEqual(cells));
