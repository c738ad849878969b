import { monthsOf } from "../../../src/dataset/period";
import { sibling } from "../model/series";
import type { Check } from "./check";
import { checkSum } from "./sums";

/** Frequencies whose periods consist of months. */
const LONGER = ["q", "s", "a", "c"];

export const months: Check = {
  guarantees: "The months of an additive series add up to its quarters, half-years, years and months so far; fewer months never exceed them.",
  run(subject) {
    const { seeds, figures } = subject;
    for (const series of seeds.rows("series")) {
      if (series.get("additive") !== "yes" || series.get("transformation") !== "level" || !LONGER.includes(series.get("freq"))) continue;
      const monthly = sibling(seeds, series, { freq: "m" });
      if (!monthly) continue;
      for (const period of figures.periods(series.get("id"))) {
        const total = figures.newest(series.get("id"), period, seeds.latest);
        const wanted = monthsOf(period);
        const parts = wanted.flatMap((month) => figures.newest(monthly.get("id"), month, seeds.latest) ?? []);
        if (total) checkSum(subject, { total, parts, complete: parts.length === wanted.length, name: "months" });
      }
    }
  },
};
