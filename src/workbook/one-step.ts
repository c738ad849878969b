/** One undo step for the whole operation where Excel can (ExcelApi 1.20). */
export function runAsOneStep<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.20") ? Excel.run({ mergeUndoGroup: true }, batch) : Excel.run(batch);
}
