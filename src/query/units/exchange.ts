import type { View } from "../../dataset/view";
import { findAnswer, type Answer } from "../answer/answer";
import { completeAsk } from "../answer/ask";
import type { Reader } from "../answer/candidates";
import { Ratio } from "../ratio";
import { refuse } from "../refusal";

const EXCHANGE_RATE = "exchange-rate";

/** Rates are kept against this currency. */
const PIVOT = "USD";

/** How an amount becomes one of another currency, and the average rates of its period behind it. */
export interface Exchange {
  readonly ratio: Ratio;
  readonly rates: readonly Answer[];
}

/** The currency of a kind of unit, such as `money:USD` or `price:USD/mass`; undefined for what is no money. */
export function currencyOf(kind: string): string | undefined {
  return /^(?:money|price):([A-Z]{3})\b/.exec(kind)?.[1];
}

/** Whether two kinds of unit differ in nothing but their currency. */
export function differInCurrency(kind: string, other: string): boolean {
  const [from, to] = [currencyOf(kind), currencyOf(other)];
  return from !== undefined && to !== undefined && from !== to && kind.replace(from, to) === other;
}

/** The exchange of a figure into another currency at the average rate of the figure's own period. Refuses when a rate is not held. */
export function exchange(reader: Reader, found: Answer, to: string): Exchange {
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
