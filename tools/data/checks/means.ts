import { Decimal } from "../../../src/dataset/decimal";
import { monthsOf } from "../../../src/dataset/period";
import type { Figure } from "../model/figures";
import { sibling } from "../model/series";
import type { Check } from "./check";

/** How far an annual average may be from the mean of its months, as a share of it. */
const SLACK = Decimal.parse("0.005");

const MONTHS = 12;

export const means: Check = {
  guarantees:
    "The annual average of a price or exchange rate is the mean of its twelve months, within half a percent: days are weighted otherwise, and months are rounded.",
  run({ seeds, figures, report }) {
    for (const series of seeds.rows("series")) {
      if (series.get("freq") !== "a" || series.get("additive") === "yes") continue;
      const monthly = sibling(seeds, series, { freq: "m" });
      if (!monthly || monthly.get("lineage") !== series.get("lineage")) continue;
      for (const period of figures.periods(series.get("id"))) {
        const year = figures.newest(series.get("id"), period, seeds.latest);
        const months = monthsOf(period).flatMap(
          (month) => figures.newest(monthly.get("id"), month, seeds.latest) ?? [],
        );
        if (year && months.length === MONTHS && !isMean(year, months))
          report.problem(
            year.row,
            `value: ${year.series} ${period} is ${year.value}, its months are ${meanOf(months).rounded(4)} on average`,
          );
      }
    }
  },
};

function meanOf(months: readonly Figure[]): Decimal {
  const sum = months.reduce((so, { value }) => so.plus(value), Decimal.fromInteger(0));
  return sum.dividedBy(Decimal.fromInteger(months.length));
}

function isMean(year: Figure, months: readonly Figure[]): boolean {
  const apart = year.value.minus(meanOf(months)).absolute();
  return apart.compare(year.value.absolute().times(SLACK).plus(year.half)) <= 0;
}
