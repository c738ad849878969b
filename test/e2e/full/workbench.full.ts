/** More of what a person does at the workbench than every run of the tests needs: see `../workbench.test.ts`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "../../../tools/build/build";
import type { FunctionsMetadata } from "../../../workbench/host/function-metadata";
import { run } from "../batch";
import { deskForAll, newSheet } from "../desk";
import { eventually } from "../eventually";

const desk = deskForAll();

const COPPER = '=METALS.IMPORTS("copper",2024)';

describe("typing", () => {
  beforeAll(() => newSheet(desk(), "Typing"));

  test("a cell shows #BUSY! while it waits, and so do the cells that need it", async () => {
    await desk().host.setFaults({ delay: 4000 });
    await desk().type("B3", COPPER);
    await desk().type("B4", "=B3/1E9");
    await eventually(() => desk().shown("B3:B4"), [["#BUSY!"], ["#BUSY!"]]);
    await desk().host.setFaults({ delay: 0 });
    await desk().holds("B3:B4", [[67330000000], [67.33]]);
  });

  test("arguments from cells arrive as Excel sends them: texts, dates, truth values, errors, ranges, empty cells", async () => {
    await desk().host.enter("G2:G7", [["copper"], ["2025-06-15"], [true], ["=1/0"], ["'2024-06"], [""]]);
    const formulas = [
      "=METALS.IMPORTS(G2,2024)",
      '=REE.EXPORTS("magnets",G3)',
      "=METALS.IMPORTS(G4,2024)",
      "=METALS.IMPORTS(G5,2024)",
      '=REE.EXPORTS("magnets",G6)',
      "=METALS.IMPORTS(G2,2024,G7)",
      "=METALS.IMPORTS(G2:G3,2024)",
    ];
    await desk().host.enter(
      "H2:H8",
      formulas.map((formula) => [formula]),
    );
    await desk().holds("H2:H8", [[67330000000], [3188], ["#VALUE!"], ["#DIV/0!"], [5158], [67330000000], ["#VALUE!"]]);
  });

  test("a formula follows the cells it names; nothing else is called again, by F9 neither", async () => {
    await desk().host.enter("J2:J3", [[2024], ['=METALS.IMPORTS("copper",J2,,,"USD bn")']]);
    await desk().holds("J3", [[67.33]]);
    const calls = async (): Promise<number> => (await desk().host.batches()).reduce((sum, count) => sum + count, 0);
    const before = await calls();
    await desk().key("F9");
    await desk().type("J5", "=J3*2");
    await desk().holds("J5", [[134.66]]);
    expect(await calls()).toBe(before);
    await desk().type("J2", "2012");
    await desk().holds("J3:J5", [[16.93], [""], [33.86]]);
    expect(await calls()).toBe(before + 1);
  });

  test("cells are copied and pasted, formulas with their references moved along", async () => {
    await desk().host.enter("G12:H13", [
      ["copper", '=METALS.IMPORTS(G12,2024,,,"USD bn")'],
      ["no metal", ""],
    ]);
    await desk().holds("H12", [[67.33]]);
    await desk().click("H12");
    await desk().key("Control+c");
    await eventually(() => desk().page.evaluate(() => navigator.clipboard.readText()), "67.33");
    await desk().click("H13");
    await desk().key("Control+v");
    await desk().holds("H12:H13", [[67.33], ["#VALUE!"]]);
    expect((await desk().host.read("H13")).formulas).toEqual([['=METALS.IMPORTS(G13,2024,,,"USD bn")']]);
  });
});

test("every function is offered while its name is typed, and its arguments are named behind the bracket", async () => {
  await newSheet(desk(), "Help");
  const { functions } = JSON.parse(readFileSync(join(DIST, "functions.json"), "utf8")) as FunctionsMetadata;
  for (const { name, parameters } of functions) {
    await desk().click("B2");
    await desk().key("=");
    await desk().page.keyboard.insertText(name);
    await desk()
      .page.getByRole("listitem")
      .filter({ has: desk().page.getByText(name, { exact: true }) })
      .first()
      .waitFor();
    await desk().page.keyboard.insertText("(");
    const named = parameters
      .map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name))
      .join(",");
    await desk().page.getByText(`${name}(${named})`).first().waitFor();
    await desk().leaveEntry();
  }
  expect((await desk().host.read("B2")).formulas).toEqual([[""]]);
});

describe("the pane beside the sheet", () => {
  beforeAll(() => newSheet(desk(), "Insert"));

  const pane = (selector: string) => desk().pane().locator(selector);

  async function openSeries(words: string): Promise<void> {
    await pane("#control[placeholder]").fill(words);
    await pane(".series-row").first().click();
    await pane(".insert-panel").waitFor();
  }

  test("follows the selection", async () => {
    await openSeries("copper imports");
    await desk().click("D7");
    await pane(".insert-panel").getByText("Insert!D7").waitFor();
  });

  test("is closed and opened again from the ribbon, and the runtime lives on", async () => {
    await desk().page.getByRole("button", { name: "Close the pane" }).click();
    expect(await desk().page.locator("#pane").isVisible()).toBe(false);
    await desk().type("B4", COPPER);
    await desk().holds("B4", [[67330000000]]);
    await desk().press("Open Orebook");
    expect(await desk().page.locator("#pane").isVisible()).toBe(true);
  });
});

describe("what the add-in writes", () => {
  beforeAll(() => newSheet(desk(), "Written"));

  test("tables and names are there for formulas that a person types", async () => {
    await run(desk().pane(), async (context) => {
      const sheet = context.workbook.worksheets.getItem("Written");
      const range = sheet.getRange("B2:C4");
      range.values = [
        ["Year", "Quota"],
        [2023, 255000],
        [2024, 270000],
      ];
      range.getRow(0).format.font.bold = true;
      sheet.tables.add(range, true).name = "Quotas";
      context.workbook.names.add("Newest", sheet.getRange("C4"));
      await context.sync();
    });
    await desk().type("E2", "=SUM(Quotas[Quota])");
    await desk().type("E3", "=Newest-C3");
    await desk().holds("E2:E3", [[525000], [15000]]);
    await desk().screenshot("workbench-table");
  });

  test("is one undo for a whole Excel.run of several syncs, and the next run another", async () => {
    for (const text of ["one", "two"]) {
      await run(
        desk().pane(),
        async (context, content: string) => {
          const cell = context.workbook.worksheets.getItem("Written").getRange("B8");
          cell.load("values");
          await context.sync();
          cell.values = [[content]];
          await context.sync();
          cell.format.fill.color = "#FFFF00";
          cell.numberFormat = [["0.0"]];
          await context.sync();
        },
        text,
      );
    }
    await desk().click("B8");
    await desk().key("Control+z");
    await desk().holds("B8", [["one"]]);
    await desk().key("Control+z");
    await desk().holds("B8", [[""]]);
    expect((await desk().host.read("B8")).numberFormats).toEqual([["General"]]);
  });

  test("meets the looks and sizes that a person sees", async () => {
    const read = await run(desk().pane(), async (context) => {
      const range = context.workbook.worksheets.getItem("Written").getRange("G2:H3");
      range.format.columnWidth = 90;
      range.format.font.color = "#C00000";
      range.format.horizontalAlignment = "Center";
      range.format.borders.getItem("EdgeBottom").style = "Continuous";
      range.format.load("columnWidth,horizontalAlignment");
      range.format.font.load("color,bold");
      const line = range.format.borders.getItem("EdgeBottom");
      line.load("style");
      await context.sync();
      return [
        range.format.columnWidth,
        range.format.horizontalAlignment,
        range.format.font.color,
        range.format.font.bold,
        line.style,
      ];
    });
    expect(read).toEqual([90, "Center", "#C00000", false, "Continuous"]);
  });

  test("a chart is recorded and listed", async () => {
    await run(desk().pane(), async (context) => {
      const sheet = context.workbook.worksheets.getItem("Written");
      sheet.charts.add("Line", sheet.getRange("B2:C4")).title.text = "Quotas by year";
      await context.sync();
    });
    await desk().press("Record");
    expect(await desk().page.getByRole("dialog").innerText()).toContain("Line of Written!B2:C4, “Quotas by year”");
    await desk().page.keyboard.press("Escape");
  });
});

test("several sheets: a person goes from one to another, and a formula reaches into another", async () => {
  await desk().host.enter("Typing!P1", [[41]]);
  await newSheet(desk(), "Other one");
  await desk().type("A1", "=Typing!P1+1");
  await desk().holds("'Other one'!A1", [[42]]);
  await desk().page.getByText("Sheet1", { exact: true }).click();
  await eventually(
    () =>
      desk().page.evaluate(
        () => window.orebookHost.workbook.sheets.get(window.orebookHost.workbook.sheets.active)?.name,
      ),
    "Sheet1",
  );
});

test("the add-in's runtime is started again: what it was asked is answered by the new one, and nothing else is asked", async () => {
  await newSheet(desk(), "Restart");
  await desk().type("B2", COPPER);
  await desk().holds("B2", [[67330000000]]);
  await desk().press("Restart add-in");
  await desk().type("B3", '=METALS.IMPORTS("copper",2023)');
  await desk().holds("B2:B3", [[67330000000], [60100000000]]);
  expect(await desk().host.batches()).toEqual([1]);
});

test("the add-in asked for nothing this host lacks, and nothing went wrong on the page", async () => {
  expect((await desk().host.log()).apiNotFound).toEqual([]);
  expect(desk().problems).toEqual([]);
});
