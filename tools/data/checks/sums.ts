import { Decimal } from "../../../src/dataset/decimal";
import type { Figure } from "../model/figures";
import type { Subject } from "./check";

const ZERO = Decimal.fromInteger(0);

/** A total, the parts of it that there are, and whether those are all. */
export interface Sum {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly complete: boolean;
  /** What the parts are, as a plural: "batches". */
  readonly name: string;
  /** Whether such figures are customarily printed rounded, so that trailing zeros are no digits. */
  readonly rounded?: boolean;
  /** Uncertainty of the parts beyond their rounding, in the base unit. */
  readonly slack?: Decimal;
}

/**
 * Reports parts that exceed their total, and complete parts that do not add up to it, beyond what rounding explains:
 * half of the last printed digit of each. Becomes a note when rounding explains it, or when the total is flagged
 * `unverified`: then the source itself does not add up.
 */
export function checkSum(
  { report }: Subject,
  { total, parts, complete, name, rounded = false, slack = ZERO }: Sum,
): void {
  if (parts.length === 0) return;
  const sum = parts.reduce((so, part) => so.plus(part.value), ZERO);
  const excess = sum.minus(total.value);
  const tolerance = [total, ...parts].reduce((so, { half, coarseHalf }) => so.plus(rounded ? coarseHalf : half), slack);
  const beyond = excess.absolute().compare(tolerance) > 0;
  const exceeds = excess.compare(ZERO) > 0 && contradicts(total, parts);
  const differs = complete && [total, ...parts].every(isPlain);
  const [only, ...more] = parts;
  const what =
    only && more.length === 0 && !complete
      ? `${only.series} ${only.period} is`
      : `${name} of ${total.series} ${total.period} add up to`;
  const text = `${what} ${sum.shifted(-total.unit.scale).toString()}, the total is ${total.text} ${total.unit.id}`;
  if (beyond && (exceeds || differs)) {
    if (total.flag === "unverified") report.note("sum", `${text}.`);
    else report.problem(total.row, `value: ${text}`);
  } else if (complete && !beyond && !excess.isZero()) report.note("rounding", `${text}.`);
}

/** Whether parts above the total contradict it: not when the total is a lower bound or a part an upper one. */
function contradicts(total: Figure, parts: readonly Figure[]): boolean {
  return total.relation !== "at-least" && parts.every(({ relation }) => relation !== "at-most");
}

/** Neither a lower nor an upper bound. */
function isPlain({ relation }: Figure): boolean {
  return relation === "exact" || relation === "approximately";
}
