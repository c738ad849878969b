import type { Decimal } from "../../dataset/decimal";
import { findAnswer, type Answer } from "../answer/answer";
import { completeAsk, type Ask } from "../answer/ask";
import type { Reader } from "../answer/candidates";
import type { Unit, Units } from "./units";
import type { View } from "../../dataset/view";
import { Ratio } from "../ratio";
import { refuse } from "../refusal";

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

const EXCHANGE_RATE = "exchange-rate";

/** Rates are kept against this currency. */
const PIVOT = "USD";

/** How an amount becomes one of another currency, and the average rates of its period behind it. */
interface Exchange {
  readonly ratio: Ratio;
  readonly rates: readonly Answer[];
}

/** The currency of a kind of unit, such as `money:USD` or `price:USD/mass`; undefined for what is no money. */
function currencyOf(kind: string): string | undefined {
  return /^(?:money|price):([A-Z]{3})\b/.exec(kind)?.[1];
}

/** Whether two kinds of unit differ in nothing but their currency. */
function differInCurrency(kind: string, other: string): boolean {
  const [from, to] = [currencyOf(kind), currencyOf(other)];
  return from !== undefined && to !== undefined && from !== to && kind.replace(from, to) === other;
}

/** The exchange of a figure into another currency at the average rate of the figure's own period. Refuses when a rate is not held. */
function exchange(reader: Reader, found: Answer, to: string): Exchange {
  const from = currencyOf(reader.units.get(found.unit).kind)!;
  const [given, wanted] = [from, to].map((currency) => rateOf(reader, found, currency));
  const ratio = new Ratio(wanted?.value ?? Ratio.parse("").numerator, given?.value);
  return { ratio, rates: [given, wanted].filter((rate) => rate !== undefined) };
}

/** So many of a currency for one of the pivot; undefined for the pivot itself. */
function rateOf(reader: Reader, { ask, period }: Answer, currency: string): Answer | undefined {
  if (currency === PIVOT) return undefined;
  const item = rateItem(reader.view, currency);
  const rate = item && findAnswer(reader, completeAsk(reader.view, { indicator: EXCHANGE_RATE, item }), period);
  return rate || refuse("noRate", { subject: ask, period, currency });
}

/** The item that is the rate of a currency: the one that is counted in so many of it for one of the pivot. */
function rateItem({ catalogue }: View, currency: string): string | undefined {
  return catalogue.seriesOf(EXCHANGE_RATE).find(({ unit }) => unit === `${currency}/${PIVOT}`)?.item;
}
