import { callsIn, evaluate, resolveArguments, type Scope, type Value } from "../../../src/sheets/formula";

const CELLS: Readonly<Record<string, Value>> = {
  A1: "copper",
  B1: 2024,
  C1: null,
  D1: { error: "#REF!" },
  "A1:B2": [
    ["copper", 2024],
    ["zinc", 2023],
  ],
  "Q2 data!A1": "zinc",
  Rate: 2,
  "[@Metal]": "tin",
};
const calls: [string, readonly Value[]][] = [];
const scope: Scope = {
  read: (node) => {
    const key = node.kind === "reference" ? [node.sheet, node.text].filter(Boolean).join("!") : node.text;
    return CELLS[key];
  },
  call: (id, args) => {
    calls.push([id, args]);
    return id === "METALS.NEW" ? undefined : 10;
  },
};
beforeEach(() => calls.splice(0));

describe("what can be told without Excel", () => {
  test.each<[string, Value]>([
    ["=1+2*3", 7],
    ["=-2^2", 4],
    ["=2^-1", 0.5],
    ["=50%", 0.5],
    ['=A1&"-"&B1', "copper-2024"],
    ["=(B1-1)/2", 1011.5],
    ["=METALS.IMPORTS(A1,B1)/4", 2.5],
    ["=@METALS.IMPORTS(A1,B1)", 10],
    ["='Q2 data'!A1", "zinc"],
    ["=Rate*2", 4],
    ["=B1/0", { error: "#DIV/0!" }],
    ["=D1+1", { error: "#REF!" }],
    ["=1=TRUE", false],
    ['="Cu"="CU"', true],
    ['="2024"-1', 2023],
    ["=C1+1", 1],
    ['=C1&"x"', "x"],
    ['=0.1+0.2&""', "0.3"],
    [
      "={1,2;3,4}",
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])("%s", (formula, value) => expect(evaluate(formula, scope)).toEqual(value));
});

describe("what only Excel can tell", () => {
  test.each([
    ["=SUM(1,2)"],
    ["=A1:B2+1"],
    ["=Z9"],
    ["=Unknown"],
    ["=A1#"],
    ['="1 March"+1'],
    ["=METALS.NEW(1)"],
    ["=LAMBDA(x,x)(1)"],
    ["=A1:INDEX(A1:B2,1)"],
    ["=1+"],
    ['=1E+20&""'],
    ["=IF(TRUE,METALS.IMPORTS(A1,B1),0)"],
  ])("%s", (formula) => expect(evaluate(formula, scope)).toBeUndefined());
});

test("arguments are handed over as Excel does", () => {
  const [call] = callsIn('=METALS.IMPORTS([@Metal],B1-1,,"weight",A1:B2,C1,D1)');
  expect(resolveArguments(call!, scope)).toEqual([
    "tin",
    2023,
    null,
    "weight",
    CELLS["A1:B2"],
    null,
    { error: "#REF!" },
  ]);
});

test("a call inside a call is answered first", () => {
  const [call] = callsIn('=METALS.IMPORTS(A1,METALS.LATEST("imports",A1)+1)');
  expect(resolveArguments(call!, scope)).toEqual(["copper", 11]);
  expect(calls).toEqual([["METALS.LATEST", ["imports", "copper"]]]);
});

test("one argument that cannot be told leaves the call untold", () => {
  const [call] = callsIn("=METALS.IMPORTS(A1,YEAR(B1))");
  expect(resolveArguments(call!, scope)).toBeUndefined();
});
