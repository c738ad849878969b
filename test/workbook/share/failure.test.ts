/**
 * Every message of sharing and restoring fails in its turn: lost before Excel saw it, or done and its answer lost; once, or
 * that one and all after it.
 */
import { readLedger } from "../../../src/workbook/share/ledger";
import { restore } from "../../../src/workbook/share/restore";
import { share } from "../../../src/workbook/share/share";
import type { WorkbookError } from "../../../src/sheets/workbook-error";
import { FATES, openFailing, type FailingExcel } from "../failing";
import type { OrebookExcel } from "../orebook";

const NOW = new Date(2026, 10, 22, 14, 3);
const COPPER = '=METALS.IMPORTS("copper",2024)';
const SERIES = '=METALS.SERIES("imports","copper",2023,2024)';
const QUOTA = '=REE.QUOTA(2025,"mining")';

async function start(): Promise<FailingExcel> {
  const failing = openFailing();
  await failing.excel.enter("A1", [[COPPER, "=A1/1000", QUOTA]]);
  await failing.excel.enter("E1", [[SERIES]]);
  return failing;
}

const sheets = ({ workbook }: OrebookExcel) => workbook.sheets.list().map(({ name }) => name);
const cells = async (excel: OrebookExcel) => ({
  formulas: excel.formulas("Sheet1!A1:F2"),
  values: await excel.values("Sheet1!A1:F2"),
});

describe.each(FATES)("each message in turn is %s", (_, fate, persistent) => {
  /** What became of it, or which fault was told. Of `failed` people are told that nothing was changed. */
  const settled = (operation: Promise<{ kind: string }>) =>
    operation.then(
      ({ kind }) => kind,
      (error: WorkbookError) => error.fault,
    );
  const faults = persistent ? ["failed", "halfway"] : ["failed"];

  test("sharing is whole or did not happen, and a second time completes it", async () => {
    const reference = await start();
    const before = await cells(reference.excel);
    reference.fail(Infinity);
    await share(reference.excel.session, "workbook", NOW);
    const messages = reference.sent();
    const after = await cells(reference.excel);
    const all = sheets(reference.excel);
    expect(messages).toBeGreaterThan(10);
    for (let at = 0; at < messages; at++) {
      const { excel, fail } = await start();
      fail(at, fate, persistent);
      const kind = await settled(share(excel.session, "workbook", NOW));
      fail(Infinity);
      if (kind === "shared")
        expect({ at, ...(await cells(excel)), sheets: sheets(excel) }).toEqual({ at, ...after, sheets: all });
      else {
        expect(faults).toContain(kind);
        if (kind === "failed")
          expect({ at, ...(await cells(excel)), sheets: sheets(excel) }).toEqual({ at, ...before, sheets: ["Sheet1"] });
      }
      const again = await settled(share(excel.session, "workbook", NOW));
      expect({ at, again: /^(?:shared|refused)$/.test(again), ...(await cells(excel)) }).toEqual({
        at,
        again: true,
        ...after,
      });
      expect({ at, restored: await restore(excel.session, "workbook", NOW) }).toMatchObject({
        at,
        restored: { kind: "restored", left: [], different: [] },
      });
      expect({ at, ...(await cells(excel)) }).toEqual({ at, ...before });
    }
  });

  test("restoring is whole or did not happen, and a second time completes it", async () => {
    const prepared = async () => {
      const failing = await start();
      const before = await cells(failing.excel);
      await share(failing.excel.session, "workbook", NOW);
      return { ...failing, before, shared: await cells(failing.excel) };
    };
    const reference = await prepared();
    reference.fail(Infinity);
    await restore(reference.excel.session, "workbook", NOW);
    const messages = reference.sent();
    expect(messages).toBeGreaterThan(8);
    for (let at = 0; at < messages; at++) {
      const { excel, fail, before, shared } = await prepared();
      fail(at, fate, persistent);
      const kind = await settled(restore(excel.session, "workbook", NOW));
      fail(Infinity);
      if (kind === "restored") expect({ at, ...(await cells(excel)) }).toEqual({ at, ...before });
      else {
        expect(faults).toContain(kind);
        if (kind === "failed") expect({ at, ...(await cells(excel)) }).toEqual({ at, ...shared });
      }
      await settled(restore(excel.session, "workbook", NOW));
      expect({ at, ...(await cells(excel)), sheets: sheets(excel) }).toEqual({
        at,
        ...before,
        sheets: ["Sheet1", "Sources"],
      });
      await settled(share(excel.session, "workbook", NOW));
      expect({ at, ...(await cells(excel)) }).toEqual({ at, ...shared });
    }
  });

  test("a formula is always in its cell or on the sheet that keeps it, also those that were kept before", async () => {
    const places: Record<string, string> = { A1: COPPER, C1: QUOTA, E1: SERIES };
    const prepared = async () => {
      const failing = await start();
      const { workbook } = failing.excel;
      workbook.selection.select({
        sheet: workbook.sheets.list()[0]!.id,
        row: 0,
        column: 2,
        rowCount: 1,
        columnCount: 4,
      });
      await share(failing.excel.session, "selection", NOW);
      return failing;
    };
    const lost = async (excel: OrebookExcel) => {
      const { formulas } = await Excel.run((context) => readLedger(context));
      const kept = new Set(formulas.map(({ formula }) => formula));
      return Object.entries(places).flatMap(([address, formula]) =>
        excel.formulas(`Sheet1!${address}`)[0]![0] === formula || kept.has(formula) ? [] : [address],
      );
    };
    const operations = [
      (excel: OrebookExcel) => share(excel.session, "workbook", NOW),
      (excel: OrebookExcel) => restore(excel.session, "selection", NOW),
    ];
    for (const operation of operations) {
      const reference = await prepared();
      reference.fail(Infinity);
      await operation(reference.excel);
      for (let at = 0; at < reference.sent(); at++) {
        const { excel, fail } = await prepared();
        fail(at, fate, persistent);
        await settled(operation(excel));
        fail(Infinity);
        expect({ at, lost: await lost(excel) }).toEqual({ at, lost: [] });
        await settled(operation(excel));
        await settled(restore(excel.session, "workbook", NOW));
        expect({
          at,
          formulas: Object.keys(places).map((address) => excel.formulas(`Sheet1!${address}`)[0]![0]),
        }).toEqual({ at, formulas: Object.values(places) });
      }
    }
  });
});

test("a cancelled sharing that Excel does not let be taken back is halfway, and not as it was", async () => {
  const { excel, fail } = await start();
  await excel.enter(
    "A5",
    Array.from({ length: 900 }, (_, r) => [r % 2 ? "" : COPPER]),
  );
  const cancel = new AbortController();
  const onProgress = ({ done, total }: { done: number; total: number }) => {
    if (done / total <= 0.75 || cancel.signal.aborted) return;
    cancel.abort();
    fail(0, "lost", true);
  };
  await expect(share(excel.session, "workbook", NOW, { signal: cancel.signal, onProgress })).rejects.toMatchObject({
    fault: "halfway",
  });
});
