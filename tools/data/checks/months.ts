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
      for (const total of figures.newestOf(series)) {
        const wanted = monthsOf(total.period);
        const parts = wanted.flatMap(
          (month) => figures.newest(monthly.get("id"), month) ?? figures.newest(impliedId, month) ?? [],
        );
        const slack = parts
          .map((part) => part.value.times(uncertainty(part, impliedId)))
          .reduce((so, one) => so.plus(one), Decimal.fromInteger(0));
        checkSum(subject, { total, parts, complete: parts.length === wanted.length, name: "months", slack });
      }
    }
  },
};

/** How uncertain a month is beyond the rounding of its print, as a share of it. */
function uncertainty({ series, status }: Figure, impliedId: string): Decimal {
  if (series === impliedId) return RATE_ROUNDING;
  return status === "P" ? REVISION : Decimal.fromInteger(0);
}

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
      for (const year of figures.newestOf(series)) {
        const months = monthsOf(year.period).flatMap((month) => figures.newest(monthly.get("id"), month) ?? []);
        if (months.length === MONTHS && !isMean(year, months))
          report.problem(
            year.row,
            `value: ${year.series} ${year.period} is ${year.value}, its months are ${meanOf(months).rounded(4)} on average`,
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
