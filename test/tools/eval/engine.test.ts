import * as fc from "fast-check";
import { EngineProcess } from "./child";

const CELLS = { A1: "copper", B1: 2024, A2: true, B2: 5, C1: "#N/A", D1: "2024-06" };

let engine: EngineProcess;
beforeAll(() => {
  engine = new EngineProcess();
});
afterAll(() => engine.close());

/** The arguments a stand-in received. */
async function received(call: string, cells = CELLS): Promise<unknown> {
  return JSON.parse((await engine.show(call, cells)) as string);
}

describe("arithmetic, comparison and text", () => {
  test.each([
    ["=1+2*3", 7],
    ["1+1", 2],
    ["=67330000000", 67330000000],
    ["=0.1+0.2", 0.1 + 0.2],
    ["=SUM(0.1,0.2)", 0.1 + 0.2],
    ["=1/3", 1 / 3],
    ["=-2^2", 4],
    ["=2^3^2", 64],
    ["=2*--3", 6],
    ["=10-2%", 9.98],
    ["=5%%", 0.0005],
    ["=1.5e-3", 0.0015],
    ["=.5", 0.5],
    ["=8/2/2", 2],
    ['="a"="A"', true],
    ["=1<2=TRUE", true],
    ['=1+2&"x"&TRUE', "3xTRUE"],
    ['=(0.1+0.2)&""', "0.3"],
    ['=CONCAT(1/3," ",1E21," ",1E-7)', "0.333333333333333 1E+21 1E-07"],
    ['="say ""so"""', 'say "so"'],
    ['="#N/A"', "#N/A"],
    ["=--TRUE", 1],
  ])("%s gives %p", async (formula, value) => expect(await engine.show(formula)).toEqual(value));
});

describe("built-in functions", () => {
  test.each([
    ["=IF(1>2,1,2)", 2],
    ["=IFERROR(1/0,5)", 5],
    ["=ROUND(-2.5,0)", -3],
    ["=INDEX({1,2;3,4},2,1)", 3],
    ['=TEXT(67330000000,"#,##0")', "67,330,000,000"],
    ["=DATE(2024,6,1)", 45444],
    ['=YEAR("2024-06-01")', 2024],
    ["=LET(x,2,y,x+1,x*y)", 6],
    ["=SUM(MAP({1,2},LAMBDA(x,x*10)))", 30],
    ["=SUM(--({1,2,3}>1))", 2],
    ["=NOW( )>45000", true],
    ["=SUM(SEQUENCE(3))", 6],
    ["=MAKEARRAY(1,2,LAMBDA(r,c,r+c))", [[2, 3]]],
  ])("%s gives %p", async (formula, value) => expect(await engine.show(formula)).toEqual(value));

  test("a text keeps its form on its way through them", async () => {
    expect(await engine.show('=IF(TRUE,"2024-06","")')).toBe("2024-06");
    expect(await engine.show('=INDEX({"2024-06","2024"},2)')).toBe("2024");
    expect(await engine.show('=IFERROR(1/0,"5%")')).toBe("5%");
  });
});

describe("arrays and ranges", () => {
  test.each([
    [
      "={1,2;3,4}",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["=1+{1;2}", [[2], [3]]],
    ["=2*{1,2}", [[2, 4]]],
    [
      '={"a""b","x;y,z";TRUE,#N/A}',
      [
        ['a"b', "x;y,z"],
        [true, "#N/A"],
      ],
    ],
    ["={5}", 5],
    [
      "=A1:B2",
      [
        ["copper", 2024],
        [true, 5],
      ],
    ],
    ["=SUM(B1:B2)", 2029],
    ["=SUM(B:B)/Sheet1!B2", 405.8],
    ["=Z9", 0],
    ["=A5000", 0],
    ["=SUM(CZ2000:DB2001,XFD1)", 0],
    ["=a1&$B$1", "copper2024"],
    ['=XLOOKUP("copper",A1:A2,B1:B2)', 2024],
  ])("%s gives %p", async (formula, value) => expect(await engine.show(formula, CELLS)).toEqual(value));

  test("cells of one evaluation are not seen by the next", async () => {
    expect(await engine.show("=SUM(A1:A2)", { A1: 1, A2: 2 })).toBe(3);
    expect(await engine.show("=SUM(A1:A2)", { A1: 10 })).toBe(10);
    expect(await engine.show('=SUM(--(A1:A3="x"))', { A1: "x", A2: "y", A3: "x" })).toBe(2);
    expect(await engine.show('=SUM(--(A1:A3="x"))', { A1: "y", A2: "x", A3: "y" })).toBe(1);
    expect(await engine.show("=A1")).toBe(0);
  });

  test("a cell that has no address is refused", async () => {
    await expect(engine.evaluate("=1", { A0: 1 })).rejects.toThrow("A0 is not the address of a cell");
    await expect(engine.evaluate("=1", { "A1:B2": 1 })).rejects.toThrow("A1:B2 is not the address of a cell");
  });
});

describe("what a custom function is given", () => {
  test("null for an omitted argument, wherever it is omitted, and 0 for a zero", async () => {
    expect(await received('=METALS.ECHO("a",,0)')).toEqual(["a", null, 0, null]);
    expect(await received('=METALS.ECHO(,"b",)')).toEqual([null, "b", null, null]);
    expect(await received('=METALS.ECHO("a", ,"c", )')).toEqual(["a", null, "c", null]);
    expect(await received("=METALS.ECHO()")).toEqual([null, null, null, null]);
    expect(await received("=METALS.ECHO( )")).toEqual([null, null, null, null]);
  });

  test("numbers, texts and booleans as they were written", async () => {
    expect(await received('=METALS.ECHO("2024-06",2024,"2024",TRUE)')).toEqual(["2024-06", 2024, "2024", true]);
    expect(await received('=METALS.ECHO("2012/2024","TRUE","#N/A","{1,2}")')).toEqual([
      "2012/2024",
      "TRUE",
      "#N/A",
      "{1,2}",
    ]);
    expect(await received('=METALS.ECHO(-5,50%,"铜","")')).toEqual([-5, 0.5, "铜", ""]);
  });

  test("the content of a cell, null for an empty one, rows for a larger range", async () => {
    expect(await received("=METALS.ECHO(A1,B1,A2,Z9)")).toEqual(["copper", 2024, true, null]);
    expect(await received("=METALS.ECHO(D1,A1:A1,B1:B2,{1,2})")).toEqual([
      "2024-06",
      "copper",
      [[2024], [5]],
      [[1, 2]],
    ]);
    expect(await received("=METALS.ECHO(B1:B3)")).toEqual([[[2024], [5], [null]], null, null, null]);
  });

  test("rows where rows belong, even of one cell", async () => {
    expect(await received("=METALS.BLOCK(A1,5,A1:B2,)")).toEqual([
      [["copper"]],
      [[5]],
      [
        ["copper", 2024],
        [true, 5],
      ],
      null,
    ]);
  });

  test("an error value as an error", async () => {
    expect(await received("=METALS.ECHO(C1,NA(),1/0,#REF!)")).toEqual(
      ["#N/A", "#N/A", "#DIV/0!", "#REF!"].map((error) => ({ error })),
    );
    expect(await received("=METALS.ECHO(B1:C1)")).toEqual([[[2024, { error: "#N/A" }]], null, null, null]);
  });

  test("results of other calls, and of calls inside LAMBDA", async () => {
    expect(await received('=METALS.ECHO(METALS.IMPORTS("copper",2024)/1E9,INDEX(METALS.TABLE(),3,1))')).toEqual([
      67.33,
      "2024-06",
      null,
      null,
    ]);
    expect(await engine.show("=SUM(MAP({1,2},LAMBDA(x,REE.LATER(x))))")).toBe(6);
  });
});

describe("what a custom function gives", () => {
  test.each([
    ['=METALS.IMPORTS("copper",2024)', 67330000000],
    ['=metals.Imports("copper",2024)', 67330000000],
    ['=-METALS.IMPORTS("copper",2024)/2', -33665000000],
    ["=METALS.IMPORTS(A1,B1)", 67330000000],
    ["=METALS.ONE()", 42],
    [
      "=METALS.TABLE()",
      [
        ["year", "value"],
        [2023, "#N/A"],
        ["2024-06", true],
      ],
    ],
    [
      "=IFERROR(METALS.TABLE(),0)",
      [
        ["year", "value"],
        [2023, 0],
        ["2024-06", true],
      ],
    ],
    ["=REE.LATER(REE.LATER(4))+REE.LATER(1)", 18],
    ['=IFERROR(METALS.IMPORTS("coper",2024),"none")', "none"],
    ['=ISNA(METALS.IMPORTS("copper",2015))', true],
  ])("%s gives %p", async (formula, value) => expect(await engine.show(formula, CELLS)).toEqual(value));
});

describe("errors say why", () => {
  test.each([
    ['=METALS.IMPORTS("copper",2015)', "#N/A", "no figure for 2015"],
    ['=1+METALS.IMPORTS("coper",2024)', "#VALUE!", 'metal: "coper" is not known'],
    ['=SUM(METALS.IMPORTS("copper",2015),METALS.IMPORTS("copper",2016))', "#N/A", "no figure for 2015"],
    ['=IFERROR(METALS.IMPORTS("copper",2015),METALS.IMPORTS("tin",2024))', "#VALUE!", 'metal: "tin" is not known'],
    ['=METALS.PASS(METALS.IMPORTS("copper",2015))', "#N/A", "no figure for 2015"],
    ["=METALS.PASS(1/0)", "#DIV/0!", "a number is divided by zero"],
    ["=REE.REFUSED()", "#NUM!", "growth from zero"],
    ["=REE.REJECTED()", "#VALUE!", "REE.REJECTED failed: no data"],
    ["=REE.THROWING()", "#VALUE!", "REE.THROWING failed: a defect"],
    ["=REE.ENDLESS()", "#VALUE!", "REE.ENDLESS returned Infinity, which no cell can hold"],
    ["=REE.ROWS()", "#VALUE!", "REE.ROWS returned rows instead of one value"],
    ["=REE.RAGGED()", "#VALUE!", "REE.RAGGED returned rows that form no rectangle"],
    ["=METALS.ECHO(1,2,3,4,5)", "#VALUE!", "METALS.ECHO takes at most 4 arguments, not 5"],
    ["=REE.LATER(RAND())", "#VALUE!", "the formula engine gave up (Error: more than 10000 answers to wait for)"],
    ["=1/0", "#DIV/0!", "a number is divided by zero"],
    ["=NA()", "#N/A", "a value is not available"],
    ["=LAMBDA(x,x)", "#CALC!", "an array or a function stands where a value belongs"],
  ])("%s gives %s: %s", async (formula, error, message) =>
    expect(await engine.show(formula)).toEqual([error, message]),
  );

  test("an unknown function is named, with the nearest there are", async () => {
    const [error, message] = (await engine.show('=SUM(METALS.IMPORT("copper"),1)')) as [string, string];
    expect(error).toBe("#NAME?");
    expect(message).toMatch(/^there is no function METALS\.IMPORT; nearest: METALS\.IMPORTS/);
  });

  test("a bare word is named, even as an argument of a custom function", async () => {
    const reason = 'copper is not a name; a text stands between quotation marks: "copper"';
    expect(await engine.show("=copper")).toEqual(["#NAME?", reason]);
    expect(await engine.show("=METALS.PASS(copper)")).toEqual(["#NAME?", reason]);
  });

  test("a formula that cannot be read says so, and where", async () => {
    expect(await engine.show("=SUM(1;2)")).toEqual([
      "#VALUE!",
      "The formula could not be read at character 7: arguments are separated by commas.",
    ]);
    expect(await engine.show("=A1:XFD1048576")).toEqual([
      "#VALUE!",
      "The formula could not be read: A1:XFD1048576 covers more than 1000000 cells.",
    ]);
  });
});

describe("the engine as a whole", () => {
  test("thousands of formulas are answered, each with its own", async () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => index);
    const outcomes = await engine.evaluateAll(
      numbers.map((number) => `=IF(METALS.IMPORTS("copper",2024)>0,SUM(${number},1)*2)`),
    );
    expect(outcomes.map((outcome) => ("value" in outcome ? outcome.value : outcome.message))).toEqual(
      numbers.map((number) => (number + 1) * 2),
    );
  });

  test("formulas that wait for answers do not disturb each other", async () => {
    const formulas = [
      "=REE.LATER(B1)+REE.LATER(2)",
      '=METALS.IMPORTS("copper",2015)+REE.LATER(1)',
      "=MAKEARRAY(1,2,LAMBDA(r,c,REE.LATER(c)))",
      '=METALS.IMPORTS("tin",REE.LATER(1))',
    ];
    const outcomes = await engine.evaluateAll(formulas, CELLS);
    expect(outcomes).toEqual([
      { formula: formulas[0], value: 4052 },
      { formula: formulas[1], error: "#N/A", message: "no figure for 2015" },
      { formula: formulas[2], value: [[2, 4]] },
      { formula: formulas[3], error: "#VALUE!", message: 'metal: "tin" is not known' },
    ]);
  });

  test("whatever it is given, it answers and goes on", async () => {
    const pieces = fc.constantFrom(
      ..."=+-*/^&<>%:,;(){}@#'\"!$. 19Ee",
      "A1",
      "B2",
      "METALS.ECHO(",
      "METALS.TABLE()",
      "SUM(",
      "IF(",
      "LET(",
      "LAMBDA(",
      "x",
      '"t"',
      "#N/A",
      "TRUE",
      "铜",
    );
    const formulas = fc.sample(fc.string({ unit: pieces, maxLength: 12 }), { numRuns: 2000, seed: 20261122 });
    const outcomes = await engine.evaluateAll(formulas, CELLS);
    expect(outcomes).toHaveLength(formulas.length);
    for (const outcome of outcomes) {
      if ("error" in outcome)
        expect(outcome).toEqual({
          formula: expect.stringMatching(/^=/),
          error: expect.stringMatching(/^#[A-Z/0]+[!?A]$/),
          message: expect.stringMatching(/./),
        });
      else expect(outcome.value).toBeDefined();
    }
    expect(await engine.show("=1+1")).toBe(2);
  });

  test("closing it ends its process", async () => {
    const other = new EngineProcess();
    expect(await other.show("=1+1")).toBe(2);
    expect(await other.close()).toBe(0);
  });
});
