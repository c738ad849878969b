import { Decimal } from "../../../src/dataset/decimal";
import { monthsOf } from "../../../src/dataset/period";
import { sibling } from "../model/series";
import type { Check } from "./check";
import { checkSum } from "./sums";

/** How far the rounding of a rate printed without decimals may move the level it implies, as a share of it. */
const RATE_ROUNDING = Decimal.parse("0.005");

/** Frequencies whose periods consist of months. */
const LONGER = ["q", "s", "a", "c"];

export const months: Check = {
  guarantees:
    "The months of an additive series add up to its quarters, half-years, years and months so far; fewer months never exceed them. A month that was not printed counts with the level that a printed rate implies.",
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
          .filter((part) => part.series === impliedId)
          .reduce((so, part) => so.plus(part.value.times(RATE_ROUNDING)), Decimal.fromInteger(0));
        if (total) checkSum(subject, { total, parts, complete: parts.length === wanted.length, name: "months", slack });
      }
    }
  },
};
