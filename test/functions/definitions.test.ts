import { FUNCTIONS, type Block, type Cell, createCaller, FunctionError } from "../../src/functions";
import { isCellError } from "../../src/functions/cells";
import { TEXTS_OF } from "../../src/functions/locales/all";
import { enumValues } from "../../src/functions/reading/enums";
import { nameFaults } from "../../tools/functions-json/names";
import { evaluate, refusal, sessionOf } from "../fixtures/seeds";

const session = sessionOf();

/** Examples that show how a missing figure looks. */
const SHOWS_AN_ERROR = (says: string) => says.includes("#N/A");

describe.each(FUNCTIONS.map((definition) => [definition.id, definition] as const))("%s", (id, definition) => {
  it("has a name Excel takes", () => {
    expect(id).toMatch(/^(METALS|REE)\.[A-Z]+$/);
    expect(nameFaults([id])).toEqual([]);
  });

  it("says in under 255 characters what it is and what each argument takes, in both languages", () => {
    for (const textsOf of Object.values(TEXTS_OF)) {
      const { summary, parameters } = textsOf(definition);
      for (const text of [summary, ...Object.values(parameters).map(({ description }) => description)])
        expect(text.length).toBeLessThan(255);
    }
  });

  it("takes required arguments first, and says what a blank means in every optional place", () => {
    const parameters = Object.entries(definition.parameters);
    const firstOptional = parameters.findIndex(([, { optional }]) => optional);
    // An item may be left out beside an indicator that names it, although a period follows.
    const after = parameters
      .slice(firstOptional < 0 ? parameters.length : firstOptional)
      .filter(([, { optional }]) => !optional);
    const itemMayBeBlank = parameters[firstOptional]?.[0] === "item";
    expect(itemMayBeBlank ? [] : after).toEqual([]);
    for (const [, { optional, default: blank }] of parameters) expect(Boolean(blank)).toBe(optional);
  });

  it("has examples of itself, and each gives what it shows", () => {
    expect(definition.examples.length).toBeGreaterThanOrEqual(2);
    for (const { formula, says } of definition.examples) {
      expect(formula).toContain(`${id}(`);
      if (SHOWS_AN_ERROR(says) && !definition.spills) expect(refusal(formula)).toMatch(/^#N\/A ./);
      else expectShape(evaluate(formula), definition.spills, SHOWS_AN_ERROR(says));
    }
  });

  it("answers with one value, or spills, as it says", () => {
    const [first] = definition.examples;
    expect(Array.isArray(evaluate(first!.formula))).toBe(definition.spills);
  });
});

function expectShape(result: Cell | Block, spills: boolean, mayHaveErrors: boolean): void {
  const cells = Array.isArray(result) ? result.flat() : [result];
  expect(Array.isArray(result)).toBe(spills);
  expect(cells.filter((cell) => !isCellError(cell)).length).toBeGreaterThan(0);
  if (mayHaveErrors) expect(cells.some(isCellError)).toBe(true);
  for (const cell of cells) if (!isCellError(cell)) expect(cell).not.toBe("");
}

describe("the functions together", () => {
  it("are the grammar's, under names that do not clash in a saved workbook", () => {
    expect(FUNCTIONS.map(({ id }) => id)).toEqual([
      ...[
        "IMPORTS",
        "EXPORTS",
        "BALANCE",
        "PRODUCTION",
        "RESERVES",
        "PRICE",
        "INDICATOR",
        "GROWTH",
        "CAGR",
        "SHARE",
        "LATEST",
        "SERIES",
        "GRID",
        "PARTNERS",
        "TABLE",
        "EVENTS",
      ].map((name) => `METALS.${name}`),
      ...[
        "SOURCE",
        "SOURCES",
        "STATUS",
        "REVISIONS",
        "CHANGES",
        "CALENDAR",
        "COVERAGE",
        "FIND",
        "LIST",
        "GET",
        "VERSION",
      ].map((name) => `METALS.${name}`),
      ...["QUOTA", "EXPORTS", "CONTROLLED", "CONTROLS"].map((name) => `REE.${name}`),
    ]);
    expect(nameFaults(FUNCTIONS.map(({ id }) => id))).toEqual([]);
  });

  it("accept every word that autocomplete offers", () => {
    const refused: string[] = [];
    for (const { id, parameters } of FUNCTIONS) {
      const names = Object.keys(parameters);
      for (const [name, parameter] of Object.entries(parameters)) {
        if (!parameter.enum || parameter.matrix) continue;
        for (const { word } of enumValues(parameter.enum, session.dataset, session.words, "en")) {
          const message = problemWith(
            id,
            names.map((other) => (other === name ? word : undefined)),
            name,
          );
          if (message) refused.push(`${id} ${name} "${word}": ${message}`);
        }
      }
    }
    expect(refused).toEqual([]);
  });
});

/** Reads one argument alone, the others blank: what is missing elsewhere is no objection to the word. */
function problemWith(id: string, args: readonly unknown[], name: string): string | undefined {
  const definition = FUNCTIONS.find((one) => one.id === id)!;
  const parameter = definition.parameters[name]!;
  const first = { ask: { indicator: "imports" } };
  try {
    parameter.read(args.find((value) => value !== undefined) as Cell, { argument: name, session, block: [], first });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe("calling by id", () => {
  it("does not mind capitals, and refuses a function there is none of", () => {
    const caller = createCaller(session);
    expect(caller.call("metals.imports", ["copper", 2024])).toBe(67330000000);
    expect(() => caller.call("METALS.GOLD", [])).toThrow(FunctionError);
  });
});
