export type RefreshStep = "reading" | "comparing" | "recalculating" | "verifying" | "writing";

/** Told while a long operation goes on: at which step, and how far. */
export type Progress = (at: { readonly step: RefreshStep; readonly done: number; readonly total: number }) => void;

/** Throws the signal's reason when it is aborted. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
}
