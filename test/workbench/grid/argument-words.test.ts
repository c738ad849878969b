import { literal, offerAt } from "../../../workbench/grid/argument-words";
import type { FunctionsMetadata } from "../../../workbench/host/function-metadata";

const METADATA: FunctionsMetadata = {
  enums: [
    { id: "METALS", values: [{ name: "copper" }, { name: "cobalt" }, { name: "rare earths" }] },
    { id: "HEADERS", values: [{ name: "none", numberValue: 0 }] },
  ],
  functions: [
    {
      id: "A",
      name: "METALS.IMPORTS",
      parameters: [
        { name: "metal", customEnumId: "METALS" },
        { name: "period" },
        { name: "other", customEnumId: "METALS" },
      ],
    },
    { id: "B", name: "METALS.SERIES", parameters: [{ name: "headers", customEnumId: "HEADERS" }] },
  ],
};

const offered = (formula: string): unknown => {
  const offer = offerAt(formula, formula.length, METADATA);
  return offer && [formula.slice(offer.start), offer.words.map(({ name }) => name)];
};

test.each([
  ["=METALS.IMPORTS(", ["", ["copper", "cobalt", "rare earths"]]],
  ['=METALS.IMPORTS("co', ['"co', ["copper", "cobalt"]]],
  ["=metals.imports( COP", ["COP", ["copper"]]],
  ['=METALS.IMPORTS("earth', ['"earth', ["rare earths"]]],
  ['=1+METALS.IMPORTS("copper",2024,"r', ['"r', ["rare earths"]]],
  ["=SUM(METALS.IMPORTS(", ["", ["copper", "cobalt", "rare earths"]]],
])("%s is offered %j", (formula, expected) => {
  expect(offered(formula)).toEqual(expected);
});

test.each([
  ["an argument without words", '=METALS.IMPORTS("copper",'],
  ["a finished text", '=METALS.IMPORTS("copper"'],
  ["a word that does not fit", '=METALS.IMPORTS("zz'],
  ["a reference", "=METALS.IMPORTS(A1"],
  ["another function within the argument", "=METALS.IMPORTS(SUM("],
  ["a closed call", "=METALS.IMPORTS()"],
  ["a comma within a text", '=METALS.IMPORTS("copper","x,'],
  ["a text outside of calls", '="METALS.IMPORTS('],
  ["what is no formula", "copper"],
])("nothing is offered for %s", (_, formula) => {
  expect(offered(formula)).toBeNull();
});

test("a word stands in the formula as text, a number as a number", () => {
  expect(
    [{ name: "copper" }, { name: "x", stringValue: 'a "b"' }, { name: "none", numberValue: 0 }].map(literal),
  ).toEqual(['"copper"', '"a ""b"""', "0"]);
});
