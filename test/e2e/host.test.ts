/** The host, proved with a toy add-in and the real office.js. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/build/run";
import { failure, run } from "./batch";
import { hostForAll, openHost } from "./harness";
import { closeAfterEach } from "./held";

const TOY = { addin: join(__dirname, "..", "workbench", "toy"), page: "toy.html" };

/** What the toy add-in leaves on its window. */
interface ToyWindow {
  readonly started: Promise<{ host: string; platform: string }>;
  readonly canceled: Promise<string>;
  readonly commandRan: string;
}
const toy = <Name extends keyof ToyWindow>(name: Name): Promise<Awaited<ToyWindow[Name]>> =>
  opened().pane.evaluate((property) => (window as unknown as ToyWindow)[property] as Awaited<ToyWindow[Name]>, name);

const keep = closeAfterEach();
const opened = hostForAll(() => ({
  ...TOY,
  evaluate: (formula) =>
    Promise.resolve(
      formula === "=SPILL()"
        ? [
            [1, 2],
            [3, { error: "#N/A" }],
          ]
        : { error: "#NAME?" },
    ),
}));

// Every test has a sheet of its own, which is the active one.
let made = 0;
beforeEach(() =>
  run(
    opened().pane,
    async (context, name: string) => context.workbook.worksheets.add(name).activate(),
    `Test${++made}`,
  ),
);

describe("start", () => {
  test("Office is ready with Excel on the web", async () => {
    expect(await toy("started")).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
  });

  test("the start asks for nothing the host lacks", async () => {
    const { host, problems } = keep(await openHost(TOY));
    const { apiNotFound } = await host.log();
    expect({ apiNotFound, problems }).toEqual({ apiNotFound: [], problems: [] });
  });

  test("requirement sets are those the host claims", async () => {
    const supported = await opened().pane.evaluate(() =>
      [
        ["ExcelApi", "1.15"],
        ["ExcelApi", "1.20"],
        ["SharedRuntime", "1.1"],
        ["CustomFunctionsRuntime", "1.4"],
      ].map(([name, version]) => Office.context.requirements.isSetSupported(name!, version)),
    );
    expect(supported).toEqual([true, false, true, true]);
  });

  test("a request to the outside is refused and seen", async () => {
    const fresh = await openHost(TOY);
    const answer = await fresh.pane.evaluate(() =>
      fetch("https://example.com/").then(
        () => "reached",
        () => "refused",
      ),
    );
    await expect(fresh.close()).rejects.toThrow("https://example.com/");
    expect(answer).toBe("refused");
  });
});

test("the pane is as wide as asked", async () => {
  const narrow = keep(await openHost({ ...TOY, paneWidth: 320 }));
  expect([await narrow.pane.evaluate(() => innerWidth), await opened().pane.evaluate(() => innerWidth)]).toEqual([
    320, 350,
  ]);
});

test("a picture of the page is written", async () => {
  const file = join(ROOT, "build", "screenshots", "host.png");
  rmSync(file, { force: true });
  await opened().screenshot("host");
  expect(readFileSync(file).subarray(1, 4).toString("latin1")).toBe("PNG");
});

describe("custom functions", () => {
  test("a value, a matrix and a promise come back", async () => {
    expect(
      await opened().host.invokeMany([
        ["TOY.ADD", [2, 3]],
        ["TOY.TABLE", []],
        ["TOY.LATER", ["late"]],
      ]),
    ).toEqual([
      { value: 5 },
      {
        value: [
          ["US", 2023],
          ["t", 1234.5],
        ],
      },
      { value: "late" },
    ]);
  });

  test("ids are matched without case", async () => {
    expect(await opened().host.invoke("toy.add", [2, 3])).toEqual({ value: 5 });
  });

  test("each error code becomes Excel's error, with its message", async () => {
    const ids = ["TOY.NOT_AVAILABLE", "TOY.INVALID_VALUE", "TOY.INVALID_NUMBER", "TOY.DIVISION_BY_ZERO", "TOY.REJECTS"];
    expect(await opened().host.invokeMany(ids.map((id) => [id, ["why"]]))).toEqual(
      ["#N/A", "#VALUE!", "#NUM!", "#DIV/0!", "#N/A"].map((error) => ({ error, message: "why" })),
    );
  });

  test("an ordinary throw is #VALUE! and loses its message", async () => {
    expect(await opened().host.invoke("TOY.THROWS")).toEqual({ error: "#VALUE!", message: "" });
  });

  test("infinity is #NUM!", async () => {
    expect(await opened().host.invoke("TOY.INFINITE")).toMatchObject({ error: "#NUM!" });
  });

  test("a cell of a matrix may be an error of its own", async () => {
    expect(await opened().host.invoke("TOY.CELL_ERROR")).toEqual({
      value: [[1, { error: "#N/A", message: "one cell" }]],
    });
  });

  test("a function that is declared and not associated is an error; one that is not declared is #NAME?", async () => {
    expect(await opened().host.invoke("TOY.MISSING")).toMatchObject({ error: "#VALUE!" });
    expect(await opened().host.invoke("TOY.NO_SUCH")).toMatchObject({ error: "#NAME?" });
  });

  test.each([
    ["omitted arguments arrive as null", [1], [1, null, null]],
    ["an argument skipped between commas arrives as null", [null, null, 3], [null, null, 3]],
    ["a single cell arrives as its value, or as 1×1 in a matrix parameter", [[[7]], [[8]], 9], [7, [[8]], 9]],
    ["a value in a matrix parameter arrives as 1×1", [1, "x"], [1, [["x"]], null]],
    ["a larger range arrives as a matrix", [[[1, 2]], [[3], [4]]], [[[1, 2]], [[3], [4]], null]],
    ["an error arrives as an error", [{ error: "#N/A" }], ["error #N/A", null, null]],
  ])("%s", async (_name, given, received) => {
    expect(await opened().host.invoke("TOY.ARGUMENTS", given)).toEqual({ value: JSON.stringify(received) });
  });

  test("the calling cell's address arrives with the call, and may be missing", async () => {
    expect(await opened().host.invoke("TOY.ADDRESS", [], "Sheet1!B2")).toEqual({ value: "Sheet1!B2" });
    expect(await opened().host.invoke("TOY.ADDRESS", [])).toEqual({ value: "none" });
  });

  test("a cancelable function is told that nobody waits any more", async () => {
    await opened().host.invokeAndCancel("TOY.CANCELABLE");
    await opened().pane.waitForFunction(() => "canceled" in window);
    expect(await toy("canceled")).toBe("canceled");
  });

  test.each(["1.5", "1.7"])("results are read in the shape of the internal set %s", async (customFunctions) => {
    const older = keep(await openHost({ ...TOY, customFunctions }));
    expect(
      await older.host.invokeMany([
        ["TOY.TABLE", []],
        ["TOY.NOT_AVAILABLE", ["why"]],
        ["TOY.CELL_ERROR", []],
      ]),
    ).toEqual([
      {
        value: [
          ["US", 2023],
          ["t", 1234.5],
        ],
      },
      { error: "#N/A", message: "why" },
      { value: [[1, { error: "#N/A", message: "one cell" }]] },
    ]);
  });
});

describe("Excel.run", () => {
  test("writes and reads cells", async () => {
    const read = await run(opened().pane, async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      range.values = [
        ["a", 1],
        ["b", 2.5],
      ];
      range.numberFormat = [
        ["@", "0.0"],
        ["@", "0.0"],
      ];
      range.load("values,text,valueTypes,numberFormat,rowCount,columnIndex");
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({
      values: [
        ["a", 1],
        ["b", 2.5],
      ],
      text: [
        ["a", "1.0"],
        ["b", "2.5"],
      ],
      valueTypes: [
        ["String", "Double"],
        ["String", "Double"],
      ],
      rowCount: 2,
      columnIndex: 0,
    });
    const name = `Test${made}`;
    expect(await opened().host.read(`${name}!A1:B2`)).toMatchObject({
      address: `${name}!A1:B2`,
      values: [
        ["a", 1],
        ["b", 2.5],
      ],
    });
  });

  test("a range is kept across syncs", async () => {
    const values = await run(opened().pane, async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2").load("values");
      await context.sync();
      range.values = [["x"], ["y"]];
      await context.sync();
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([["x"], ["y"]]);
  });

  test("a large block is written whole, though the client sends it in pieces", async () => {
    const last = await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const values = Array.from({ length: 1000 }, (_, row) =>
        Array.from({ length: 20 }, (__, column) => row * 20 + column),
      );
      sheet.getRange("A1:T1000").values = values;
      const cell = sheet.getUsedRange().getLastCell().load("values,address");
      await context.sync();
      return [cell.address.split("!")[1], cell.values];
    });
    expect(last).toEqual(["T1000", [[19999]]]);
  });

  test("the selection is read and set", async () => {
    await opened().host.select("B2:C3");
    const addresses = await run(opened().pane, async (context) => {
      const before = context.workbook.getSelectedRange().load("address");
      await context.sync();
      context.workbook.worksheets.getActiveWorksheet().getRange("D4:E5").select();
      const after = context.workbook.getActiveCell().load("address");
      await context.sync();
      return [before.address, after.address].map((address) => address.split("!")[1]);
    });
    expect(addresses).toEqual(["B2:C3", "D4"]);
  });

  test("a table is added, named, extended and found again", async () => {
    const found = await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:B2").values = [
        ["metal", "t"],
        ["Cu", 1],
      ];
      const table = sheet.tables.add("A1:B2", true);
      table.name = "Imports";
      await context.sync();
      table.rows.add(undefined, [["Al", 2]]);
      const again = context.workbook.tables.getItem("imports").getDataBodyRange().load("values");
      const missing = context.workbook.tables.getItemOrNullObject("Exports");
      await context.sync();
      return [again.values, missing.isNullObject];
    });
    expect(found).toEqual([
      [
        ["Cu", 1],
        ["Al", 2],
      ],
      true,
    ]);
  });

  test("a defined name leads back to its cells", async () => {
    const named = await run(opened().pane, async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2");
      range.values = [[8]];
      context.workbook.names.add("Focus", range);
      const item = context.workbook.names.getItem("focus").load("formula");
      const cells = item.getRange().load("values");
      await context.sync();
      const { formula } = item;
      item.delete();
      await context.sync();
      return [formula.split("!")[1], cells.values];
    });
    expect(named).toEqual(["$B$2", [[8]]]);
  });

  test("document settings are one store, whichever way they are reached", async () => {
    const both = await opened().pane.evaluate(async () => {
      const { settings } = Office.context.document;
      const done = (act: (callback: () => void) => void): Promise<void> => new Promise((resolve) => act(resolve));
      settings.set("release", { id: "one" });
      await done((callback) => settings.saveAsync(callback));
      const read = await Excel.run(async (context) => {
        const item = context.workbook.settings.getItem("release").load("value");
        context.workbook.settings.add("pin", "2026-01-01");
        await context.sync();
        return item.value as unknown;
      });
      await done((callback) => settings.refreshAsync(callback));
      return [read, settings.get("pin") as unknown];
    });
    expect(both).toEqual([{ id: "one" }, "2026-01-01"]);
  });

  test("custom XML parts are found by namespace", async () => {
    const parts = await run(opened().pane, async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add('<m xmlns="urn:toy"><a/></m>').load("namespaceUri");
      const xml = parts.getByNamespace("urn:toy").getOnlyItem().getXml();
      const none = parts.getByNamespace("urn:none").getOnlyItemOrNullObject();
      await context.sync();
      part.delete();
      const count = parts.getByNamespace("urn:toy").getCount();
      await context.sync();
      return [part.namespaceUri, xml.value, none.isNullObject, count.value];
    });
    expect(parts).toEqual(["urn:toy", '<m xmlns="urn:toy"><a/></m>', true, 0]);
  });

  test("collections load what hangs below their items", async () => {
    const sheets = await run(opened().pane, async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/tables/items/name");
      await context.sync();
      return sheets.items.map((sheet) => [sheet.name, sheet.tables.items.map((table) => table.name)]);
    });
    expect(sheets).toContainEqual([`Test${made}`, []]);
  });

  test("the looks of a range are kept, and null where its cells differ", async () => {
    const looks = await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:B1").set({ format: { font: { bold: true, color: "#FF0000" }, fill: { color: "#EEEEEE" } } });
      const same = sheet.getRange("A1:B1").format.font.load("bold,italic,color");
      const mixed = sheet.getRange("A1:A2").format.font.load("bold");
      sheet.getRange("A:B").format.autofitColumns();
      await context.sync();
      return [same.bold, same.italic, same.color, mixed.bold];
    });
    expect(looks).toEqual([true, false, "#FF0000", null]);
  });

  test("one run is one entry of the undo stack", async () => {
    await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:A2").values = [["one"], ["two"]];
      sheet.getRange("A1").format.font.bold = true;
      sheet.tables.add("A1:A2", true).name = "Undone";
    });
    await opened().host.undo();
    const left = await run(opened().pane, async (context) => {
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
      const table = context.workbook.tables.getItemOrNullObject("Undone");
      await context.sync();
      return [used.isNullObject, table.isNullObject];
    });
    expect(left).toEqual([true, true]);
  });

  test("a formula is kept as text and shows what it is computed to, spilled where that is more than one value", async () => {
    await run(opened().pane, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").formulas = [["=SPILL()"]];
    });
    expect(await opened().host.read("A1:B2")).toMatchObject({
      values: [
        [1, 2],
        [3, { error: "#N/A" }],
      ],
      formulas: [
        ["=SPILL()", 2],
        [3, "#N/A"],
      ],
    });
    const spill = await run(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const [all, some, none] = ["A1:B2", "A1:C2", "C1"].map((address) => sheet.getRange(address).load("hasSpill"));
      const parent = sheet.getRange("B2").getSpillParent().load("address");
      const outside = sheet.getRange("C1").getSpillParentOrNullObject();
      await context.sync();
      return [all!.hasSpill, some!.hasSpill, none!.hasSpill, parent.address.split("!")[1], outside.isNullObject];
    });
    expect(spill).toEqual([true, null, false, "A1", true]);
  });

  test("events reach handlers that were added, and no others", async () => {
    await opened().pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const told: string[] = [];
        Object.assign(window, { told });
        sheet.onChanged.add(async ({ address, changeType }) => void told.push(`${address} ${changeType}`));
        await context.sync();
      }),
    );
    await opened().host.enter("B2:C2", [[1, 2]]);
    await opened().host.select("A1");
    await opened().pane.waitForFunction(() => (window as unknown as { told: string[] }).told.length > 0);
    expect(await opened().pane.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
      "B2:C2 RangeEdited",
    ]);
  });

  test("the document tells of another selection until the handler is removed", async () => {
    const watch = (add: boolean): Promise<string> =>
      opened().pane.evaluate(
        (adding) =>
          new Promise((resolve) => {
            const { document, EventType } = { ...Office, ...Office.context };
            const handler = (): void =>
              void Object.assign(window, { selections: ((window as { selections?: number }).selections ?? 0) + 1 });
            const done = ({ status }: Office.AsyncResult<void>): void => resolve(String(status));
            if (adding) document.addHandlerAsync(EventType.DocumentSelectionChanged, handler, done);
            else document.removeHandlerAsync(EventType.DocumentSelectionChanged, {}, done);
          }),
        add,
      );
    expect(await watch(true)).toBe("succeeded");
    await opened().host.select("C3");
    await opened().pane.waitForFunction(() => (window as { selections?: number }).selections === 1);
    expect(await watch(false)).toBe("succeeded");
    await opened().host.select("C4");
    // A round trip after the event would have brought it.
    await run(opened().pane, async (context) => context.sync());
    expect(await opened().pane.evaluate(() => (window as { selections?: number }).selections)).toBe(1);
  });
});

describe("what Excel refuses", () => {
  test("a matrix of the wrong shape is InvalidArgument, at the statement that wrote it", async () => {
    const error = await failure(opened().pane, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2").values = [[1]];
      await context.sync();
    });
    expect(error).toMatchObject({
      code: "InvalidArgument",
      location: "Range.values",
      statement: "range.values = ...;",
    });
  });

  test("an address that is none is InvalidArgument", async () => {
    const error = await failure(opened().pane, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("nowhere at all").load("values");
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidArgument", location: "Worksheet.getRange" });
  });

  test("a missing sheet is ItemNotFound, or a null object when asked for so", async () => {
    const error = await failure(opened().pane, async (context) => {
      context.workbook.worksheets.getItem("Nope").load("name");
      await context.sync();
    });
    expect(error.code).toBe("ItemNotFound");
    const isNull = await run(opened().pane, async (context) => {
      const nope = context.workbook.worksheets.getItemOrNullObject("Nope");
      const below = nope.getRange("A1").load("values");
      await context.sync();
      return [nope.isNullObject, below.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
  });

  test("a member the host lacks is ApiNotFound, by name, and logged", async () => {
    const error = await failure(opened().pane, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().pivotTables.load("items/name");
      await context.sync();
    });
    expect(error).toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("Worksheet.pivotTables") as string,
    });
    expect((await opened().host.log()).apiNotFound).toContain("Worksheet.pivotTables");
  });

  test("a value that was not loaded cannot be read", async () => {
    const error = await failure(opened().pane, async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      await context.sync();
      return range.values;
    });
    expect(error.code).toBe("PropertyNotLoaded");
  });

  test("a protected sheet denies writing", async () => {
    const error = await failure(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.protection.protect();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
    });
    expect(error.code).toBe("AccessDenied");
  });

  test("what was done before an error stays done", async () => {
    await failure(opened().pane, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").values = [["kept"]];
      sheet.getRange("A1:B2").values = [[1]];
      await context.sync();
    });
    expect((await opened().host.read("A1")).values).toEqual([["kept"]]);
  });
});

describe("the shared runtime", () => {
  test("start-up behaviour and the pane's visibility are kept by the host", async () => {
    const states = await opened().pane.evaluate(async () => {
      await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
      const asked = await Office.addin.getStartupBehavior();
      await Office.addin.setStartupBehavior(Office.StartupBehavior.none);
      await Office.addin.hide();
      await Office.addin.showAsTaskpane();
      return [asked, await Office.addin.getStartupBehavior()];
    });
    expect(states).toEqual(["Load", "None"]);
  });

  test("a ribbon button runs its command and is told when it is done", async () => {
    await opened().host.command("toyCommand", "ToyButton");
    expect(await toy("commandRan")).toBe("ToyButton");
  });

  test("ribbon buttons are enabled and disabled", async () => {
    await opened().pane.evaluate(() =>
      Office.ribbon.requestUpdate({ tabs: [{ id: "ToyTab", controls: [{ id: "ToyButton", enabled: false }] }] }),
    );
    expect(await opened().page.evaluate(() => window.orebookHost.runtime.ribbon.enabled.get("ToyButton"))).toBe(false);
  });
});
