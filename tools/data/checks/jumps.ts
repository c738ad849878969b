import { Decimal } from "../../../src/dataset/decimal";
import type { Figure } from "../model/figures";

/** How many times as large as another print of it a figure has to be for a reader to be told. */
export const JUMP = "2.5";

const TIMES = Decimal.parse(JUMP);

/** Whether two prints of one figure are so far apart that one of them may be a misprint. */
export function apart(a: Figure, b: Figure): boolean {
  const [less, more] = ordered(a, b);
  return !less.isZero() && more.compare(less.times(TIMES)) > 0;
}

/** How many times the larger is the smaller, to one decimal. */
export function timesApart(a: Figure, b: Figure): string {
  const [less, more] = ordered(a, b);
  return (more.toNumber() / less.toNumber()).toFixed(1);
}

function ordered(a: Figure, b: Figure): [Decimal, Decimal] {
  return a.value.compare(b.value) <= 0 ? [a.value, b.value] : [b.value, a.value];
}
