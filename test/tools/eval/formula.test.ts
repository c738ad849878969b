import { parseFormula } from "../../../tools/eval/formula";

const read = (text: string) => parseFormula(text).translated;

describe("what the engine is given to read", () => {
  test.each([
    ["=1+2*3", "=(§(0)+(§(1)*§(2)))"],
    ["=(1+2)*3", "=(((§(0)+§(1)))*§(2))"],
    ["=-2^2", "=((0-§(0))^§(1))"],
    ["=2^-3%", "=(§(0)^(0-(§(1)/100)))"],
    ["=1-2-3", "=((§(0)-§(1))-§(2))"],
    ["=1&2=3", "=((§(0)&§(1))=§(2))"],
    ["=+A1", "=A1"],
    ["=f( a , , 1 )", "=f(a,,§(0))"],
    ["=F( )", "=F()"],
    ["=LAMBDA(x,x)(3)", "=LAMBDA(x,x)(§(0))"],
    ["=sheet1!A1:B2", "=A1:B2"],
    ["='Sheet1'!$A$1", "=$A$1"],
    ["=SUM(A:A,1:3)", "=SUM(A:A,1:3)"],
  ])("%s becomes %s", (formula, translated) => expect(read(formula)).toBe(translated));
});

test("literals are read by Excel's rules", () => {
  expect(parseFormula('=F(1.5E-3,.5,"a""b",true,#n/a,{-1,"x";FALSE,#REF!})').literals).toEqual([
    0.0015,
    0.5,
    'a"b',
    true,
    { error: "#N/A" },
    [
      [-1, "x"],
      [false, { error: "#REF!" }],
    ],
  ]);
});

test("calls, names and references are told apart", () => {
  const { calls, names, references } = parseFormula("=SUM(A1,$B$2:C3,D:E,4:5)+Rate*tax.of(XFE1,A1048577,TRUE)");
  expect(calls).toEqual(["SUM", "tax.of"]);
  expect(names).toEqual(["Rate", "XFE1", "A1048577"]);
  expect(references).toEqual(["A1", "$B$2:C3", "D:E", "4:5"]);
});

describe("a formula that cannot be read says where and why", () => {
  test.each([
    ["", "at character 2: it ends where a value belongs"],
    ["=", "at character 2: it ends where a value belongs"],
    ["=1+", "at character 4: it ends where a value belongs"],
    ["=1 2", "at character 4: an operator is missing before 2"],
    ['="a" "b"', 'at character 6: an operator is missing before "b"'],
    ["=*2", "at character 2: a value is missing before *"],
    ["=SUM(1,2", "at character 9: a closing parenthesis is missing"],
    ["=((1)", "at character 6: a closing parenthesis is missing"],
    ["=1)", "at character 3: a closing parenthesis has no opening one"],
    ["=()", "at character 3: a value is missing before )"],
    ["=SUM(1;2)", "at character 7: arguments are separated by commas"],
    ["=1,2", "at character 3: a comma stands outside a function's parentheses"],
    ['="abc', "at character 2: a text has no closing quotation mark"],
    ["=“abc”", 'at character 2: texts stand between straight quotation marks ("…")'],
    ["=1e999", "at character 2: 1e999 is too large for a number"],
    ["={1,2;3}", ": the rows of an array constant differ in length"],
    ["={A1}", "at character 3: an array constant holds numbers, texts, TRUE, FALSE and errors only"],
    ["={1 2}", "at character 5: an array constant holds values between commas, semicolons and a closing brace"],
    ["=A1:B", "at character 4: a range joins two cells, two columns or two rows"],
    ["=A1:2", "at character 4: a range joins two cells, two columns or two rows"],
    ["=Other!A1", "at character 2: there is no sheet Other, only Sheet1"],
    ["=A1#", "at character 4: references to a spill (A1#) are not supported"],
    ["=@A1", "at character 2: the operator @ is not supported"],
    ["=[1]", "at character 2: [ has no meaning here"],
  ])("%s", (formula, reason) => {
    expect(() => parseFormula(formula)).toThrow(
      `The formula could not be read${reason.startsWith(":") ? "" : " "}${reason}.`,
    );
  });

  test("when it is beyond Excel's limits", () => {
    expect(() => parseFormula(`=${"(".repeat(70)}`)).toThrow("at character 66: more than 64 levels are nested.");
    expect(() => parseFormula(`="${"x".repeat(9000)}"`)).toThrow("it is longer than 8192 characters.");
    expect(parseFormula(`=${"(".repeat(63)}1${")".repeat(63)}`).literals).toEqual([1]);
  });
});
