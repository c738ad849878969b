import { Decimal } from "../../dataset/decimal";
import { frequencyOf } from "../../dataset/period";
import { findAnswer, type Answer } from "../answer/answer";
import { ofWorld, sideOf, type Ask, type Side } from "../answer/ask";
import type { Reader } from "../answer/candidates";
import { computedAnswer, resolve } from "../answer/compute";
import { refuse } from "../refusal";
import { onBasisOf } from "./share";

/** Percentages squared add up to this when one country has everything. */
const FULL = Decimal.fromInteger(10_000);

/** Code of the countries that a source does not list one by one. */
export const REST = "rest";

/** Areas that are no country of their own. */
const AGGREGATE = "aggregate";

/**
 * Herfindahl–Hirschman index of a world total by reporting country, from 0 to 10,000. Countries that are not listed one
 * by one add nothing, so it is a lower bound. The terms are the countries, then the world.
 * Refuses with the reason when there is no world total.
 */
export function concentration(reader: Reader, ask: Ask, period: string): Answer {
  const world = resolve(reader, ofWorld(reader.view.dataset, ask), period);
  if (world.value.isZero()) refuse("impossible", { subject: ask, period, why: "zeroTotal" });
  const parts = byCountry(reader, ask, world);
  const squares = parts.reduce((sum, part) => sum.plus(part.value.times(part.value)), Decimal.fromInteger(0));
  const value = squares.times(FULL).dividedBy(world.value.times(world.value));
  return computedAnswer(world.ask, period, value, "1", { operation: "concentration", terms: [...parts, world] });
}

/**
 * The figure of every country in a world total, largest first: of the reporting countries, or of the partners in trade.
 * Areas such as the world or the other countries are left out.
 */
export function byCountry(reader: Reader, ask: Ask, world: Answer): Answer[] {
  const { dataset, catalogue } = reader.view;
  const side = sideOf(dataset, ask.indicator);
  const areas = dataset.codes("areas");
  const question = onBasisOf(ask, world);
  const ofItem = catalogue
    .seriesOf(ask.indicator)
    .filter((series) => series.item === ask.item && series.freq === frequencyOf(world.period));
  const codes = [...new Set(ofItem.map((series) => series[side]))].filter(
    (area) => areas.get(area)?.["kind"] !== AGGREGATE,
  );
  return codes
    .flatMap((area) => findAnswer(reader, { ...question, [side]: area }, world.period) ?? [])
    .filter((part) => isPartOf(part, world, side))
    .sort((a, b) => b.value.compare(a.value) || (a.ask[side] < b.ask[side] ? -1 : 1));
}

/** What a world total has besides some countries: the other countries one by one, and those the source lists together. */
export function besides(reader: Reader, ask: Ask, world: Answer, shown: readonly string[]): Answer[] {
  const side = sideOf(reader.view.dataset, ask.indicator);
  const rest = findAnswer(reader, { ...onBasisOf(ask, world), [side]: REST }, world.period);
  const countries = byCountry(reader, ask, world).filter((country) => !shown.includes(country.ask[side]));
  return rest && isPartOf(rest, world, side) ? [...countries, rest] : countries;
}

/**
 * A country that a newer edition no longer lists is among the other countries there: its older figure is no part of the
 * newer total. Partners in trade are printed one by one, each where it is printed.
 */
function isPartOf(part: Answer, total: Answer, side: Side): boolean {
  return side === "partner" || part.observation?.source === total.observation?.source;
}
