/** A report of Excel's in the workbench: opened, looked at, changed, refreshed in the pane and saved as an edit of its file. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { recordIn, SavedWorkbook } from "../../src/package";
import { isError } from "../../src/sheets/formula";
import { addressOf } from "../../src/sheets/notation/place";
import { placeOf } from "../../src/sheets/scan";
import { MARK_COLOUR } from "../../src/workbook/refresh/marks";
import { ROOT } from "../../tools/build/run";
import { extension, fileOf } from "../package/build";
import { tableFile } from "../package/table-file";
import { deskForAll, newSheet, roomForAll } from "./desk";
import { eventually } from "./eventually";

const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><color rgb="FF1F4E79"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills><borders count="2"><border/><border><bottom style="thin"><color rgb="FF808080"/></bottom></border></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" applyFont="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="3" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`;

/** World lithium of 2024 was revised between the two editions; the rest is Excel's own. */
const REPORT = fileOf({
  ...extension({ orebook: { version: 1, release: "R1", day: "2025-06-30" } }),
  strings: ["Lithium"],
  sheets: [
    {
      name: "Data",
      before:
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="24" customWidth="1"/></cols>',
      rows: '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row><row r="2"><c r="A2" s="2"><f>_xldudf_METALS_PRODUCTION("lithium",2024,"World")</f><v>240000</v></c><c r="B2" s="2"><f>A2*2</f><v>480000</v></c><c r="C2"><v>7</v></c></row>',
      after:
        '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><conditionalFormatting sqref="A2"><cfRule type="dataBar" priority="1"/></conditionalFormatting>',
    },
    { name: "Notes", rows: '<row r="1"><c r="A1"><v>1</v></c></row>', state: "hidden" },
  ],
  names: '<definedName name="World">Data!$A$2</definedName>',
  relations: [["styles", "styles.xml"]],
  parts: {
    ...extension({ orebook: { version: 1, release: "R1", day: "2025-06-30" } }).parts,
    "xl/styles.xml": STYLES,
  },
  types: { "xl/styles.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml" },
});

const desk = deskForAll(roomForAll());

async function open(bytes: Uint8Array, sheet = "Notes"): Promise<void> {
  const before = desk().pane();
  const [chooser] = await Promise.all([desk().page.waitForEvent("filechooser"), desk().press("Open…")]);
  await chooser.setFiles({ name: "report.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await eventually(
    () => desk().page.evaluate((name) => window.orebookHost.workbook.sheets.named(name)?.name, sheet),
    sheet,
  );
  // The workbook before may have a sheet of this name, and an add-in that is ready.
  await eventually(() => Promise.resolve(desk().pane() === before), false);
  await desk().page.waitForFunction(() => window.orebookHost.isReady());
}

async function save(button = "Save", name = "report.xlsx"): Promise<Uint8Array> {
  const [download] = await Promise.all([desk().page.waitForEvent("download"), desk().press(button)]);
  expect(download.suggestedFilename()).toBe(name);
  return new Uint8Array(readFileSync(await download.path()));
}

/** To be opened in other programs, beside the pictures. */
function keepForPeople(name: string, file: Uint8Array): void {
  const folder = join(ROOT, "build", "screenshots");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.xlsx`), file);
}

const differing = (a: Uint8Array, b: Uint8Array): string[] => {
  const [before, after] = [unzipSync(a), unzipSync(b)];
  return Object.keys(after).filter((part) => Buffer.compare(after[part]!, before[part] ?? Buffer.of()) !== 0);
};
const cellsIn = (file: Uint8Array, row: number) => {
  const [sheet] = SavedWorkbook.read(file).scan.sheets;
  return [0, 1, 2].map((column) => [sheet!.formula(row, column), sheet!.value(row, column)]);
};

test("a report opens as it looks, says what is not shown, and an untouched one is saved byte for byte", async () => {
  await open(REPORT);
  await desk().holds("Data!A1:C2", [
    ["Lithium", "", ""],
    [240000, 480000, 7],
  ]);
  const looks = await desk().page.evaluate(() => {
    const { formats, merges, panes, names, sheets, cells } = window.orebookHost.workbook;
    const sheet = sheets.named("Data")!.id;
    const at = (row: number) => ({ sheet, row, column: 0, rowCount: 1, columnCount: 1 });
    return {
      title: ["font.bold", "font.size", "font.color", "fill.color", "horizontalAlignment", "wrapText"].map((property) =>
        formats.get(at(0), property),
      ),
      pattern: cells.numberFormats(at(1))[0]![0],
      merged: merges.on(sheet).length,
      frozen: panes.get(sheet),
      names: names.list().map(({ name }) => name),
      notes: sheets.named("Notes")!.visibility,
    };
  });
  expect(looks).toEqual({
    title: [true, 14, "#1F4E79", "#FFF2CC", "Center", true],
    pattern: "#,##0",
    merged: 1,
    frozen: { rows: 1, columns: 0 },
    names: ["World"],
    notes: "Hidden",
  });
  expect(await desk().page.locator("#unseen").innerText()).toContain("conditional formats (1)");
  await desk().screenshot("xlsx-opened");
  expect(Buffer.compare(await save(), REPORT)).toBe(0);
});

test("what is typed is written, and nothing else", async () => {
  await open(REPORT);
  await desk().type("C2", "8");
  await desk().type("C3", "=SUM(C2,1)");
  const saved = await save();
  expect(differing(REPORT, saved)).toEqual(["xl/worksheets/sheet1.xml"]);
  expect([...cellsIn(saved, 1), ...cellsIn(saved, 2).slice(2)]).toEqual([
    ['=METALS.PRODUCTION("lithium",2024,"World")', 240000],
    ["=A2*2", 480000],
    [undefined, 8],
    ["=SUM(C2,1)", 9],
  ]);
});

/** Moves the opened workbook to the newest release, in the pane. */
async function unpin(): Promise<void> {
  await desk().host.command("refresh", "RefreshButton");
  const shown = (selector: string) => desk().pane().locator(`.panel:not([hidden]) ${selector}`);
  const button = (label: string) =>
    shown("fluent-button:not([disabled], [disabled-focusable])").filter({ hasText: label }).first();
  await button("Show what unpinning would change").click();
  await button("Unpin").click();
  await shown(".refresh-outcome")
    .filter({ hasText: /^Done:/ })
    .waitFor();
}

/** What the command makes of a file. */
function commanded(file: Uint8Array, ...args: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "orebook-"));
  try {
    const [input, output] = ["report.xlsx", "out.xlsx"].map((name) => join(folder, name));
    writeFileSync(input!, file);
    const command = join(ROOT, "tools", "orebook", "bin.cjs");
    spawnSync(process.execPath, [command, "refresh", input!, ...args, "-o", output!], { cwd: folder });
    return new Uint8Array(readFileSync(output!));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a refresh in the pane writes the cells and values that the command writes", async () => {
  await open(REPORT);
  await unpin();
  await desk().holds("Data!A2:B2", [[222000, 444000]]);
  await desk().screenshot("xlsx-refreshed");
  const saved = await save();
  const ofCommand = commanded(REPORT, "--release", "R1");
  expect(cellsIn(saved, 1)).toEqual(cellsIn(ofCommand, 1));
  const sheet = "xl/worksheets/sheet1.xml";
  const written = Buffer.from(unzipSync(ofCommand)[sheet]!).toString();
  expect(Buffer.from(unzipSync(saved)[sheet]!).toString()).toBe(
    written.replace('<c r="A2" s="2">', '<c r="A2" s="3">'),
  );
  await open(saved);
  await desk().holds("Data!A2:B2", [
    cellsIn(saved, 1)
      .slice(0, 2)
      .map(([, value]) => value),
  ]);
  const fill = await desk().page.evaluate(() => {
    const { formats, sheets } = window.orebookHost.workbook;
    const at = { sheet: sheets.named("Data")!.id, row: 1, column: 0, rowCount: 1, columnCount: 1 };
    return formats.get(at, "fill.color");
  });
  expect(fill).toBe(MARK_COLOUR);
});

/** Where the cells in use of a file's first sheet are, and what they show. */
function shownIn(file: Uint8Array): [address: string, values: unknown[][]] {
  const sheet = SavedWorkbook.read(file).scan.sheets[0]!;
  const values = sheet
    .values(sheet.used!)
    .map((row) => row.map((value) => (isError(value) ? value.error : (value ?? ""))));
  return [addressOf(placeOf(sheet, sheet.used!)), values];
}

test.each(["values", "formulas"] as const)(
  "so does one of a table as %s that gains rows and a column",
  async (mode) => {
    const { bytes } = tableFile("china-production-shares", mode, { release: "R1", day: "2025-06-30" });
    await open(bytes, "Report");
    await unpin();
    const refreshed = commanded(bytes, "--release", "R1");
    await desk().holds(...shownIn(refreshed));
    const saved = await save();
    const [ofPane, ofCommand] = [saved, refreshed].map((file) => {
      const { scan, file: parts } = SavedWorkbook.read(file);
      const [sheet] = scan.sheets;
      const { row, column, rows, columns } = sheet!.used!;
      const cells = Array.from({ length: rows * columns }, (_, i) => {
        const at = [row + Math.floor(i / columns), column + (i % columns)] as const;
        return [...at, sheet!.formula(...at) ?? null, sheet!.value(...at)];
      }).filter(([, , formula, value]) => formula !== null || value !== null);
      // The pane also remembers the colours that its marks cover.
      const marks = scan.names.all.filter(({ name }) => name.startsWith("_orebook_"));
      return { cells, marks, tables: recordIn(parts).tables };
    });
    expect(ofPane).toEqual(ofCommand);
    expect(ofPane!.cells.length).toBeGreaterThan(100);
  },
);

test("a prebuilt table on a new sheet is in the saved file, with its looks and formulas, and there when it is opened again", async () => {
  await open(REPORT);
  await newSheet(desk(), "Quotas");
  const at = (selector: string) => desk().pane().locator(selector);
  await at("#tab-tables").click();
  await at(".gallery-row")
    .filter({ has: at(".gallery-name").filter({ hasText: "rare-earth quotas by year" }) })
    .click();
  await at(".field input").nth(0).fill("2023");
  await at(".field input").nth(1).fill("2024");
  await at(".field input").nth(1).press("Tab");
  await at(".notice-text").filter({ hasText: "Quotas!A1" }).waitFor();
  await at(".insert-primary:not([disabled])").click();
  await at('.notice[data-tone="success"] .notice-text').waitFor();
  await eventually(async () => JSON.stringify(await inserted()).includes("#BUSY!"), false);
  await desk().screenshot("xlsx-inserted");
  const before = await inserted();
  const asked = before.formulas.flat().filter((one) => String(one).startsWith("=REE.QUOTA("));
  expect(asked.length).toBeGreaterThan(3);
  const saved = await save();
  keepForPeople("xlsx-inserted", saved);
  expect(differing(REPORT, saved).filter((part) => part.startsWith("xl/worksheets/sheet"))).toEqual([]);
  const { scan } = SavedWorkbook.read(saved);
  const quotas = scan.sheets.find(({ name }) => name === "Quotas")!;
  expect([...quotas.formulaCells()].map(({ formula }) => formula).filter((one) => one.startsWith("=REE"))).toEqual(
    asked,
  );
  expect(scan.names.all.some(({ name, sheetId }) => name.startsWith("_orebook_") && sheetId === quotas.id)).toBe(true);
  expect(recordIn(SavedWorkbook.read(saved).file).tables.length).toBe(1);

  await open(saved);
  await eventually(inserted, before);
  await desk().screenshot("xlsx-inserted-again");
  expect(Buffer.compare(await save(), saved)).toBe(0);
});

test("a workbook that began here is saved as a file of Excel's too, and is the same when it is opened", async () => {
  await desk().press("New");
  await eventually(() => desk().page.evaluate(() => window.orebookHost.workbook.sheets.list().length), 1);
  await desk().page.waitForFunction(() => window.orebookHost.isReady());
  const name = await desk().page.evaluate(() => window.orebookHost.workbook.sheets.list()[0]!.name);
  const area = `${name}!A1:E20`;
  await eventually(async () => (await desk().shown(area)).flat().includes("#BUSY!"), false);
  const before = await desk().shown(area);
  expect(before.flat()).toContain("Try Orebook here");
  const saved = await save("Save .xlsx", "Book1.xlsx");
  keepForPeople("xlsx-begun-here", saved);
  await desk().type("A20", "gone when it is opened");
  await open(saved, name);
  await eventually(() => desk().shown(area), before);
  expect(Buffer.compare(await save(), saved)).toBe(0);
});

/** What the sheet of quotas shows, and how. */
const inserted = () =>
  desk().page.evaluate(() => {
    const { sheets, cells, formats, merges, panes } = window.orebookHost.workbook;
    const sheet = sheets.named("Quotas")?.id;
    const used = sheet && cells.used(sheet, false);
    if (!sheet || !used) return { formulas: [] };
    const looks = ["font.bold", "font.color", "fill.color", "horizontalAlignment", "wrapText"];
    const at = (row: number, column: number) => ({ sheet, row, column, rowCount: 1, columnCount: 1 });
    return {
      formulas: cells.formulas(used),
      values: cells.values(used),
      numberFormats: cells.numberFormats(used),
      looks: cells
        .values(used)
        .map((line, row) =>
          line.map((_, column) =>
            looks.map((look) => formats.get(at(used.row + row, used.column + column), look) ?? ""),
          ),
        ),
      // Files measure whole pixels.
      widths: cells
        .values(used)[0]!
        .map((_, column) => Math.round(Number(formats.get(at(0, used.column + column), "columnWidth")) / 0.75)),
      merged: merges.on(sheet),
      frozen: panes.get(sheet),
    };
  });
