import { Decimal } from "../../../src/dataset/decimal";
import type { Figure } from "../model/figures";
import type { Subject } from "./check";

/** A total, the parts of it that there are, and whether those are all. */
export interface Sum {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly complete: boolean;
  /** What the parts are, as a plural: "batches". */
  readonly name: string;
  /** Whether such figures are customarily printed rounded, so that trailing zeros are no digits. */
  readonly rounded?: boolean;
  /** Whether a part is itself only implied, so that a difference is worth a note but no refusal. */
  readonly implied?: boolean;
}

/**
 * Reports parts that exceed their total, and complete parts that do not add up to it, beyond what rounding explains:
 * half of the last printed digit of each. Becomes a note when rounding explains it, when a part is only implied, or when
 * the total is flagged `unverified`: then the source itself does not add up.
 */
export function checkSum({ report }: Subject, { total, parts, complete, name, rounded = false, implied = false }: Sum): void {
  if (parts.length === 0) return;
  const sum = parts.reduce((so, part) => so.plus(part.value), Decimal.fromInteger(0));
  const excess = sum.minus(total.value);
  const tolerance = [total, ...parts].reduce((so, { half, coarseHalf }) => so.plus(rounded ? coarseHalf : half), Decimal.fromInteger(0));
  const beyond = excess.absolute().compare(tolerance) > 0;
  const exceeds = excess.compare(Decimal.fromInteger(0)) > 0 && contradicts(total, parts);
  const differs = complete && [total, ...parts].every(isPlain);
  const text = `${name} of ${total.series} ${total.period} add up to ${shown(sum, total)}, the total is ${total.text} ${total.unit.id}`;
  if (beyond && (exceeds || differs)) {
    if (implied || total.flag === "unverified") report.note("sum", `The ${text}.`);
    else report.problem(total.row, `value: the ${text}`);
  } else if (complete && !beyond && !excess.isZero()) report.note("rounding", `The ${text}.`);
}

/** Whether parts above the total contradict it: not when the total is a lower bound or a part an upper one. */
function contradicts(total: Figure, parts: readonly Figure[]): boolean {
  return total.relation !== "at-least" && parts.every(({ relation }) => relation !== "at-most");
}

/** Neither a lower nor an upper bound. */
function isPlain({ relation }: Figure): boolean {
  return relation === "exact" || relation === "approximately";
}

/** A value in base units as text in the unit of a figure. */
function shown(value: Decimal, { unit }: Figure): string {
  return value.shifted(-unit.scale).toString();
}
