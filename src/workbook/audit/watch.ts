import { isWriting } from "../one-step";
import { isOwnSheet } from "../own-sheet/own-sheet";

export interface WorkbookWatcher {
  /** Somebody else than Orebook changed cells or sheets. */
  changed(): void;
  calculated(): void;
}

/** As Excel names the add-in that listens, from ExcelApi 1.14 on. */
const OURS = "ThisLocalAddin";

/** Tells what happens in the open workbook; the result ends it. Rejects with whatever Excel throws. */
export async function watchWorkbook({ changed, calculated }: WorkbookWatcher): Promise<() => void> {
  const handlers = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(
        async ({ triggerSource }) =>
          void ((triggerSource === undefined ? isWriting() : triggerSource === OURS) || changed()),
      ),
      worksheets.onAdded.add(
        async ({ worksheetId }) => void (!isWriting() && !(await isOurs(worksheetId)) && changed()),
      ),
      worksheets.onDeleted.add(async () => void (!isWriting() && changed())),
      worksheets.onCalculated.add(async () => calculated()),
    ];
    await context.sync();
    return added;
  });
  return () => void stop(handlers).catch(() => undefined);
}

/** Excel may tell of a sheet of ours when it has long been written. */
function isOurs(sheetId: string): Promise<boolean> {
  return Excel.run((context) => isOwnSheet(context, sheetId)).catch(() => false);
}

async function stop(handlers: readonly OfficeExtension.EventHandlerResult<never>[]): Promise<void> {
  await Excel.run(handlers[0]!.context, async (context) => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}
