import type { Figure } from "../model/figures";
import { readDecimal } from "../model/seeds";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

export const corrections: Check = {
  guarantees:
    "Every correction has the row it withdraws, with the value it expects, and the row it adds; no printed figure is withdrawn without a correction.",
  run(subject) {
    const corrected = new Set<Row>();
    for (const row of subject.seeds.rows("corrections")) {
      const withdrawn = checkCorrection(subject, row);
      if (withdrawn) corrected.add(withdrawn);
    }
    for (const row of subject.seeds.rows("observations")) {
      if (row.get("withdrawn") !== "" && !corrected.has(row))
        subject.report.problem(row, "withdrawn: is not in corrections.csv");
    }
  },
};

/** The row that a correction withdraws, if it is there. */
function checkCorrection({ seeds, figures, report }: Subject, row: Row): Row | undefined {
  const release = seeds.ordinalOf(row.get("release"));
  const published = row.get("published");
  const vintages = figures
    .vintages(row.get("series"), row.get("period"))
    .filter((figure) => published === "" || figure.published === published);
  const withdrawn = vintages.find((figure) => figure.withdrawn === release);
  const standsIn = row.get("instead") || row.get("series");
  const candidates = row.get("instead") ? figures.vintages(standsIn, row.get("period")) : vintages;
  const added = candidates.find((figure) => figure.added === release && figure !== withdrawn);
  if (!withdrawn)
    report.problem(row, `no row of ${row.get("series")} ${row.get("period")} is withdrawn in ${row.get("release")}`);
  else checkValue(withdrawn, "expected");
  if (!added) report.problem(row, `no row of ${standsIn} ${row.get("period")} is added in ${row.get("release")}`);
  else checkValue(added, "corrected");
  return withdrawn?.row;

  function checkValue(figure: Figure, column: string): void {
    const [stated, there] = [readDecimal(row.get(column)), readDecimal(figure.text)];
    if (stated && there && stated.compare(there) !== 0) {
      report.problem(
        row,
        `${column}: ${row.get(column)} is not the value in ${figure.row.file} line ${figure.row.line}, ${figure.text}`,
      );
    }
  }
}
