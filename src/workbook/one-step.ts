const listeners = new Set<() => void>();
let underWay = 0;

/** One undo step for the whole operation where Excel can (ExcelApi 1.20). Everything that Orebook writes is written so. */
export async function runAsOneStep<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await (Office.context.requirements.isSetSupported("ExcelApi", "1.20")
      ? Excel.run({ mergeUndoGroup: true }, batch)
      : Excel.run(batch));
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
