import { compareTexts } from "../problem";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** SDMX status of the first figure after a break. */
const BREAK = "B";

export const editions: Check = {
  guarantees:
    "A series runs through editions of the Harmonized System only where the code kept its content: where it did not (breaks.csv), the first figure after the change is marked as a break.",
  run(subject) {
    for (const change of subject.seeds.rows("breaks")) {
      for (const series of subject.seeds.rows("series")) {
        if (series.get("definition") === change.get("definition") && series.get("transformation") === "level")
          checkSeries(subject, series, change.get("from"));
      }
    }
  },
};

function checkSeries({ seeds, figures, report }: Subject, series: Row, from: string): void {
  const periods = [...figures.periods(series.get("id"))].sort(compareTexts);
  const first = periods.find((period) => period >= from);
  if (first === undefined || first === periods[0]) return;
  const figure = figures.newest(series.get("id"), first, seeds.latest);
  if (figure && figure.status !== BREAK)
    report.problem(figure.row, `status: ${series.get("id")} changes its content at ${from}; this figure is a break, B`);
}
