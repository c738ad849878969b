/** Figures that an organisation has for itself alone: sharing tells of them and can leave them out. */
import { join } from "node:path";
import { Dataset } from "../../../src/dataset/dataset";
import { createSession } from "../../../src/functions/languages";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { inspectShare, share } from "../../../src/workbook/share/share";
import { restore } from "../../../src/workbook/share/restore";
import { writeSources } from "../../../src/workbook/sources/update";
import { compileFiles } from "../../../tools/data/compile";
import { readFolder } from "../../../tools/data/read/files";
import { draft, filesOf } from "../../tools/data/fixture";
import { openOrebook, type OrebookExcel } from "../orebook";

const NOW = new Date(2026, 11, 22, 14, 3);
const THEIRS = '=METALS.IMPORTS("copper",2015)';
const STATUS = '=METALS.STATUS("imports","copper",2015)';
const OURS = '=METALS.IMPORTS("copper",2012)';
const BOTH = '=METALS.SERIES("imports","copper",2012,2016)';
const WARNING = "Some of them are licensed to Acme Bank alone and may not be passed on";

const files = readFolder(join(__dirname, "..", "..", "fixtures", "overlay"));
const { release } = compileFiles(filesOf(draft()), { files, shown: "acme" });
const session = createSession(new Dataset(release!), { addinVersion: "0.1.0" });

const opened = async (): Promise<OrebookExcel> => {
  const excel = openOrebook({ session });
  await excel.enter("A1", [[THEIRS, OURS, 7, STATUS]]);
  await excel.enter("A3", [[BOTH]]);
  return excel;
};
/** Every text and number that the workbook shows anywhere. */
const everything = ({ workbook }: OrebookExcel) =>
  workbook.sheets
    .list()
    .flatMap(({ id }) => workbook.cells.values(workbook.cells.used(id, true)!).flat())
    .map(String)
    .join("\n");

test("it says how many formulas rest on them and whose they are, before anything is written", async () => {
  await opened();
  const { summary } = await inspectShare(session, "workbook", NOW);
  expect(summary.licensed).toMatchObject({
    licensees: ["Acme Bank"],
    formulas: [
      { row: 0, column: 0 },
      { row: 0, column: 3 },
      { row: 2, column: 0 },
    ],
    tables: [],
  });
});

test("left out they are nowhere: not in cells, not beside the kept formulas, not among the sources", async () => {
  const excel = await opened();
  await share(session, "workbook", NOW, {}, true);
  expect(await excel.values("A1:D1")).toEqual([["n/a", 16.93e9, 7, "n/a"]]);
  const shown = everything(excel);
  expect(shown).not.toMatch(/19\.2|20\.9|192000|209000|UN Comtrade/);
  expect(shown).toContain("The Paper (2025-08-14)");
  // A later list of sources does not bring them back.
  await writeSources(session, NOW);
  expect(everything(excel)).not.toMatch(/19\.2|UN Comtrade|Acme/);
});

test("the formulas come back", async () => {
  const excel = await opened();
  await share(session, "workbook", NOW, {}, true);
  await restore(session, "workbook", NOW);
  expect(excel.formulas("A1:D1")).toEqual([[THEIRS, OURS, 7, STATUS]]);
  expect((await excel.values("A1:A1"))[0]).toEqual([19.2e9]);
});

test("kept, they stay, and the Sources sheet says that they may not be passed on", async () => {
  const excel = await opened();
  await share(session, "workbook", NOW);
  expect(await excel.values("A1:C1")).toEqual([[19.2e9, 16.93e9, 7]]);
  const shown = everything(excel);
  expect(shown).toContain(WARNING);
  expect(shown).toContain("UN Comtrade premium subscription (licensed to Acme Bank alone)");
});

test("without such figures nothing is said and nothing left out", async () => {
  const excel = openOrebook({ session });
  await excel.enter("A1", [[OURS]]);
  const { summary } = await inspectShare(session, "workbook", NOW);
  expect(summary.licensed).toEqual({ licensees: [], formulas: [], tables: [] });
  await share(session, "workbook", NOW, {}, true);
  expect(await excel.values("A1:A1")).toEqual([[16.93e9]]);
  expect(everything(excel)).not.toContain(WARNING);
});

describe("in a table of values", () => {
  /** Copper imports by year in B2: 2012, 2023 and 2024 are ours, 2015 and 2016 theirs; a sum and a cell of the user. */
  async function withTable(): Promise<OrebookExcel> {
    const excel = openOrebook({ session });
    const { id } = excel.workbook.sheets.list()[0]!;
    const request = { recipe: "copper", arguments: {}, mode: "values", language: "en" } as const;
    const at = { sheetId: id, sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 };
    expect((await insertTable(session, request, at, false)).kind).toBe("inserted");
    await excel.workbook.calculation.settled();
    await excel.enter("F1", [[7]]);
    return excel;
  }
  const figures = async (excel: OrebookExcel) =>
    Object.fromEntries((await excel.values("B4:C20")).filter(([year]) => typeof year === "number"));
  const OF_2015 = 19.2e9;
  const OF_2016 = 20.9e9;

  test("they are told, and may be left out", async () => {
    await withTable();
    const { summary, obstacles } = await inspectShare(session, "workbook", NOW);
    expect([obstacles, summary.licensed.licensees, summary.licensed.tables.length]).toEqual([[], ["Acme Bank"], 1]);
  });

  test("left out they are #N/A, the others stay, and no sheet tells them, now or later", async () => {
    const excel = await withTable();
    const before = await figures(excel);
    expect(before).toMatchObject({ 2015: OF_2015, 2016: OF_2016 });
    const result = await share(session, "workbook", NOW, {}, true);
    expect(result).toMatchObject({ kind: "shared", summary: { emptied: 2 } });
    const missing = { error: "#N/A" };
    expect(await figures(excel)).toMatchObject({
      2012: before[2012],
      2015: missing,
      2016: missing,
      2024: before[2024],
    });
    expect(everything(excel)).toContain("2 licensed figures of tables left out (#N/A)");
    await writeSources(session, NOW);
    const own = excel.workbook.sheets.list().filter(({ name }) => name !== "Sheet1");
    const told = own.flatMap(({ id }) => excel.workbook.cells.values(excel.workbook.cells.used(id, true)!).flat());
    expect(told.join()).not.toMatch(/Comtrade|Acme/);
    expect(told.join()).toContain("The Paper");
    expect((await inspectShare(session, "workbook", NOW)).summary.licensed.tables).toEqual([]);
  });

  test("kept, they stay", async () => {
    const excel = await withTable();
    await share(session, "workbook", NOW);
    expect(await figures(excel)).toMatchObject({ 2015: OF_2015, 2016: OF_2016 });
  });

  test("in a table that was worked on no number stays that might be one of them", async () => {
    const excel = await withTable();
    await excel.enter("B5", [[2016, OF_2016]]);
    await share(session, "workbook", NOW, {}, true);
    expect(everything(excel)).not.toMatch(/192000|209000/);
    expect(await excel.values("F1:F1")).toEqual([[7]]);
  });
});
