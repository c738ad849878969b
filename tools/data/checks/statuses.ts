import { frequencyOf, monthsSpanned } from "../../../src/dataset/period";
import type { Subject, Check } from "./check";

/** Indicators that are set in advance: a figure for a period to come is then no forecast. */
const SET_IN_ADVANCE = "quota";

export const statuses: Check = {
  guarantees: "A forecast looks ahead and a published figure does not; a revised base is said of comparisons only.",
  run(subject) {
    const { seeds, report } = subject;
    for (const row of seeds.rows("observations")) {
      const series = seeds.find("series", row.get("series"));
      if (!series) continue;
      if (row.get("flag") === "revised-base" && series.get("transformation") === "level") {
        report.problem(row, "flag: revised-base belongs to a comparison, and this is a level");
      }
    }
    for (const [figure] of subject.figures.all()) if (figure) checkTime(subject, figure.series, figure.period);
  },
};

function checkTime({ seeds, figures, report }: Subject, id: string, period: string): void {
  const family = seeds.find("codes-indicators", seeds.find("series", id)?.get("indicator") ?? "")?.get("family");
  if (!frequencyOf(period)) return;
  const { first, last } = monthsSpanned(period);
  for (const { row, known } of figures.vintages(id, period)) {
    const month = monthsSpanned(known.slice(0, 7)).first;
    const status = row.get("status");
    if (status === "F" && last < month)
      report.problem(row, `status: F is a forecast, and ${period} was over when it was published (${known})`);
    if ((status === "A" || status === "P") && family !== SET_IN_ADVANCE && first > month) {
      report.problem(
        row,
        `status: ${status} says it happened, and ${period} had not begun when it was published (${known}); a forecast is F`,
      );
    }
  }
}
