import { ADDED_RANK } from "../../../src/dataset/overlay";
import { elementsOf } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** The basis of what this project estimates itself. */
const OWN_ESTIMATE = "estimate";

/** From this rank on stand levels that a printed rate implies, behind everything published. */
const IMPLIED = 50;

export const ranks: Check = {
  guarantees:
    "Which series answers is never left open: those that answer one question have different ranks, what a rate implies comes after what is published, and our own estimates have no rank.",
  run(subject) {
    const byQuestion = new Map<string, Row[]>();
    for (const series of subject.seeds.rows("series")) {
      const rank = series.get("rank");
      if (rank === "") continue;
      checkBand(subject, series);
      const question = `${questionOf(series)} ${rank}`;
      const others = byQuestion.get(question) ?? [];
      const other = others.find((earlier) => overlap(subject, earlier, series));
      if (other)
        subject.report.problem(
          series,
          `rank: ${rank} is also that of ${other.get("id")}, which answers the same question`,
        );
      byQuestion.set(question, [...others, series]);
    }
  },
};

function checkBand({ seeds, report }: Subject, series: Row): void {
  if (series.get("basis") === OWN_ESTIMATE)
    report.problem(series, "rank: is filled, and our own estimates answer only when asked for");
  // Those of an organisation are in a band of their own.
  if (seeds.isAdded(series)) return;
  if (Number(series.get("rank")) >= ADDED_RANK)
    report.problem(series, `rank: ${ADDED_RANK} and more are for what organisations add`);
  const implied = series.get("transformation") === "implied";
  if (implied !== Number(series.get("rank")) >= IMPLIED)
    report.problem(
      series,
      `rank: ${implied ? "a level that a rate implies has" : "only a level that a rate implies has"} ${IMPLIED} or more`,
    );
}

/** Everything that tells one question from another: who counts does not. */
function questionOf(series: Row): string {
  const elements = elementsOf(series);
  const asked = {
    ...elements,
    basis: "",
    transformation: elements.transformation === "implied" ? "level" : elements.transformation,
  };
  return Object.values(asked).join(".");
}

function overlap({ seeds }: Subject, a: Row, b: Row): boolean {
  const from = (row: Row) => seeds.ordinalOf(row.get("added")) ?? 0;
  const until = (row: Row) => seeds.ordinalOf(row.get("withdrawn")) ?? Infinity;
  return from(a) < until(b) && from(b) < until(a);
}
