/** Runs Excel batches in an add-in's frame. */
import type { Frame } from "playwright-core";

/** Sees nothing but its two parameters and the frame's globals: it is sent to the frame as text. */
export type Batch<Argument, Result> = (context: Excel.RequestContext, argument: Argument) => Promise<Result>;

/** What an add-in learns from a failed batch. */
export interface BatchFailure {
  readonly code: string;
  readonly message: string;
  readonly location: string;
  readonly statement: string;
}

const call = (batch: Batch<never, unknown>, argument: unknown): string =>
  `Excel.run((context) => (${batch.toString()})(context, ${JSON.stringify(argument ?? null)}))`;

export function run<Result, Argument = undefined>(
  pane: Frame,
  batch: Batch<Argument, Result>,
  argument?: Argument,
): Promise<Result> {
  return pane.evaluate(call(batch, argument));
}

/** Runs a batch that must fail. @throws Error when it does not. */
export function failure<Argument = undefined>(
  pane: Frame,
  batch: Batch<Argument, unknown>,
  argument?: Argument,
): Promise<BatchFailure> {
  return pane.evaluate(`${call(batch, argument)}.then(
    () => { throw new Error("the batch did not fail"); },
    ({ code, message, debugInfo }) => ({ code, message, location: debugInfo.errorLocation, statement: debugInfo.statement }),
  )`);
}
