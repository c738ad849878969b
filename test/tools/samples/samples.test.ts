/** The sample workbooks are what Orebook inserts, in a file as Excel keeps it, and show what their formulas give. */
import { sampleOf } from "../../../tools/samples/sample";
import { keptFormula } from "../../../src/package/formulas/kept";
import { workbookOf } from "../../../tools/samples/xlsx";
import { createCaller, FunctionError } from "../../../src/functions";
import { createSession } from "../../../src/functions/languages";
import { SavedWorkbook, standingIn } from "../../../src/package";
import { evaluate, isError, type Value } from "../../../src/sheets/formula";
import { WIDEST } from "../../../src/sheets/text-width";
import { recipesOf } from "../../../src/tables";
import { seeds } from "../../fixtures/seeds";

const dataset = seeds();
const session = createSession(dataset, { addinVersion: "0", standing: { release: dataset.release } });
const caller = createCaller(session);

function valueOf(formula: string): Value {
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
  }) as Value;
}

test("the functions stand under the names that Excel keeps for those of an add-in", () => {
  expect(keptFormula('=METALS.IMPORTS("copper",2024)/METALS.REE.QUOTA(2024)')).toBe(
    '_xldudf_METALS_IMPORTS("copper",2024)/_xldudf_METALS_REE_QUOTA(2024)',
  );
});

test.each(recipesOf(dataset).map((recipe) => [recipe.id, recipe] as const))(
  "%s: each cell with a formula shows what the formula gives, and the sources stand below",
  (_id, recipe) => {
    const sample = sampleOf(recipe, session);
    const workbook = SavedWorkbook.read(workbookOf(sample));
    const [sheet] = workbook.scan.sheets;
    expect(standingIn(workbook.file)).toMatchObject({ kind: "known", standing: { release: dataset.release } });
    const formulas = [...sheet!.formulaCells()];
    // Sums of formulas are sums of doubles: Excel shows fifteen digits of them.
    const word = (value: Value) =>
      typeof value === "number" ? value.toPrecision(13) : JSON.stringify(isError(value) ? value.error : value);
    const wrong = formulas
      .map(({ row, column, formula }) => [formula, word(valueOf(formula)), word(sheet!.value(row, column) as Value)])
      .filter(([, given, shown]) => given !== shown);
    expect(wrong.slice(0, 3)).toEqual([]);
    const shown = sample.rows.flat().map(({ value }) => String(value));
    expect(shown.some((text) => text.startsWith("Source"))).toBe(true);
    // Events are texts; every other table asks.
    expect(formulas.length > 0 || recipe.rows.every(({ kind }) => kind === "events")).toBe(true);
  },
);

test("a sample is set off as the table that the pane inserts", () => {
  const sample = sampleOf(
    recipesOf(dataset).find(({ id }) => id === "china-dependence")!,
    session,
  );
  const header = sample.rows.findIndex(([first]) => first!.value === "Metal");
  const [title, headerCells] = [sample.rows[0]!, sample.rows[header]!];
  expect(title[0]!.look).toEqual({ ...title[0]!.look, isBold: true });
  expect(headerCells.map(({ look }) => look.style)).toEqual(headerCells.map(() => "Accent1"));
  expect(sample.lines[header]).toBeGreaterThan(1);
  const missing = sample.rows.flat().filter(({ value }) => typeof value === "object" && value !== null);
  expect(new Set(missing.map(({ look }) => look.tone))).toEqual(new Set(["grey"]));
  expect(Math.max(...sample.widths)).toBeLessThanOrEqual(WIDEST + 2);
  const { file } = SavedWorkbook.read(workbookOf(sample));
  const numberOf = (address: string) =>
    Number(new RegExp(`<c r="${address}" s="(\\d+)"`).exec(file.text("xl/worksheets/sheet1.xml"))![1]);
  const formats = [
    ...file
      .text("xl/styles.xml")
      .split("<cellXfs")[1]!
      .matchAll(/<xf .*?<\/xf>/g),
  ].map(([xf]) => xf);
  expect(formats[numberOf(`A${header + 1}`)]).toMatch(/fillId="2".*vertical="top" wrapText="1"/);
  expect(formats[numberOf("A1")]).toContain('fillId="0"');
});

test("the same data give the same bytes", () => {
  const [recipe] = recipesOf(dataset);
  const bytes = () => Buffer.from(workbookOf(sampleOf(recipe!, session)));
  expect(bytes().equals(bytes())).toBe(true);
});
