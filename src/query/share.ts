import { evidence, type Answer, type Reader } from "./answer";
import type { Ask } from "./ask";
import { computedAnswer, resolve } from "./compute";
import { refuse } from "./refusal";

const FRACTION = "1";

/**
 * A part of a whole, as a fraction. The part is taken on the basis of the whole, so that sources never mix.
 * Refuses with the reason of the figure that is missing.
 */
export function share(reader: Reader, part: Ask, whole: Ask, period: string): Answer {
  const total = resolve(reader, whole, period);
  const found = resolve(reader, onBasisOf(part, total), period);
  return shareOf(found, total, part);
}

/** The same of two figures that are already there. */
export function shareOf(found: Answer, total: Answer, subject: Ask): Answer {
  if (total.value.isZero()) refuse("impossible", { subject, period: total.period, why: "zeroTotal" });
  return computedAnswer({ ...subject, transformation: "share" }, total.period, found.value.dividedBy(total.value), FRACTION, { operation: "share", terms: [found, total] });
}

/** A question on the one basis another answer stands on. */
export function onBasisOf(ask: Ask, other: Answer): Ask {
  const bases = new Set(evidence(other).map(({ series }) => series.basis));
  const [basis] = bases;
  return ask.series || ask.basis || bases.size !== 1 || !basis ? ask : { ...ask, basis };
}
