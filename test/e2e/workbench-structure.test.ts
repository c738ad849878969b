/** Cells that change place, through the real office.js: the workbook in memory and the one on screen do the same. */
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { run } from "./batch";
import { deskForAll } from "./desk";
import { eventually } from "./eventually";
import { hostForAll } from "./harness";
import type { Host } from "./watched-page";

interface Opened {
  readonly host: Host;
  readonly pane: Frame;
}

const TOY = { addin: join(__dirname, "..", "workbench", "toy"), page: "toy.html" };

const inMemory = () => hostForAll(() => ({ ...TOY, evaluate: (formula) => Promise.resolve(`answer to ${formula}`) }));

const onScreen = () => {
  const desk = deskForAll();
  return () => ({ host: desk().host, pane: desk().pane() });
};

describe.each([
  ["in memory", inMemory],
  ["on screen", onScreen],
] as const)("%s", (_, open) => {
  const opened: () => Opened = open();
  let made = 0;

  // Every test has a sheet of its own, which is the active one.
  beforeEach(() =>
    run(
      opened().pane,
      async (context, name: string) => context.workbook.worksheets.add(name).activate(),
      `Test${++made}`,
    ),
  );

  const read = async (address: string, what: "values" | "formulas" | "numberFormats" = "formulas"): Promise<unknown> =>
    (await opened().host.read(address))[what];

  test("rows are inserted and deleted: formulas, names, tables and looks follow, and one undo takes it back", async () => {
    await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("A2:B4");
      range.values = [
        ["Year", "Value"],
        [2023, 1],
        [2024, 2],
      ];
      range.numberFormat = [
        ["@", "General"],
        ["0", "0.0"],
        ["0", "0.00"],
      ];
      range.getRow(0).format.font.bold = true;
      sheet.getRange("A4").format.rowHeight = 30;
      sheet.tables.add(range, true).name = "Quotas";
      sheet.getRange("D1").formulas = [["=SUM(B3:B4)+$B$4"]];
      sheet.names.add("Newest", sheet.getRange("B4"));
      await context.sync();
    });
    const seen = await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("1:2").getEntireRow().getRow(0).insert("Down");
      sheet.getRange("5:5").insert("Down");
      await context.sync();
      const table = sheet.tables.getItem("Quotas").getRange();
      const name = sheet.names.getItem("Newest").getRange();
      const height = sheet.getRange("A6").format;
      const bold = [3, 2].map((row) => sheet.getRange(`A${row}`).format.font);
      table.load("address");
      name.load("address");
      height.load("rowHeight");
      for (const font of bold) font.load("bold");
      await context.sync();
      return [
        table.address.split("!")[1],
        name.address.split("!")[1],
        height.rowHeight,
        ...bold.map((font) => font.bold),
      ];
    });
    expect(seen).toEqual(["A3:B6", "B6", 30, true, false]);
    expect(await read("D2")).toEqual([["=SUM(B4:B6)+$B$6"]]);
    expect(await read("A3:B6", "values")).toEqual([
      ["Year", "Value"],
      [2023, 1],
      ["", ""],
      [2024, 2],
    ]);
    expect(await read("B4:B6", "numberFormats")).toEqual([["0.0"], ["0.0"], ["0.00"]]);
    await opened().host.undo();
    expect(await read("D1")).toEqual([["=SUM(B3:B4)+$B$4"]]);
    expect(await read("A2:B4", "values")).toEqual([
      ["Year", "Value"],
      [2023, 1],
      [2024, 2],
    ]);
  });

  test("cells make room and close up within their columns only", async () => {
    await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:C3").values = [
        ["a", 1, "x"],
        ["b", 2, "y"],
        ["c", 3, "z"],
      ];
      sheet.getRange("E1").formulas = [["=B3"]];
      const made = sheet.getRange("A2:B2").insert("Down");
      made.values = [["new", 9]];
      sheet.getRange("A1:A1").delete("Left");
      await context.sync();
    });
    expect(await read("A1:C4", "values")).toEqual([
      [1, "x", ""],
      ["new", 9, "y"],
      ["b", 2, "z"],
      ["c", 3, ""],
    ]);
    expect(await read("D1")).toEqual([["=B4"]]);
  });

  test("a range is moved to another sheet, with what refers to it, and the sheet is renamed", async () => {
    await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const other = context.workbook.worksheets.add("Before");
      sheet.getRange("A1:A2").formulas = [["text"], ["=C1"]];
      sheet.getRange("A1").format.fill.color = "#FFFF00";
      sheet.getRange("C1:C2").formulas = [[5], ["=A1"]];
      sheet.getRange("A1:A2").moveTo(other.getRange("B2"));
      await context.sync();
      other.name = "Moved to";
      await context.sync();
    });
    const sheet = `Test${made}`;
    expect(await read("A1:A2")).toEqual([[""], [""]]);
    expect(await read("C2")).toEqual([["='Moved to'!B2"]]);
    expect(await read("'Moved to'!B2:B3")).toEqual([["text"], [`=${sheet}!C1`]]);
    await run(opened().pane, async (context) => {
      context.workbook.worksheets.getItem("Moved to").delete();
      await context.sync();
    });
  });

  test("cells are merged, found and taken apart", async () => {
    const seen = await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("B2:D3");
      range.values = [
        ["title", 1, 2],
        [3, 4, 5],
      ];
      range.merge();
      await context.sync();
      const merged = sheet.getRange("A1:F9").getMergedAreasOrNullObject();
      merged.load("address,areaCount,cellCount,areas/items/rowCount");
      sheet.getRange("2:2").insert("Down");
      const moved = sheet.getRange("C3").getMergedAreasOrNullObject();
      moved.load("address");
      await context.sync();
      sheet.getRange("A1:F9").unmerge();
      const none = sheet.getRange("A1:F9").getMergedAreasOrNullObject();
      none.load("address");
      await context.sync();
      return [
        merged.address.split("!")[1],
        merged.areaCount,
        merged.cellCount,
        merged.areas.items.map(({ rowCount }) => rowCount),
        moved.address.split("!")[1],
        none.isNullObject,
      ];
    });
    expect(seen).toEqual(["B2:D3", 1, 6, [2], "B3:D4", true]);
    expect(await read("B3:D4", "values")).toEqual([
      ["title", "", ""],
      ["", "", ""],
    ]);
  });

  test("rows and columns are frozen and freed", async () => {
    const seen = await run(opened().pane, async (context) => {
      const panes = context.workbook.worksheets.getActiveWorksheet().freezePanes;
      const places: string[] = [];
      for (const freeze of [
        () => panes.freezeRows(2),
        () => panes.freezeColumns(1),
        () => panes.freezeAt("A1:B3"),
        () => panes.unfreeze(),
      ]) {
        freeze();
        const place = panes.getLocationOrNullObject();
        place.load("address");
        await context.sync();
        places.push(place.isNullObject ? "nothing" : place.address.split("!")[1]!);
      }
      return places;
    });
    expect(seen).toEqual(["1:2", "A:A", "A1:B3", "nothing"]);
  });

  test("a sheet that is added or shown does not become the active one, and rows are hidden", async () => {
    const seen = await run(opened().pane, async (context) => {
      const sheets = context.workbook.worksheets;
      const added = sheets.add();
      added.visibility = "Hidden";
      await context.sync();
      added.visibility = "Visible";
      added.getRange("2:3").rowHidden = true;
      const [active, hidden] = [sheets.getActiveWorksheet(), added.getRange("2:2")];
      active.load("name");
      hidden.load("rowHidden");
      await context.sync();
      added.delete();
      await context.sync();
      return [active.name, hidden.rowHidden];
    });
    expect(seen).toEqual([`Test${made}`, true]);
  });

  test("a sheet is copied with formulas, names, tables, looks and frozen rows, which are about the copy, and one undo takes it back", async () => {
    await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("name");
      await context.sync();
      sheet.tabColor = "#FF0000";
      const range = sheet.getRange("A1:B3");
      range.values = [
        ["Year", "Value"],
        [2023, 1],
        [2024, 2],
      ];
      range.numberFormat = [
        ["@", "General"],
        ["0", "0.0"],
        ["0", "0.00"],
      ];
      range.getRow(0).format.font.bold = true;
      sheet.getRange("A2").format.rowHeight = 30;
      sheet.getRange("B:B").format.columnWidth = 90;
      sheet.getRange("D4:E4").merge();
      sheet.freezePanes.freezeRows(1);
      sheet.getRange("D1:D2").formulas = [[`=SUM(B2:B3)+${sheet.name}!B3`], ["=SUM(Own)"]];
      sheet.names.add("Own", sheet.getRange("B2:B3"));
      context.workbook.names.add(`Of${sheet.name}`, sheet.getRange("B3"));
      sheet.tables.add("A1:B3", true).name = "Source";
      sheet.charts.add("Line", sheet.getRange("A1:B3"), "Columns");
      await context.sync();
    });
    const seen = await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const copy = sheet.copy("After", sheet);
      copy.load("name,position,tabColor");
      sheet.load("name,position");
      await context.sync();
      const later = context.workbook.worksheets.getItem(copy.name);
      const [own, workbooks] = [
        later.names.getItem("Own").getRange(),
        later.names.getItem(`Of${sheet.name}`).getRange(),
      ];
      const formats = [
        later.getRange("A1").format.font,
        later.getRange("A2").format,
        later.getRange("B1").format,
      ] as const;
      const tables = later.tables;
      const merged = later.getRange("D4").getMergedAreasOrNullObject();
      const frozen = later.freezePanes.getLocationOrNullObject();
      const charts = later.charts;
      const active = context.workbook.worksheets.getActiveWorksheet();
      own.load("address");
      workbooks.load("address");
      formats[0].load("bold");
      formats[1].load("rowHeight");
      formats[2].load("columnWidth");
      tables.load("items/name");
      merged.load("address");
      frozen.load("address");
      charts.load("items/chartType");
      active.load("name");
      await context.sync();
      return {
        copy: [copy.name, copy.position - sheet.position, copy.tabColor],
        names: [own.address, workbooks.address],
        looks: [formats[0].bold, formats[1].rowHeight, formats[2].columnWidth],
        tables: tables.items.map(({ name }) => name.replace(/\d+$/, "#")),
        cells: [merged.address, frozen.address],
        charts: charts.items.map(({ chartType }) => chartType),
        isActive: active.name === copy.name,
      };
    });
    const [sheet, copy] = [`Test${made}`, `Test${made} (2)`];
    expect(seen).toEqual({
      copy: [copy, 1, "#FF0000"],
      names: [`'${copy}'!B2:B3`, `'${copy}'!B3`],
      looks: [true, 30, 90],
      tables: ["Source#"],
      cells: [`'${copy}'!D4:E4`, `'${copy}'!1:1`],
      charts: ["Line"],
      isActive: false,
    });
    expect(await read(`'${copy}'!D1:D2`)).toEqual([[`=SUM(B2:B3)+'${copy}'!B3`], ["=SUM(Own)"]]);
    expect(await read(`'${copy}'!A1:B3`, "values")).toEqual([
      ["Year", "Value"],
      [2023, 1],
      [2024, 2],
    ]);
    expect(await read(`'${copy}'!B1:B3`, "numberFormats")).toEqual([["General"], ["0.0"], ["0.00"]]);
    await opened().host.enter(`'${copy}'!B3`, [[7]]);
    expect(await read(`${sheet}!B3`, "values")).toEqual([[2]]);
    await opened().host.undo();
    await opened().host.undo();
    const left = await run(
      opened().pane,
      async (context, name: string) => {
        const [gone, { tables }] = [context.workbook.worksheets.getItemOrNullObject(name), context.workbook];
        gone.load("name");
        tables.load("items/name");
        await context.sync();
        return [gone.isNullObject, tables.items.filter(({ name: table }) => table.startsWith("Source")).length];
      },
      copy,
    );
    expect(left).toEqual([true, 1]);
  });

  test("a copy is put where it was asked for, and numbered on", async () => {
    const seen = await run(opened().pane, async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getActiveWorksheet();
      const copies = [sheet.copy(), sheet.copy("End"), sheet.copy("Before", sheet)];
      for (const copy of copies) copy.load("name");
      await context.sync();
      worksheets.load("items/name");
      sheet.load("position");
      await context.sync();
      const names = worksheets.items.map(({ name }) => name);
      const refused = await (async () => {
        sheet.copy("After");
        await context.sync();
      })().catch((error: Error & { code?: string }) => error.code);
      for (const copy of copies) copy.delete();
      await context.sync();
      return [names[0], names.at(-1), names[sheet.position - 1], refused];
    });
    expect(seen).toEqual([`Test${made} (2)`, `Test${made} (3)`, `Test${made} (4)`, "InvalidArgument"]);
  });

  test("an add-in hears of rows, of its tables and of sheets that go", async () => {
    await run(opened().pane, async (context) => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const gone = context.workbook.worksheets.add();
      sheet.getRange("A1:A2").values = [["Head"], [1]];
      const table = sheet.tables.add("A1:A2", true);
      await context.sync();
      const note = async (event: object): Promise<void> =>
        void heard.push([(event as { type: string }).type, (event as { changeType?: string }).changeType ?? ""]);
      sheet.onChanged.add(note);
      table.onChanged.add(note);
      context.workbook.worksheets.onDeleted.add(note);
      context.workbook.tables.onDeleted.add(note);
      await context.sync();
      sheet.getRange("5:5").insert("Down");
      sheet.getRange("A2").values = [[2]];
      gone.delete();
      table.delete();
      await context.sync();
    });
    await eventually(
      () => opened().pane.evaluate(() => (window as unknown as { heard: unknown }).heard),
      [
        ["WorksheetChanged", "RowInserted"],
        ["WorksheetChanged", "RangeEdited"],
        ["TableChanged", "RangeEdited"],
        ["WorksheetDeleted", ""],
        ["TableDeleted", ""],
        ["WorksheetChanged", "RangeEdited"],
      ],
    );
  });

  test("nothing was asked in vain", async () => {
    expect((await opened().host.log()).apiNotFound).toEqual([]);
  });
});

describe("with functions of the add-in", () => {
  const desk = deskForAll();

  test("a custom function that changes place or is copied with its sheet keeps its answer and its spill without being called again", async () => {
    const { host } = desk();
    const pane = desk().pane();
    await host.read("C17");
    const before = await host.batches();
    await run(pane, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("2:3").insert("Down");
      await context.sync();
    });
    expect((await host.read("C19:D19")).values).toEqual([[2023, 60.1]]);
    expect((await host.read("C7:C9")).values).toEqual([[67330000000], [67.33], [expect.any(String)]]);
    expect((await host.read("C10:C11")).values).toEqual([[270000], [expect.objectContaining({ error: "#N/A" })]]);
    expect(await host.batches()).toEqual(before);
    await host.undo();
    expect((await host.read("C17:D17")).values).toEqual([[2023, 60.1]]);
    expect((await host.read("C19:D19")).values).toEqual([["", ""]]);
    const undone = await host.batches();
    await run(pane, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().copy("End");
      await context.sync();
    });
    expect((await host.read("'Sheet1 (2)'!C17:D17")).values).toEqual([[2023, 60.1]]);
    expect((await host.read("'Sheet1 (2)'!C8:C9")).values).toEqual([
      [270000],
      [expect.objectContaining({ error: "#N/A" })],
    ]);
    expect(await host.batches()).toEqual(undone);
  });
});
