import { Refusal } from "../../src/query/refusal";

/** The refusal that a call ends in; fails when it does not. */
export function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("was not refused");
}
