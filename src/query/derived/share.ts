import { observationKey } from "../../dataset/records";
import { evidence, type Answer } from "../answer/answer";
import type { Reader } from "../answer/candidates";
import { ANY_BASIS, askWith, type Ask } from "../answer/ask";
import { computedAnswer, eachBasis, findResolved, resolved } from "../answer/compute";
import { Refusal, refuse } from "../refusal";

const FRACTION = "1";

/**
 * A part of a whole, as a fraction. The part is taken on the basis of the whole, so that sources never mix.
 * Without one of the figures it is the reason why that is missing.
 */
export function share(reader: Reader, part: Ask, whole: Ask, period: string): Answer | Refusal {
  // Where any basis will do, the first that has both.
  const bases = eachBasis(reader, whole).filter(
    (one) =>
      whole.basis === ANY_BASIS &&
      findResolved(reader, one, period) &&
      findResolved(reader, askWith(part, "basis", one.basis), period),
  );
  const total = resolved(reader, bases[0] ?? whole, period);
  if (total instanceof Refusal) return total;
  const found = resolved(reader, onBasisOf(part, total), period);
  if (found instanceof Refusal) return found;
  if (total.value.isZero()) refuse("impossible", { subject: whole, period, why: "zeroTotal" });
  return computedAnswer(
    askWith(part, "transformation", "share"),
    period,
    found.value.dividedBy(total.value),
    FRACTION,
    {
      operation: "share",
      terms: [found, total],
    },
  );
}

/** A question on the one basis another answer stands on. */
export function onBasisOf(ask: Ask, other: Answer): Ask {
  const [basis, ...more] = new Set(evidence(other).map(({ series }) => series.basis));
  const isNamed = ask.basis !== undefined && ask.basis !== ANY_BASIS;
  return ask.series || isNamed || !basis || more.length > 0 ? ask : askWith(ask, "basis", basis);
}

/** The share of a total in itself is one, however well the total is known. */
export function isOfItself({ arithmetic }: Answer): boolean {
  const [part, whole] = arithmetic!.terms.map(({ observation }) => observation && observationKey(observation));
  return arithmetic!.operation === "share" && part !== undefined && part === whole;
}
