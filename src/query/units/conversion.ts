import type { Decimal } from "../../dataset/decimal";
import type { Answer } from "../answer/answer";
import type { Ask } from "../answer/ask";
import type { Reader } from "../answer/candidates";
import { currencyOf, differInCurrency, exchange, type Exchange } from "./exchange";
import type { Unit, Units } from "./units";

/** A figure in another unit, and what it took besides powers of ten. */
export interface Conversion {
  readonly value: Decimal;
  readonly exchange?: Exchange;
  /** What the figure is counted in and what it is counted in now. */
  readonly contents?: readonly [from: string, to: string];
}

/** Whether figures that answer a question in a base unit can be given in a unit, if only at some exchange rate. */
export function convertible({ units }: { readonly units: Units }, ask: Ask, unit: Unit, base: string): boolean {
  const own = units.get(base);
  return differInCurrency(own.kind, unit.kind) || units.fits(unit, base, units.contents.of(ask, own.content));
}

/** A figure in a unit that fits it. Refuses when it takes an exchange rate that is not held. */
export function conversion(reader: Reader, found: Answer, unit: Unit): Conversion {
  const { units } = reader;
  const own = units.get(found.unit);
  const content = units.contents.of(found.ask, own.content);
  const value = units.convert(found.value, found.unit, unit, content);
  if (differInCurrency(own.kind, unit.kind)) {
    const exchanged = exchange(reader, found, currencyOf(unit.kind)!);
    return { value: exchanged.ratio.of(value), exchange: exchanged };
  }
  return unit.content && content && content !== unit.content ? { value, contents: [content, unit.content] } : { value };
}
