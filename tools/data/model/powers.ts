import { Decimal } from "../../../src/dataset/decimal";

/** Significant digits of a root: as many as a quotient keeps. */
const ROOT_DIGITS = 34;

/** A number to a whole power; a negative power is the quotient 1 / base^n. Throws RangeError for 0 to a negative power. */
export function power(base: Decimal, exponent: number): Decimal {
  const one = Decimal.fromInteger(1);
  let result = one;
  for (let i = 0; i < Math.abs(exponent); i++) result = result.times(base);
  return exponent < 0 ? one.dividedBy(result) : result;
}

/** The positive root of a number that is not negative, to 34 significant digits, cut off. Throws RangeError for a negative number or the root of degree 0. */
export function root(value: Decimal, degree: number): Decimal {
  if (degree < 1) throw new RangeError("a root has a degree of at least 1");
  if (value.coefficient < 0n) throw new RangeError("a negative number has no root here");
  if (value.isZero()) return value;
  const missing = Math.max(0, ROOT_DIGITS * degree - value.coefficient.toString().length);
  const extra = missing + modulo(-(value.scale + missing), degree);
  const radicand = value.coefficient * 10n ** BigInt(extra);
  return Decimal.fromInteger(integerRoot(radicand, BigInt(degree))).shifted(-(value.scale + extra) / degree);
}

/** Newton's iteration from above: it falls until it reaches the whole part of the root. */
function integerRoot(value: bigint, degree: bigint): bigint {
  let estimate = 1n << BigInt(Math.ceil(value.toString(2).length / Number(degree)));
  for (;;) {
    const next = ((degree - 1n) * estimate + value / estimate ** (degree - 1n)) / degree;
    if (next >= estimate) return estimate;
    estimate = next;
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
