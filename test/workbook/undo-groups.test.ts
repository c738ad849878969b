import { repair } from "../../src/workbook/repair";
import { auditWorkbook, exportAudit } from "../../src/workbook/audit/audit";
import { restore } from "../../src/workbook/share/restore";
import { share } from "../../src/workbook/share/share";
import { writeSources } from "../../src/workbook/sources/update";
import { insert } from "../../src/workbook/insert/insert";
import { insertTable } from "../../src/workbook/insert/insert-table";
import { rememberPasted } from "../../src/workbook/insert/remember";
import { readRecord } from "../../src/workbook/record/part";
import { readWorkbook } from "../../src/workbook/scan/scan";
import { findTables } from "../../src/sheets/tables/find/find-tables";
import type { Block } from "../../src/sheets/insert/block";
import type { Place } from "../../src/sheets/notation/place";
import { openOrebook, type OrebookExcel } from "./orebook";

const NOW = new Date("2026-02-03T04:05:06Z");
const FORMULA = '=METALS.IMPORTS("copper",2024)';
const block: Block = {
  content: [
    ["Period", "Value"],
    ["2024", 67.33],
  ],
  rows: 2,
  columns: 2,
  formats: ["General", "#,##0.00"],
  headers: 1,
  widths: [6, 6],
};

/** An Excel that groups undo steps; `also`: what else this build cannot undo. */
function open(also: readonly string[] = []): { excel: OrebookExcel; at: Place } {
  const excel = openOrebook({ api: "1.20" });
  excel.faults.notUndone = [...excel.faults.notUndone, ...also];
  const sheetId = excel.workbook.sheets.active;
  return { excel, at: { sheetId, sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 } };
}

const sheetsOf = ({ workbook }: OrebookExcel) => workbook.sheets.list().map(({ name }) => name);
const namesOf = ({ workbook }: OrebookExcel) => workbook.names.list().map(({ name }) => name);
const refusals = ({ log }: OrebookExcel) => log.errors.map(({ message }) => message);

test("the host refuses in a group what Excel cannot undo, and outside it does it", async () => {
  const { excel } = open();
  excel.addSheet("Second");
  const remove = (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem("Second").delete();
    return context.sync();
  };
  await expect(Excel.run({ mergeUndoGroup: true }, remove)).rejects.toMatchObject({ code: "UndoNotSupported" });
  expect(sheetsOf(excel)).toEqual(["Sheet1", "Second"]);
  await Excel.run(remove);
  expect(sheetsOf(excel)).toEqual(["Sheet1"]);
});

describe.each([
  ["nothing else is refused", []],
  ["colours and widths are refused as well", ["RangeFormat.columnWidth", "RangeFont.bold"]],
  ["hidden names are refused as well", ["NamedItem.visible"]],
  ["whatever is written is refused", ["Range.formulas", "Range.values"]],
])("in an Excel of undo groups where %s", (_, also) => {
  test("a block goes in and is taken back", async () => {
    const { excel, at } = open(also);
    const insertion = await insert(block, at, false);
    if (insertion.kind !== "inserted") throw new Error(insertion.kind);
    expect(await excel.values("A1:B2")).toEqual([
      ["Period", "Value"],
      ["2024", 67.33],
    ]);
    expect(await insertion.undo()).toBe("undone");
    expect(await excel.values("A1:B2")).toEqual([
      ["", ""],
      ["", ""],
    ]);
  });

  test("a table goes in, is remembered, and is taken back with all that tells of it", async () => {
    const { excel, at } = open(also);
    const request = { recipe: "rare-earth-quotas", arguments: {}, mode: "values", language: "en" } as const;
    const insertion = await insertTable(excel.session, request, at, false);
    if (insertion.kind !== "inserted") throw new Error(insertion.kind);
    expect(namesOf(excel)).toHaveLength(1);
    expect((await Excel.run(readRecord)).tables).toHaveLength(1);
    expect(await insertion.undo()).toBe("undone");
    expect(namesOf(excel)).toEqual([]);
    expect((await Excel.run(readRecord)).tables).toEqual([]);
  });

  test("a pasted copy becomes a table of its own", async () => {
    const { excel, at } = open(also);
    const request = { recipe: "rare-earth-quotas", arguments: {}, mode: "values", language: "en" } as const;
    await insertTable(excel.session, request, at, false);
    const found = await Excel.run(async (context) =>
      findTables(await readWorkbook(context), (await readRecord(context)).tables),
    );
    expect(await rememberPasted(found)).toHaveLength(1);
    expect(namesOf(excel)).toHaveLength(2);
  });

  test("Share replaces, and Restore brings back and takes its sheet away", async () => {
    const { excel } = open(also);
    await excel.enter("A1", [[FORMULA]]);
    const shared = await share(excel.session, "workbook", NOW);
    expect(shared.kind).toBe("shared");
    expect(excel.formulas("Sheet1!A1")).toEqual([[67_330_000_000]]);
    expect(sheetsOf(excel)).toHaveLength(3);
    const restored = await restore(excel.session, "workbook", NOW);
    expect(restored.kind).toBe("restored");
    expect(excel.formulas("Sheet1!A1")).toEqual([[FORMULA]]);
    expect(sheetsOf(excel)).toHaveLength(2);
  });

  test("Audit and Sources are written as sheets, twice", async () => {
    const { excel } = open(also);
    await excel.enter("A1", [[FORMULA]]);
    for (const written of ["written", "written"]) {
      expect((await writeSources(excel.session, NOW)).kind).toBe(written);
      expect((await exportAudit(excel.session, await auditWorkbook(excel.session), NOW)).kind).toBe("written");
    }
    expect(sheetsOf(excel)).toHaveLength(3);
  });

  test("Repair enters a formula again", async () => {
    const { excel } = open(also);
    await excel.enter("A1", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
    expect((await repair("")).kind).toBe("repaired");
    expect(excel.formulas("A1")).toEqual([[FORMULA]]);
  });
});

test("nothing that Orebook does is refused by what Excel is known not to undo", async () => {
  const { excel, at } = open();
  await excel.enter("H1", [[FORMULA]]);
  const request = { recipe: "rare-earth-quotas", arguments: {}, mode: "values", language: "en" } as const;
  const insertion = await insertTable(excel.session, request, at, false);
  await share(excel.session, "workbook", NOW);
  await restore(excel.session, "workbook", NOW);
  if (insertion.kind === "inserted") await insertion.undo();
  expect(refusals(excel)).toEqual([]);
});

test("an insertion whose sheet is gone is told to be gone with it", async () => {
  const { excel, at } = open();
  excel.addSheet("Second");
  const insertion = await insert(block, at, false);
  if (insertion.kind !== "inserted") throw new Error(insertion.kind);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
  expect(await insertion.undo()).toBe("sheetGone");
});
