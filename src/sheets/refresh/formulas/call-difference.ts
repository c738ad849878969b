import type { Session } from "../../../functions";
import { isError, matches, type Value } from "../../formula";
import { whyDifferent, type Why } from "./reason";
import { Tracer } from "../../trace/tracer";

/** How one call's answer differs between two standings. */
export interface Difference extends Why {
  readonly old: Value;
  readonly new: Value;
}

/** Asks the same question as of two standings. Both sessions answer for every release they name. */
export class Comparer {
  readonly before: Tracer;
  readonly after: Tracer;

  constructor(
    readonly from: Session,
    readonly to: Session,
  ) {
    this.before = new Tracer(from);
    this.after = new Tracer(to);
  }

  /** Undefined when both answer the same, or when this version does not have the function. The arguments may differ: they may be answers themselves. */
  compare(
    id: string,
    oldArguments: readonly Value[],
    newArguments: readonly Value[] = oldArguments,
  ): Difference | undefined {
    const before = this.before.answer(id, oldArguments);
    const after = this.after.answer(id, newArguments);
    if (!before || !after || sameValue(before.value, after.value)) return undefined;
    return { old: before.value, new: after.value, ...whyDifferent(before, after, this.from, this.to) };
  }
}

/** Whether two values show the same in a sheet. */
export function sameValue(a: Value, b: Value): boolean {
  return matches(a, b, (x, y) => (isError(x) && isError(y) ? x.error === y.error : x === y));
}
