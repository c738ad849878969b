/** Audit, sharing and restoring in the workbench: a grid whose formulas depend on one another, spill and are computed as they come. */
import type { Locator } from "playwright-core";
import { openRoom, type Desk, type DeskRoom } from "../desk";
import { eventually } from "../eventually";

jest.setTimeout(90_000);

let room: DeskRoom;
let desk: Desk;

beforeAll(async () => {
  room = await openRoom();
}, 120_000);

beforeEach(async () => {
  desk = await room.open();
});

afterEach(async () => {
  const { apiNotFound } = await desk.host.log();
  await desk.close();
  expect(apiNotFound).toEqual([]);
});

afterAll(() => room?.close());

const shown = (selector: string): Locator => desk.pane().locator(`.panel:not([hidden]) ${selector}`);
const says = (text: RegExp): Promise<void> => shown(".notice-text").filter({ hasText: text }).waitFor();

/** What the greeting sheet shows, and the formulas behind it, whichever sheet is on screen. */
const read = async () => {
  const name = await desk.page.evaluate(() => window.orebookHost.workbook.sheets.list()[0]!.name);
  const { values, formulas, numberFormats } = await desk.host.read(`'${name}'!A1:F24`);
  return { values, formulas, numberFormats };
};

test("a workbook with dependent formulas, spills and errors is shared and restored; dependents show the same all along", async () => {
  await desk.holds("C5:C11", [[67330000000], [67.33], [expect.any(String)], [270000], ["#N/A"], [3188], ["#VALUE!"]]);
  const before = await read();
  await desk.press("Share");
  await shown("fluent-button[appearance=primary]:not([disabled])").click();
  await says(/formulas replaced/);
  const after = await read();
  // Beside each formula the greeting shows it as a text, which is none.
  const live = ({ formulas, values }: typeof before) => formulas.flat().filter((formula, i) => /^=.*(METALS|REE)/.test(String(formula)) && formula !== values.flat()[i]);
  expect([live(before).length, live(after)]).toEqual([8, []]);
  expect(after.numberFormats).toEqual(before.numberFormats);
  before.values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (typeof value !== "object") expect([r, c, after.values[r]![c]]).toEqual([r, c, value]);
    }),
  );
  await shown(".share-restore fluent-button:not([disabled])").click();
  await says(/back\.$/);
  await eventually(read, before);
});

test("two thousand formulas on twenty sheets are audited, with progress on the way", async () => {
  await desk.page.evaluate(async () => {
    const { workbook } = window.orebookHost;
    const metals = ["copper", "zinc", "lead", "tin", "nickel"];
    for (let number = 0; number < 20; number++) {
      const { id } = workbook.sheets.add(`Sheet ${number}`);
      workbook.cells.enter({ sheet: id, row: 0, column: 0, rowCount: 20, columnCount: 5 }, Array.from({ length: 20 }, (_, row) => metals.map((metal) => `=METALS.IMPORTS("${metal}",${2012 + (row % 12)})`)));
    }
    await workbook.calculation.settled();
  });
  await desk.pane().evaluate(() => {
    const told: number[] = [];
    Object.assign(window, { told });
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>(".running progress");
      if (bar) told.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector<HTMLElement>("#tab-audit")!.click();
  });
  await shown(".audit-summary").filter({ hasText: /2,0\d\d formulas/ }).waitFor();
  const told = await desk.pane().evaluate(() => (window as unknown as { told: number[] }).told);
  expect(new Set(told).size).toBeGreaterThan(10);
});
