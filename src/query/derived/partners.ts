import { Decimal } from "../../dataset/decimal";
import { frequencyOf, yearsEarlier } from "../../dataset/period";
import type { Answer } from "../answer/answer";
import { askWith, ofWorld, type Ask } from "../answer/ask";
import type { Reader } from "../answer/candidates";
import { computedAnswer, eachBasis, resolve } from "../answer/compute";
import { orRefusal, orThrow, Refusal, refuse } from "../refusal";
import { byCountry } from "./concentration";
import { growth } from "./growth";
import { onBasisOf, share } from "./share";

/** One line of a ranking: a country, what the others have together, or the world. */
export interface Line {
  readonly kind: "country" | "others" | "discrepancy" | "world";
  /** The question of a country or the world; of the others that of the world. */
  readonly ask: Ask;
  readonly value: Answer | Refusal;
  readonly share: Answer | Refusal;
  readonly change: Answer | Refusal;
}

/** The largest partners of trade or producers, then all others together and the world, all on one basis. Refuses where no country has a figure. */
export function partners(reader: Reader, asked: Ask, period: string, most: number): Line[] {
  const ask = onOneBasis(reader, asked, period);
  const world = resolve(reader, ofWorld(reader.view.dataset, ask), period);
  const shown = byCountry(reader, ask, world).slice(0, most);
  if (shown.length === 0) refuse("noParts", { subject: world.ask, period, bases: basesByCountry(reader, ask, period) });
  const question = onBasisOf(world.ask, world);
  const lines = shown.map((part): Line => lineOf(reader, "country", part.ask, question, part));
  return [...lines, othersLine(reader, question, shown, world), lineOf(reader, "world", question, question, world)];
}

/** The first basis, where any will do, on which there is a world with its countries. */
function onOneBasis(reader: Reader, asked: Ask, period: string): Ask {
  const all = eachBasis(reader, asked);
  return all.find((ask) => isByCountry(reader, ask, period)) ?? all[0]!;
}

function isByCountry(reader: Reader, ask: Ask, period: string): boolean {
  const world = orRefusal(() => resolve(reader, ofWorld(reader.view.dataset, ask), period));
  return !(world instanceof Refusal) && byCountry(reader, ask, world).length > 0;
}

/** The bases on which there is a world with its countries. */
function basesByCountry(reader: Reader, ask: Ask, period: string): string[] {
  const series = reader.view.catalogue.seriesOf(ask.indicator).filter(({ item }) => item === ask.item);
  const bases = [...new Set(series.map(({ basis }) => basis))];
  return bases.filter((basis) => isByCountry(reader, askWith(ask, "basis", basis), period));
}

function lineOf(reader: Reader, kind: Line["kind"], ask: Ask, world: Ask, value: Answer): Line {
  return {
    kind,
    ask,
    value,
    share: orRefusal(() => share(reader, ask, world, value.period)),
    change: orRefusal(() => orThrow(growth(reader, ask, value.period)).answer),
  };
}

/** What the world has besides the countries shown. Less than nothing is a discrepancy of the source. */
function othersLine(reader: Reader, ask: Ask, shown: readonly Answer[], world: Answer): Line {
  const rest = restOf(ask, world, shown);
  return {
    kind: rest.value.coefficient < 0n ? "discrepancy" : "others",
    ask,
    value: rest,
    share: orRefusal(() => quotient(ask, rest, world)),
    change: orRefusal(() => {
      const before = frequencyOf(world.period) === "p" ? world.period : yearsEarlier(world.period);
      const earlier = shown.map((part) => resolve(reader, onBasisOf(part.ask, world), before));
      const change = quotient(ask, rest, restOf(ask, resolve(reader, ask, before), earlier));
      return { ...change, value: change.value.minus(Decimal.fromInteger(1)) };
    }),
  };
}

function restOf(ask: Ask, world: Answer, parts: readonly Answer[]): Answer {
  const value = parts.reduce((rest, part) => rest.minus(part.value), world.value);
  return computedAnswer(ask, world.period, value, world.unit, { operation: "difference", terms: [world, ...parts] });
}

function quotient(ask: Ask, part: Answer, whole: Answer): Answer {
  if (whole.value.isZero()) refuse("impossible", { subject: ask, period: part.period, why: "zeroTotal" });
  const value = part.value.dividedBy(whole.value);
  return computedAnswer(ask, part.period, value, "1", { operation: "share", terms: [part, whole] });
}
