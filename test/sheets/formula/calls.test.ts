import fc from "fast-check";
import { callsIn, functionId, rewrite, withTypedNames } from "../../../src/sheets/formula";
import { wordsOf } from "../../../src/sheets/scan/names";

const brief = (formula: string) => callsIn(formula).map(({ id, args }) => [id, ...args.map(({ text }) => text)]);

describe("calls are found", () => {
  test.each<[string, string[][]]>([
    ['=METALS.IMPORTS("copper",2024)', [["METALS.IMPORTS", '"copper"', "2024"]]],
    ["=metals.imports(A1,B$1)/1000", [["METALS.IMPORTS", "A1", "B$1"]]],
    ["=METALS.VERSION()", [["METALS.VERSION"]]],
    ["=METALS.VERSION( )", [["METALS.VERSION"]]],
    ['=METALS.IMPORTS("Cu",2012,,,"USD bn")', [["METALS.IMPORTS", '"Cu"', "2012", "", "", '"USD bn"']]],
    ['=@REE.QUOTA(A2, "mining" )', [["REE.QUOTA", "A2", '"mining"']]],
    ['=_xldudf_METALS_IMPORTS("copper",2024)', [["METALS.IMPORTS", '"copper"', "2024"]]],
    ['=[1]!_xldudf_REE_QUOTA(2024,"mining")', [["REE.QUOTA", "2024", '"mining"']]],
    ["='C:\\data\\[Book ''1''.xlsx]Sheet'!METALS.IMPORTS(A1)", [["METALS.IMPORTS", "A1"]]],
    [
      '=IF(A1="METALS.IMPORTS(1)",0,SUM(METALS.SERIES("imports",\'Q2, data\'!A1)))',
      [["METALS.SERIES", '"imports"', "'Q2, data'!A1"]],
    ],
    ['=METALS.GRID("imports",{"Cu","Al";1,2},A1:B1)', [["METALS.GRID", '"imports"', '{"Cu","Al";1,2}', "A1:B1"]]],
    [
      "=METALS.IMPORTS([@Metal],Table1[[#This Row],[Year, full]])",
      [["METALS.IMPORTS", "[@Metal]", "Table1[[#This Row],[Year, full]]"]],
    ],
    ['=METALS.IMPORTS("a""),(",B2#)', [["METALS.IMPORTS", '"a""),("', "B2#"]]],
    ["=METALS.IMPORTS('进口''数据'!A1,MAX(1,(2)))", [["METALS.IMPORTS", "'进口''数据'!A1", "MAX(1,(2))"]]],
  ])("%s", (formula, found) => expect(brief(formula)).toEqual(found));

  test("inside each other, with how deep they stand and where", () => {
    const formula = '=METALS.IMPORTS("copper",METALS.LATEST("imports","copper",,"period"))+REE.QUOTA(2024,"mining")';
    const found = callsIn(formula);
    expect(found.map(({ id, depth }) => [id, depth])).toEqual([
      ["METALS.IMPORTS", 0],
      ["METALS.LATEST", 1],
      ["REE.QUOTA", 0],
    ]);
    expect(found.map(({ start, end }) => formula.slice(start, end))).toEqual([
      'METALS.IMPORTS("copper",METALS.LATEST("imports","copper",,"period"))',
      'METALS.LATEST("imports","copper",,"period")',
      'REE.QUOTA(2024,"mining")',
    ]);
    expect(found[0]!.args.map(({ start, end, text }) => formula.slice(start, end) === text)).toEqual([true, true]);
  });
});

describe("no call is seen", () => {
  test.each([
    ["METALS.IMPORTS(1)"],
    ['="METALS.IMPORTS(1)"'],
    ["=METALS.IMPORTS"],
    ["=MY.METALS.IMPORTS(1)"],
    ["=METALSX(1)"],
    ["=SUM(1)"],
    ["='METALS.IMPORTS(1)'!A1"],
    ["=TREE.SIZE(1)"],
    [""],
  ])("in %s", (content) => expect(callsIn(content)).toEqual([]));

  test("in a number, a boolean or nothing", () => {
    expect([2024, true, null, undefined].flatMap(callsIn)).toEqual([]);
  });
});

test("a formula that breaks off still shows its call", () => {
  expect(brief('=METALS.IMPORTS("copper",(2024')).toEqual([["METALS.IMPORTS", '"copper"', "(2024"]]);
});

test("an underscore in a function's own name stays", () => {
  expect([
    functionId("_xldudf_METALS_SOME_THING"),
    functionId("METALS.SOME_THING"),
    functionId("METALS_IMPORTS"),
  ]).toEqual(["METALS.SOME_THING", "METALS.SOME_THING", undefined]);
});

test("words that may be names, called ones too, are told from texts", () => {
  expect(wordsOf('=Rate*SUM(Sheet1!Base,"Rate")')).toEqual(["Rate", "SUM", "Sheet1!Base"]);
});

test("a namespace before the other family's name is no part of the id, and comes back when typed", () => {
  expect(brief("=METALS.REE.QUOTA(2024)+_xldudf_METALS_REE_QUOTA(2023)")).toEqual([
    ["REE.QUOTA", "2024"],
    ["REE.QUOTA", "2023"],
  ]);
  expect(withTypedNames("=_xldudf_METALS_REE_QUOTA(1)+_xldudf_METALS_GET(2)", "METALS")).toBe(
    "=METALS.REE.QUOTA(1)+METALS.GET(2)",
  );
});

describe("rewriting", () => {
  test("gives stored spellings back their names and touches nothing else", () => {
    expect(
      withTypedNames('=IF(A1="_xldudf_METALS_X(",[1]!_xldudf_METALS_IMPORTS( A1 ,_xldudf_REE_QUOTA(2024)),1)'),
    ).toBe('=IF(A1="_xldudf_METALS_X(",METALS.IMPORTS( A1 ,REE.QUOTA(2024)),1)');
  });

  test("refuses parts that overlap", () => {
    expect(() =>
      rewrite("=A1+B1", [
        { start: 1, end: 4, text: "" },
        { start: 3, end: 5, text: "" },
      ]),
    ).toThrow(RangeError);
  });
});

test("any text at all is read without a fault, and every place lies in it", () => {
  const piece = fc.constantFrom(
    "METALS.IMPORTS(",
    "_xldudf_REE_QUOTA(",
    '"',
    "'",
    "!",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    ",",
    "A1",
    "=",
    "#",
    "@",
    " ",
    "铜",
    "1e5",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const formula = `=${pieces.join("")}`;
      for (const { start, end, name, args } of callsIn(formula)) {
        expect(formula.slice(start, start + name.length)).toBe(name);
        expect(end).toBeLessThanOrEqual(formula.length);
        for (const { text, start: from, end: to } of args) expect(formula.slice(from, to)).toBe(text);
      }
      expect(withTypedNames(withTypedNames(formula))).toBe(withTypedNames(formula));
    }),
  );
});
