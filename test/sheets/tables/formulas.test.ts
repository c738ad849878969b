import { formulaFor } from "../../../src/sheets/tables/formulas";
import { createCaller, FunctionError } from "../../../src/functions";
import { Refusal } from "../../../src/query/refusal";
import { build, findRecipe, recipesOf, type TableArguments, type TableCell } from "../../../src/tables";
import { isFigureColumn } from "../../../src/tables/recipe/recipe";
import { evaluate, isError, type Value } from "../../../src/sheets/formula";
import { openSession } from "../../tables/release";
import { viewAt } from "../../../src/dataset/view";

const session = openSession();
const { dataset } = session;
const caller = createCaller(session);

/** Metals whose figures come from several bases, in several units, or at unusual stages. */
const METALS = ["copper", "zinc", "aluminium", "gallium", "iron", "lithium", "bauxite", "tellurium", "antimony"];

const TABLES: [string, TableArguments][] = [
  ...recipesOf(dataset)
    .filter(({ columns }) => columns.some(isFigureColumn))
    .map(({ id }): [string, TableArguments] => [id, {}]),
  ...METALS.map((item): [string, TableArguments] => ["world-production", { item }]),
  ...["copper", "aluminium", "iron"].map((item): [string, TableArguments] => ["world-reserves", { item }]),
  ["magnet-exports-by-month", { item: "rare earths", from: "2024-01" }],
  ["strategic-metals-imports", { from: "2018" }],
  ["strategic-metals-imports", { from: "2019", to: "2024", unit: session.units.get("USD m") }],
  ["world-production", { item: "copper", view: viewAt(dataset, { day: "2025-06-30" }) }],
  ["china-dependence", { view: viewAt(dataset, { day: "2025-06-30" }) }],
];

const named = TABLES.map(
  ([id, args]) =>
    [[id, args.item, args.unit?.id, args.view?.at.day].filter(Boolean).join(" "), cellsOf(id, args)] as const,
);

describe("what Insert writes as live formulas", () => {
  it.each(named)("every formula gives what the table shows: %s", (_, cells) => {
    const written = cells.flatMap(({ formula, value }) =>
      formula ? [[formula, value, valueOf(formula)] as const] : [],
    );
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter(([, shown, live]) => !agrees(shown, live))).toEqual([]);
  });

  it.each(named)("every figure that is there has a formula: %s", (_, cells) => {
    expect(cells.filter(({ unit, formula }) => unit !== undefined && formula === undefined)).toEqual([]);
  });

  it("a table as of another day carries that day in its formulas", () => {
    const formulas = cellsOf("world-production", {
      item: "copper",
      view: viewAt(dataset, { day: "2025-06-30" }),
    }).flatMap(({ formula }) => formula ?? []);
    expect(formulas.length).toBeGreaterThan(10);
    for (const formula of formulas) expect(formula).toContain('"2025-06-30"');
  });

  it("names the series where the plain words mean another source", () => {
    const [china] = cellsOf("world-production", { item: "aluminium" }).filter(({ formula }) => formula);
    expect(china?.formula).toBe('=METALS.INDICATOR("production.aluminium.chn.smelter.gross.usgs.a",2021,"kt")');
  });
});

function cellsOf(id: string, args: TableArguments): TableCell[] {
  return build(findRecipe(dataset, id, "name"), args, session, formulaFor).rows.flat();
}

function valueOf(formula: string): Value | undefined {
  return evaluate(formula, {
    read: () => undefined,
    call: (id, args) => {
      try {
        return caller.call(id, args) as Value;
      } catch (error) {
        if (error instanceof FunctionError) return { error: error.code };
        throw error;
      }
    },
  });
}

/** A formula that computes with several figures rounds at every step, a table only at the end. */
function agrees(shown: TableCell["value"], live: Value | undefined): boolean {
  if (shown instanceof Refusal) return isError(live) && live.error === shown.code;
  return typeof live === "number" && typeof shown === "number" && Math.abs(live - shown) <= 1e-12 * Math.abs(shown);
}
