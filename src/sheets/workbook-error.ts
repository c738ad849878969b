/**
 * Why the workbook could not be read or written. `changed`: somebody else changed cells meanwhile. `halfway`: nor could it
 * be put back, and some of it may be written. `claimed`: another Orebook writes in the workbook. `lacking`: the workbook rests on data that are not here, as `detail` says.
 */
export type WorkbookFault =
  "protected" | "editing" | "offSheet" | "changed" | "claimed" | "lacking" | "failed" | "halfway";

/** The only thing a workbook operation throws. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";

  /** `detail` is Excel's own text, or the address of the cell that was changed; empty for other faults of ours. */
  constructor(
    readonly fault: WorkbookFault,
    readonly detail: string = "",
  ) {
    super(detail || fault);
  }
}

const FAULTS: Readonly<Record<string, WorkbookFault>> = {
  AccessDenied: "protected",
  InvalidOperationInCellEditMode: "editing",
};

/** What was thrown, as the one error a workbook operation ends with. */
export function asWorkbookError(error: unknown, otherwise: WorkbookFault = "failed"): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return new WorkbookError(FAULTS[code ?? ""] ?? otherwise, message ?? String(error));
}

/** Runs a workbook operation so that whatever Excel throws comes out as a `WorkbookError`. */
export async function guarded<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw asWorkbookError(error);
  }
}

/** Does what must still be done after `error`: puts back what was there, or tries again. Where that fails too, the operation is halfway. */
export async function orHalfway<T>(error: unknown, rest: () => Promise<T>): Promise<T> {
  // Taken back, and done again, outside the group.
  if (isNotGrouped(error)) throw error;
  try {
    return await rest();
  } catch {
    throw new WorkbookError("halfway", (error as { message?: string }).message ?? String(error));
  }
}

/** For what is not taken back when it breaks off: done again, it is whole. */
export async function maybeHalfway<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof WorkbookError || isNotGrouped(error)
      ? error
      : new WorkbookError("halfway", (error as { message?: string }).message ?? String(error));
  });
}

/** Whether Excel refused an undo group for something in it that it cannot undo. */
export function isNotGrouped(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === "UndoNotSupported";
}

export function isHalfway(error: unknown): boolean {
  return error instanceof WorkbookError && error.fault === "halfway";
}
