import { claimed } from "./claim";
import { isNotGrouped } from "../sheets/workbook-error";

const listeners = new Set<() => void>();
let underWay = 0;

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * One undo step for the whole operation where Excel can (ExcelApi 1.20), while no other Orebook writes. Everything that
 * Orebook writes is written so, but for what Excel cannot undo, which stands in a run of its own. Which calls those are
 * differs between its builds: where it refuses the group all the same, `takeBack` puts back what was done so far, and the
 * operation runs again without one.
 */
export async function runAsOneStep<T>(batch: Batch<T>, takeBack?: (error: unknown) => Promise<void>): Promise<T> {
  const claiming: Batch<T> = (context) => claimed(context, () => batch(context));
  return writing(async () => {
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.20")) return Excel.run(claiming);
    try {
      return await Excel.run({ mergeUndoGroup: true }, claiming);
    } catch (error) {
      if (!isNotGrouped(error)) throw error;
      await takeBack?.(error);
      return Excel.run(claiming);
    }
  });
}

/** Writes what Excel cannot undo: sheets that go, and what the document remembers unseen. */
export function runUngrouped<T>(batch: Batch<T>): Promise<T> {
  return writing(() => Excel.run(batch));
}

async function writing<T>(work: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await work();
  } finally {
    underWay--;
    for (const listener of listeners) listener();
  }
}

/** Whether Orebook is writing. */
export function isWriting(): boolean {
  return underWay > 0;
}

/** Tells whenever Orebook has written, or tried to; the result ends it. */
export function onWritten(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
