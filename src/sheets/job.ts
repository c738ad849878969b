import { guarded, isHalfway } from "./workbook-error";

/** How far a long operation is: `done` of `total`, whatever it counts. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What whoever starts a long operation may say and hear. */
export interface Job {
  /** Ends the operation at its next step: its promise rejects with the signal's reason, and nothing stays half done. */
  readonly signal?: AbortSignal | undefined;
  onProgress?(progress: Progress): void;
}

/** Tells how far a job is and throws the signal's reason when it was cancelled. */
export function step(job: Job, done: number, total: number): void {
  job.signal?.throwIfAborted();
  job.onProgress?.({ done, total });
}

/** Runs a workbook operation that may be cancelled: it rejects with a `WorkbookError`, or with the signal's reason. */
export async function supervised<T>(job: Job, operation: () => Promise<T>): Promise<T> {
  job.signal?.throwIfAborted();
  try {
    return await guarded(operation);
  } catch (error) {
    if (!isHalfway(error)) job.signal?.throwIfAborted();
    throw error;
  }
}

/** A job that is part of another: its progress is told as the part from `from` to `to` of the whole, which is 1. */
export function portion(job: Job, from: number, to: number): Job {
  const { signal, onProgress } = job;
  return {
    signal,
    onProgress: ({ done, total }) =>
      onProgress?.call(job, { done: from + (to - from) * (total === 0 ? 1 : done / total), total: 1 }),
  };
}

/** Lets everything else that waits have its turn: the pane draws, a click is heard. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
