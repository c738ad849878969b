/** @jest-environment jsdom */
import { viewAt } from "../../../../src/dataset/view";
import { InsertPanel } from "../../../../src/taskpane/series/insert/insert-panel";
import { seriesModel } from "../../../../src/taskpane/words/series-model";
import { seeds } from "../../../fixtures/seeds";
import { contextOf, fakeWorkbook } from "../../context";
import { all, one, press, settled, text } from "../../page";

const field = (name: string) => one(`[aria-describedby="argument-${name}"]`) as HTMLInputElement;
const type = async (name: string, value: string) => {
  field(name).focus();
  field(name).value = value;
  field(name).dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
};

async function opened(cells: Record<string, string | number>) {
  const workbook = fakeWorkbook([], cells);
  const context = { ...(await contextOf()), workbook };
  const panel = new InsertPanel(
    context,
    seriesModel(context, viewAt(seeds()).catalogue.seriesById("imports.copper.chn.wld.value.customs.a")!),
  );
  panel.choose(0);
  document.body.replaceChildren(panel.element);
  const details = one(".from-cells") as HTMLDetailsElement;
  details.open = true;
  await settled();
  for (let tries = 0; tries < 50 && !field("metal"); tries++) await settled();
  await settled();
  return { workbook, panel };
}

test("blank fields keep the words of the series; a cell takes the place of one", async () => {
  await opened({ A3: "copper", B1: 2024 });
  expect([field("metal").placeholder, text(".preview-content")]).toEqual(["copper", '=METALS.IMPORTS("copper",2012)']);
  await type("period", "B$1");
  expect([text(".preview-content"), text(".preview-result")]).toEqual([
    '=METALS.IMPORTS("copper",B$1)',
    "= 67,330,000,000 USD",
  ]);
  await type("metal", "Sheet1!A3");
  expect([text(".preview-content"), text(".preview-result"), text("#argument-metal")]).toEqual([
    "=METALS.IMPORTS(A3,B$1)",
    "= 67,330,000,000 USD",
    "Sheet1!A3 holds copper.",
  ]);
});

test("cells near the place that hold a fitting word are offered, and what is inserted is the formula with references", async () => {
  const { workbook, panel } = await opened({ A3: "copper", B1: 2024 });
  field("metal").focus();
  press(field("metal"), "ArrowDown");
  expect(all(".combo-option").map(({ textContent }) => textContent)).toEqual(["A3copper"]);
  press(field("metal"), "ArrowDown");
  press(field("metal"), "Enter");
  await settled();
  panel.insert();
  await settled();
  expect(workbook.blocks.map(({ content }) => content)).toEqual([[[{ formula: "=METALS.IMPORTS(A3,2012)" }]]]);
});

test("a cell with something else is told and computed with as it is", async () => {
  await opened({ A3: "cheese" });
  await type("metal", "A3");
  expect(text("#argument-metal")).toContain("cheese");
  expect(text(".preview-result")).toBe("= #VALUE!");
});

test("closed again, the formula has the words of the series; values take nothing from cells", async () => {
  await opened({ B1: 2024 });
  await type("period", "B1");
  const details = one(".from-cells") as HTMLDetailsElement;
  details.open = false;
  await settled();
  expect(text(".preview-content")).toBe('=METALS.IMPORTS("copper",2012)');
  one('fluent-radio[value="value"]').click();
  expect(details.hidden).toBe(true);
});
