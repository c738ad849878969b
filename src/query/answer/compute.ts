import type { Decimal } from "../../dataset/decimal";
import { rememberingOf } from "../../dataset/remembering";
import { evidence, findAnswer, type Answer, type Arithmetic } from "./answer";
import { isAdded, type Reader } from "./candidates";
import { ANY_BASIS, askWith, usualBasis, type Ask } from "./ask";
import { orThrow, Refusal, refuse } from "../refusal";
import { notYetKnown, unanswered } from "./unanswered";

/**
 * The figure for a question: the dataset's own, else computed from figures on the same basis
 * (a balance from exports and imports, a unit value from value and weight). Refuses with the reason of what is missing.
 */
export function resolve(reader: Reader, ask: Ask, period: string): Answer {
  return orThrow(resolved(reader, ask, period));
}

/** The same with the reason given where `resolve` throws it. */
export function resolved(reader: Reader, ask: Ask, period: string): Answer | Refusal {
  const found = findResolved(reader, ask, period);
  if (found) return found;
  // What will be printed as such is not missing for want of its parts.
  return notYetKnown(reader, ask, period) ?? computed(reader, ask, period) ?? unanswered(reader, ask, period);
}

/** Like `resolve`, but undefined instead of a refusal. What an organisation added gives way to all that is ours, computed or on another basis. */
export function findResolved(reader: Reader, ask: Ask, period: string): Answer | undefined {
  if (ask.basis !== ANY_BASIS || ask.series) return findOnBasis(reader, ask, period);
  let added: Answer | undefined;
  for (const one of eachBasis(reader, ask)) {
    const found = findOnBasis(reader, one, period);
    if (found && !restsOnAdded(found)) return found;
    added ??= found;
  }
  return added;
}

function findOnBasis(reader: Reader, ask: Ask, period: string): Answer | undefined {
  const own = findAnswer(reader, ask, period);
  if (own && !restsOnAdded(own)) return own;
  const made = findComputed(reader, ask, period);
  return made && (!own || !restsOnAdded(made)) ? made : own;
}

function restsOnAdded(found: Answer): boolean {
  return found.observation ? isAdded(found.observation.series) : evidence(found).some(({ series }) => isAdded(series));
}

/** The question on each basis that may answer it: on the one named, or where any will do the usual one and then the others. */
export function eachBasis({ view }: Reader, ask: Ask): Ask[] {
  if (ask.basis !== ANY_BASIS || ask.series) return [ask];
  const usual = usualBasis(view.dataset, ask);
  if (!usual) return [askWith(ask, "basis", undefined)];
  const indicators = new Set([ask, ...(partsOf(ask) ?? [])].map(({ indicator }) => indicator));
  const held = [...indicators]
    .flatMap((indicator) => view.catalogue.seriesOfMetal(indicator, ask.item))
    .filter(({ rank, item }) => rank !== undefined && item === ask.item);
  return [...new Set([usual, ...held.map(({ basis }) => basis)])].map((basis) => askWith(ask, "basis", basis));
}

function findComputed(reader: Reader, ask: Ask, period: string): Answer | undefined {
  const parts = ask.series ? undefined : partsOf(ask)?.map((part) => findAnswer(reader, part, period));
  return parts?.every((part) => part !== undefined && sameBasis(part, parts[0]))
    ? combine(ask, period, parts as [Answer, Answer])
    : undefined;
}

/** The figure put together from its two parts, or why one of them is missing. */
function computed(reader: Reader, ask: Ask, period: string): Answer | Refusal | undefined {
  const parts = ask.series ? undefined : partsOf(ask);
  if (!parts) return undefined;
  const [first, second] = parts.map((part) => findAnswer(reader, part, period) ?? unanswered(reader, part, period));
  if (first instanceof Refusal) return first;
  if (second instanceof Refusal) return second;
  return sameBasis(first, second) ? combine(ask, period, [first!, second!]) : undefined;
}

/** The two figures a question can be computed from. */
export function partsOf(ask: Ask): readonly [Ask, Ask] | undefined {
  const isUnitValue = ask.measure === "unit-value";
  const isOfTwo = ask.transformation === "level" && isUnitValue === (ask.indicator !== "balance");
  return isOfTwo ? bothOf(ask) : undefined;
}

const bothOf = rememberingOf((ask: Ask): readonly [Ask, Ask] =>
  ask.indicator === "balance"
    ? [askWith(ask, "indicator", "exports"), askWith(ask, "indicator", "imports")]
    : [askWith(ask, "measure", "value"), askWith(ask, "measure", "weight")],
);

/** The figure of a question from its two parts. */
export function combine(ask: Ask, period: string, terms: [Answer, Answer]): Answer {
  if (ask.indicator === "balance")
    return computedAnswer(ask, period, terms[0].value.minus(terms[1].value), terms[0].unit, {
      operation: "difference",
      terms,
    });
  if (terms[1].value.isZero()) refuse("impossible", { subject: ask, period, why: "zeroTotal" });
  return computedAnswer(ask, period, terms[0].value.dividedBy(terms[1].value), "USD/t", {
    operation: "quotient",
    terms,
  });
}

export function computedAnswer(ask: Ask, period: string, value: Decimal, unit: string, arithmetic: Arithmetic): Answer {
  return { ask, period, value, unit, observation: undefined, arithmetic };
}

/** Figures of different bases are never put together. */
export function sameBasis(a: Answer | undefined, b: Answer | undefined): boolean {
  return a !== undefined && b !== undefined && basesOf(a) === basesOf(b);
}

function basesOf(found: Answer): string {
  return [...new Set(evidence(found).map(({ series }) => series.basis))].sort().join();
}
