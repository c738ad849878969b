/** @jest-environment jsdom */
import { createCaller, FUNCTIONS } from "../../../src/functions";
import { formulaText } from "../../../src/functions/calls/call";
import { figureCall } from "../../../src/functions/calls/series-call";
import type { PRICE as Price } from "../../../src/functions/metals/price";
import { metadata } from "../../../tools/functions-json/metadata";
import { functionPage } from "../../../tools/help/function-page";
import { offerAt } from "../../../workbench/grid/argument-words";
import { sessionOf } from "../../fixtures/seeds";
import { contextIn } from "../../functions/help-context";
import { all, one, openedAt, settled, text } from "../page";

/** A function that nobody has thought of yet: its definition, and its line in the registry. */
jest.mock("../../../src/functions/registry", () => {
  const { FUNCTIONS: before } = jest.requireActual("../../../src/functions/registry");
  const { PRICE } = jest.requireActual<{ PRICE: typeof Price }>("../../../src/functions/metals/price");
  const added = {
    ...PRICE,
    id: "METALS.P",
    summary: "A price, in few letters.",
    examples: [
      { formula: '=METALS.P("copper",2024)', says: "Copper" },
      { formula: '=METALS.P("nickel",2024)', says: "Nickel" },
    ],
  };
  return { FUNCTIONS: [...before, added] };
});

const session = sessionOf();
const definition = FUNCTIONS.find(({ id }) => id === "METALS.P")!;
const { dataset, words } = session;
const json = metadata({
  functions: FUNCTIONS,
  dataset,
  words,
  base: "https://example.org/orebook",
  language: "en",
});

describe("a function that is only defined and registered", () => {
  it("answers", () => {
    const price = createCaller(session).call("METALS.PRICE", ["copper", 2024]);
    expect(createCaller(session).call("METALS.P", ["copper", 2024])).toBe(price);
  });

  it("is in functions.json, from which the workbench offers the words of its arguments", () => {
    const own = json.functions.find(({ name }) => name === "METALS.P")!;
    expect(own.parameters.map(({ name }) => name)).toEqual(["metal", "period", "unit", "as_of"]);
    const formula = '=METALS.P("copp';
    expect(offerAt(formula, formula.length, json)?.words.map(({ name }) => name)).toContain("copper");
  });

  it("has its help", async () => {
    const page = await functionPage(definition, contextIn("en"));
    expect(page).toContain("A price, in few letters.");
    expect(page).toContain("METALS.P(metal, period, [unit], [as_of])");
  });

  it("is written where it is the shortest call for a figure", () => {
    const series = dataset.seriesById("price.copper.wld.worldbank.a")!;
    const { call } = figureCall(session, series, "2024", undefined);
    expect(formulaText(call, ",", (id) => id)).toBe('=METALS.P("copper",2024)');
  });

  it("is in the pane's list and has a form in its builder", async () => {
    await openedAt("builder");
    for (let tries = 0; tries < 50 && !one("#panel-builder .function-row"); tries++) await settled();
    const row = all("#panel-builder .function-row").find((each) => each.firstElementChild!.textContent === "METALS.P")!;
    expect(row.textContent).toContain("A price, in few letters.");
    row.click();
    await settled();
    expect(one('#panel-builder [aria-describedby="argument-metal"]')).not.toBeNull();
    expect(text("#panel-builder .preview-result")).toBe("Fill in metal, period.");
  });
});
