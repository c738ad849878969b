/**
 * Data releases in the workbench: two thousand formulas and ten inserted tables, and a newer release in which three figures
 * differ. A grid whose formulas depend on one another, with formats, own columns, cells that were moved, a saved file.
 */
import type { Locator } from "playwright-core";
import type { CellValue, Matrix } from "../../../workbench/host/workbook-model";
import { secondRelease } from "../../update/releases";
import { deskForAll, roomForAll } from "../desk";
import { eventually } from "../eventually";
import { offeringForAll } from "../offering";
import { openFile, reload, savedFile } from "../workbook-file";
import { openTab } from "../open-tab";

const ROWS = 400;
const METALS = ["copper", "iron ore", "lithium", "manganese", "aluminium"];
const YEARS = [2012, 2024, 2025, 2019, 2023];
const TABLES = 10;
const MODEL = `Model!A1:I${ROWS}`;
const TABLE_CELLS = "Tables!A1:N400";

const offering = offeringForAll(secondRelease);
const desk = deskForAll(roomForAll(() => offering().addin));

const shown = (selector: string): Locator => desk().pane().locator(`.panel:not([hidden]) ${selector}`);
const button = (label: string): Locator =>
  shown("fluent-button:not([disabled], [disabled-focusable])").filter({ hasText: label }).first();
const says = (words: string | RegExp): Promise<void> => shown(".refresh-view").filter({ hasText: words }).waitFor();
const tab = (id: string): Promise<void> => openTab(desk().pane(), id);
const settings = async (): Promise<Record<string, unknown>> =>
  JSON.parse((await desk().page.evaluate(() => window.orebookHost.workbook.settings.get("orebook"))) ?? "{}") as Record<
    string,
    unknown
  >;

const metalOf = (row: number): string => METALS[row % METALS.length]!;
const yearOf = (row: number): number => YEARS[Math.floor(row / METALS.length) % YEARS.length]!;
const isAffected = (row: number): boolean =>
  ["copper 2024", "copper 2025", "lithium 2024"].includes(`${metalOf(row)} ${yearOf(row)}`);

interface Cells {
  readonly values: Matrix<CellValue>;
  readonly numberFormats: Matrix<string>;
  readonly fills: Matrix<unknown>;
}

/** What cells show and how they look. */
async function look(address: string): Promise<Cells> {
  const { values, numberFormats } = await desk().host.read(address);
  const fills = await desk().page.evaluate(
    ({ sheet, rows, columns }) => {
      const { formats, sheets } = window.orebookHost.workbook;
      const { id } = sheets.named(sheet)!;
      return Array.from({ length: rows }, (_, row) =>
        Array.from(
          { length: columns },
          (__, column) => formats.get({ sheet: id, row, column, rowCount: 1, columnCount: 1 }, "fill.color") ?? "",
        ),
      );
    },
    { sheet: address.slice(0, address.indexOf("!")), rows: values.length, columns: values[0]!.length },
  );
  return {
    values: values.map((row) => row.map((value) => (typeof value === "object" ? value.error : value))),
    numberFormats,
    fills,
  };
}

/** Places in which two looks differ, as `row column`. */
function differing(a: Matrix<unknown>, b: Matrix<unknown>): string[] {
  return a.flatMap((row, r) =>
    row.flatMap((value, c) => (JSON.stringify(value) === JSON.stringify(b[r]![c]) ? [] : [`${r} ${c}`])),
  );
}

test("a workbook with two thousand formulas, own formats, and ten tables inserted from the gallery", async () => {
  await desk().page.evaluate(
    ({ rows }) => {
      const { workbook } = window.orebookHost;
      const { id } = workbook.sheets.add("Model");
      workbook.sheets.add("Tables");
      workbook.cells.enter({ sheet: id, row: 0, column: 0, rowCount: rows.length, columnCount: rows[0]!.length }, rows);
      workbook.formats.set(
        { sheet: id, row: 0, column: 2, rowCount: rows.length, columnCount: 1 },
        "fill.color",
        "#DDEBF7",
      );
      workbook.cells.setNumberFormats(
        { sheet: id, row: 0, column: 3, rowCount: rows.length, columnCount: 1 },
        rows.map(() => ["#,##0.00"]),
      );
    },
    {
      rows: Array.from({ length: ROWS }, (_, i) => {
        const row = i + 1;
        return [
          metalOf(i),
          yearOf(i),
          `=METALS.IMPORTS(A${row},B${row})`,
          `=METALS.IMPORTS($A${row},B${row},,,"USD bn")*2`,
          `=METALS.PRODUCTION(A${row},B${row})`,
          `=METALS.SOURCE("imports",A${row},B${row})`,
          `=IFERROR(METALS.IMPORTS(A${row},B${row},,,"USD m"),0)`,
          `=IFERROR(C${row}/1000,"none")`,
          `note ${row}`,
        ];
      }),
    },
  );
  await desk().holds("Model!C6", [[67330000000]]);
  await tab("tables");
  let row = 1;
  for (let number = 0; number < TABLES; number++) {
    await shown(".gallery-row, .back-button").first().waitFor();
    if ((await shown(".gallery-row").count()) === 0) await shown(".back-button").click();
    await desk().host.select(`Tables!A${row}`);
    await shown(".gallery-row").nth(number).click();
    await shown('.segment:has([value="values"])').click();
    await shown(".notice-text")
      .filter({ hasText: new RegExp(`Tables!A${row}:.*empty`) })
      .waitFor();
    await shown(".insert-primary:not([disabled])").click();
    await shown(".notice-text").filter({ hasText: "Inserted in Tables!A" }).waitFor();
    row = Number(/:[A-Z]+(\d+)/.exec(await shown(".notice-text").innerText())![1]) + 3;
  }
  expect(await desk().page.evaluate(() => window.orebookHost.workbook.names.list().length)).toBe(TABLES);
  expect((await settings())["release"]).toBe("R1");
});

test("exactly what the newer release changes is shown, changes and is marked; everything else keeps value and format; undo restores all", async () => {
  const before = { model: await look(MODEL), tables: await look(TABLE_CELLS) };
  await desk().host.command("refresh", "RefreshButton");
  await says("This workbook is on data release R1");
  await button("Get it").click();
  await button("Show what would change").click();
  await says(/\d+ changes; 2,0\d\d formulas and 10 tables compared/);
  await desk().screenshot("refresh-workbench-difference");
  expect(differing(before.model.values, (await look(MODEL)).values)).toEqual([]);
  await button("Put on a sheet").click();
  await says("Written to the sheet “Changes”.");
  const listed = (await desk().host.read("Changes!A6:C700")).values
    .filter(([address]) => address !== "")
    .map(([address, what]) => [String(address), String(what)] as const);

  await button("Refresh").click();
  await says(/Done: \d+ cells show another value/);
  await desk().screenshot("refresh-workbench-done");
  const after = { model: await look(MODEL), tables: await look(TABLE_CELLS) };
  const changed = differing(before.model.values, after.model.values).map(
    (place) => place.split(" ").map(Number) as [number, number],
  );
  expect([...new Set(changed.map(([row]) => row))]).toEqual(
    Array.from({ length: ROWS }, (_, row) => row).filter(isAffected),
  );
  const formulas = new Set(listed.filter(([address]) => address.startsWith("Model!")).map(([address]) => address));
  // The column beside depends on one of Orebook's, and asks it nothing itself.
  expect(
    new Set(
      changed.filter(([, column]) => column !== 7).map(([row, column]) => `Model!${"ABCDEFGHI"[column]}${row + 1}`),
    ),
  ).toEqual(formulas);
  expect(after.model.numberFormats).toEqual(before.model.numberFormats);
  expect(differing(before.model.fills, after.model.fills)).toEqual(
    differing(before.model.values, after.model.values).filter((place) => !place.endsWith(" 7")),
  );
  const inTables = differing(before.tables.values, after.tables.values);
  const told = listed.filter(([address]) => address.startsWith("Tables!")).map(([address]) => address);
  expect(
    inTables
      .map((place) => place.split(" ").map(Number))
      .map(([row, column]) => `Tables!${"ABCDEFGHIJKLMN"[column!]}${row! + 1}`)
      .sort(),
  ).toEqual([...new Set(told)].sort());
  expect(inTables.length).toBeGreaterThan(3);
  // A figure has the decimals it was printed with, another one others.
  const formats = differing(before.tables.numberFormats, after.tables.numberFormats);
  expect(formats.filter((place) => !inTables.includes(place))).toEqual([]);

  await button("Undo").click();
  await says("This workbook is on data release R1");
  await eventually(() => look(MODEL), before.model);
  await eventually(() => look(TABLE_CELLS), before.tables);
});

test("a table that was cut and pasted, with a row of the user's own below, and a saved file opened again: found, and refreshed in place", async () => {
  const cut = async () => {
    const { workbook } = window.orebookHost;
    const name = workbook.names.list()[1]!;
    const from = name.refersTo as Exclude<typeof name.refersTo, string>;
    const to = { ...from, sheet: workbook.sheets.add("Moved").id, row: 4, column: 1 };
    workbook.structure.carryOut({ kind: "move", from, to });
    await workbook.calculation.settled();
    return { rows: from.rowCount, columns: from.columnCount };
  };
  const { rows, columns } = await desk().page.evaluate(cut);
  const title = (await desk().host.read("Moved!B5")).values[0]![0];
  await desk().host.enter(`Moved!B${5 + rows}`, [["my own row"]]);
  const beside = String.fromCharCode(66 + columns);
  await desk().host.enter(`Moved!${beside}8`, [["my own column"]]);
  const file = await savedFile(desk().page);
  await reload(desk().page);
  await openFile(desk().page, file, "Moved");
  await desk().page.waitForFunction(() => window.orebookHost.isReady());
  await desk().host.command("refresh", "RefreshButton");
  await says("This workbook is on data release R1");
  await button("Get it").click();
  await button("Show what would change").click();
  await says(/and 10 tables compared/);
  await button("Refresh").click();
  await says(/Done: \d+ cells show another value/);
  expect(await shown(".refresh-outcome li").allInnerTexts()).toEqual([
    expect.stringMatching(/dependence.*: refreshed$/),
    expect.stringMatching(/export controls.*: refreshed$/),
    "8 tables without any change",
  ]);
  expect((await desk().host.read("Moved!B5")).values[0]![0]).toBe(title);
  expect((await desk().host.read(`Moved!B${5 + rows}`)).values).toEqual([["my own row"]]);
  expect((await desk().host.read(`Moved!${beside}8`)).values).toEqual([["my own column"]]);
  expect(await settings()).toMatchObject({ release: "R2", refreshing: null });
  await shown(".refresh-history summary").click();
  await says(/undone, data release R2 to data release R1/);
  await desk().screenshot("refresh-workbench-log");
});

test("somebody else's move is told at once, over whatever the pane shows", async () => {
  await tab("find");
  await desk().page.evaluate(() => {
    const { workbook } = window.orebookHost;
    workbook.settings.set(
      "orebook",
      JSON.stringify({ ...JSON.parse(workbook.settings.get("orebook")!), release: "R1" }),
    );
    window.orebookHost.settingsChanged();
  });
  await desk()
    .pane()
    .locator(".news")
    .filter({ hasText: "This workbook was moved elsewhere: it is on data release R1 now." })
    .waitFor();
  await desk().pane().locator(".pane-footer").filter({ hasText: "Data R1" }).waitFor();
  await desk().screenshot("refresh-workbench-news");
  await desk().holds("Model!C6", [[67500000000]]);
  await desk().pane().locator(".news button").filter({ hasText: "See" }).click();
  await button("Recalculate them").click();
  await desk().holds("Model!C6", [[67330000000]]);
});

test("nothing it did is missing in Excel, and nothing was logged as an error", async () => {
  expect([(await desk().host.log()).apiNotFound, desk().problems]).toEqual([[], []]);
});
