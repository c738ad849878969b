/** An inserted table that gets another row, on a grid: what stands below and beside keeps its place in the sheet's own order. */
import type { Locator } from "playwright-core";
import { nextRelease } from "../../update/releases";
import { deskForAll, roomForAll } from "../desk";
import { offeringForAll } from "../offering";
import { insertMonthlyTable, MAGNETS } from "./monthly-table";

const PUBLISHED = "2026-11-30";

const offering = offeringForAll((bundled) =>
  nextRelease(bundled, {
    id: "R2",
    date: "2026-12-01",
    add: [{ series: MAGNETS, period: "2026-04", value: "5600", published: PUBLISHED, known: PUBLISHED }],
  }),
);
const desk = deskForAll(roomForAll(() => offering().addin));

const shown = (selector: string): Locator => desk().pane().locator(`.panel:not([hidden]) ${selector}`);
const press = (label: string): Promise<void> =>
  shown("fluent-button:not([disabled], [disabled-focusable])").filter({ hasText: label }).first().click();
const says = (words: string | RegExp): Promise<void> => shown(".refresh-view").filter({ hasText: words }).waitFor();

test("a month comes: the notes below are pushed down with what follows them, own formulas stay beside their months, undo takes it back", async () => {
  const [, column, last] = /:([A-Z])(\d+)/.exec(await insertMonthlyTable(desk()))!;
  const beside = String.fromCharCode(column!.charCodeAt(0) + 1);
  const end = Number(last);
  const whole = () => desk().host.read(`Rows!A1:${beside}${end + 6}`);
  await desk().host.enter(`Rows!${beside}5:${beside}6`, [["=C5*2"], ["=C6*2"]]);
  await desk().host.enter(`Rows!B${end + 1}:C${end + 2}`, [
    ["below", 1],
    ["further", `=C${end + 1}+1`],
  ]);
  const before = await whole();

  await desk().host.command("refresh", "RefreshButton");
  await press("Get it");
  await press("Show what would change");
  await says(/\d+ changes/);
  await press("Refresh");
  await says(/Done: \d+ cells/);
  const after = await whole();
  const row = (number: number) => after.values[number - 1]!.slice(1, 3);
  expect(row(20)).toEqual(["2026-04", 5600]);
  expect([row(end + 2), row(end + 3)]).toEqual([
    ["below", 1],
    ["further", 2],
  ]);
  expect(after.formulas[end + 2]![2]).toBe(`=C${end + 2}+1`);
  expect(after.formulas.slice(4, 6).map((cells) => cells.at(-1))).toEqual(["=C5*2", "=C6*2"]);
  expect(after.values.slice(4, 18).map((cells) => cells.slice(1, 3))).toEqual(
    before.values.slice(4, 18).map((cells) => cells.slice(1, 3)),
  );
  await desk().click("B2");
  await desk().screenshot("refresh-rows");

  await press("Undo");
  await says("This workbook is on data release R1");
  await says(/Done: \d+ cells/);
  const back = await whole();
  expect(back.values.slice(0, end)).toEqual(before.values.slice(0, end));
  expect([desk().problems, (await desk().host.log()).apiNotFound]).toEqual([[], []]);
});
