import type { Session } from "../../functions";
import { readRecord } from "../record/part";
import { portion, step, supervised, type Job } from "../../sheets/job";
import { scanWorkbook } from "../scan/scan";
import { layoutOf } from "../../sheets/tables/build-layout";
import type { TableScope } from "../../sheets/tables/find/scope";
import { findWithCopies } from "../../sheets/tables/find/find-copies";
import type { Found } from "../../sheets/refresh/comparison";
import { selectedPlace } from "../ranges";
import { overlaps } from "../../sheets/scan";
import type { TableInstance } from "../../sheets/tables/find/find-tables";

/** Reads the workbook. `session` builds the inserted tables, so that pasted copies are known. Rejects with a `WorkbookError`, or with the signal's reason. */
export async function findAll(scope: TableScope, session: Session, job: Job): Promise<Found> {
  const scan = await scanWorkbook(portion(job, 0, 0.9));
  return supervised(job, () =>
    Excel.run(async (context) => {
      const record = await readRecord(context);
      step(job, 0.95, 1);
      // Without tables to write, what was pasted is of no interest.
      const instances = findWithCopies(scan, record.tables, (table) =>
        scope === "none" ? undefined : layoutOf(session, table),
      );
      return { scan, record, instances, chosen: await chosenTables(context, instances, scope) };
    }),
  );
}

/** The tables within a scope. One round trip where the selection matters. */
async function chosenTables(
  context: Excel.RequestContext,
  instances: readonly TableInstance[],
  scope: TableScope,
): Promise<TableInstance[]> {
  if (scope === "none") return [];
  if (scope === "workbook") return [...instances];
  if (typeof scope !== "string") return instances.filter(({ table }) => scope.includes(table.id));
  const selected = await selectedPlace(context);
  return instances.filter(
    ({ sheet, area }) => sheet.id === selected.sheetId && (scope === "sheet" || overlaps(area, selected)),
  );
}
