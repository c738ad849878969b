import { Decimal } from "../../../src/dataset/decimal";
import { monthsOf } from "../../../src/dataset/period";
import type { Figure } from "../model/figures";
import { sibling } from "../model/series";
import type { Check } from "./check";
import { checkSum } from "./sums";

/** How far the rounding of a rate printed without decimals may move the level it implies, as a share of it. */
const RATE_ROUNDING = Decimal.parse("0.005");

/** How far the final print may move a month that was printed as provisional, as a share of it. */
const REVISION = Decimal.parse("0.01");

/** Frequencies whose periods consist of months. */
const LONGER = ["q", "s", "a", "c"];

export const months: Check = {
  guarantees:
    "The months of an additive series add up to its quarters, half-years, years and months so far; fewer months never exceed them. A month that was not printed counts with the level that a printed rate implies; a provisional month may be revised by one percent.",
  run(subject) {
    const { seeds, figures } = subject;
    for (const series of seeds.rows("series")) {
      if (series.get("transformation") !== "level" || !LONGER.includes(series.get("freq"))) continue;
      const monthly = sibling(seeds, series, { freq: "m" });
      if (monthly?.get("additive") !== "yes") continue;
      const impliedId = sibling(seeds, monthly, { transformation: "implied" })?.get("id") ?? "";
      for (const period of figures.periods(series.get("id"))) {
        const total = figures.newest(series.get("id"), period, seeds.latest);
        const wanted = monthsOf(period);
        const newest = (id: string, month: string) => figures.newest(id, month, seeds.latest);
        const parts = wanted.flatMap((month) => newest(monthly.get("id"), month) ?? newest(impliedId, month) ?? []);
        const slack = parts
          .map((part) => part.value.times(uncertainty(part, impliedId)))
          .reduce((so, one) => so.plus(one), Decimal.fromInteger(0));
        if (total) checkSum(subject, { total, parts, complete: parts.length === wanted.length, name: "months", slack });
      }
    }
  },
};

/** How uncertain a month is beyond the rounding of its print, as a share of it. */
function uncertainty({ series, status }: Figure, impliedId: string): Decimal {
  if (series === impliedId) return RATE_ROUNDING;
  return status === "P" ? REVISION : Decimal.fromInteger(0);
}
