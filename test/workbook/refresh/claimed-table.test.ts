/**
 * A table while another Orebook writes in the workbook.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { planRefresh } from "../../../src/sheets/tables/plan/plan-refresh";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { findAll } from "../../../src/workbook/refresh/find-all";
import { refreshTable } from "../../../src/workbook/refresh/tables/table-refresh";
import { areaAt } from "../../../workbench/page/address";
import { openBench } from "./bench";

const R2 = { release: "R2", day: undefined };

test("stays as it is and says who is in the way, and follows once that one is done", async () => {
  const { workbook, session } = await openBench();
  const { sheet, row, column } = areaAt(workbook, "B2");
  await insertTable(
    session(),
    { recipe: "strategic-metals-imports", arguments: {}, mode: "values" },
    { sheetId: sheet, sheet: workbook.sheets.get(sheet)!.name, row, column, rows: 1, columns: 1 },
    false,
  );
  const { scan, instances } = await findAll("workbook", session(), {});
  const plan = planRefresh(scan, instances[0]!, session(), R2);
  const claim = { scope: null, name: "_orebookclaim", refersTo: "=TRUE", visible: false } as const;
  workbook.names.set({ ...claim, comment: `another ${Date.now()}` });
  expect(await refreshTable(plan)).toMatchObject({ state: "old", obstacle: { kind: "claimed" } });
  workbook.names.set({ ...claim, comment: "another 0" });
  expect(await refreshTable(plan)).toMatchObject({ state: "new", obstacle: undefined });
});
