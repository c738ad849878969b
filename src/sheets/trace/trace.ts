import type { Observation } from "../../dataset/records";
import type { Session } from "../../functions";
import type { Value } from "../formula";
import { CallTracer, shownOf } from "./tracer";

/** What a call answered, and the figures it looked at on the way. */
export interface Answered {
  readonly value: Value;
  readonly evidence: readonly Observation[];
}

/** Calls functions within one session and notes the figures behind each answer. */
export class Tracer {
  private readonly calls: CallTracer;

  constructor(session: Session) {
    this.calls = new CallTracer(session);
  }

  /** Undefined for a function that this version does not have. */
  answer(id: string, args: readonly Value[]): Answered | undefined {
    const { outcome, opened } = this.calls.trace(id, args);
    const value = shownOf(outcome);
    return value === undefined ? undefined : { value, evidence: opened };
  }
}
