import type { Figure } from "../model/figures";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";
import { apart, JUMP, timesApart } from "./jumps";

export const overlaps: Check = {
  guarantees: `Every figure that one statistical programme prints more than ${JUMP} times as large as another of the same body is in docs/data-notes.md.`,
  run(subject) {
    for (const series of bySubject(subject).values()) {
      series.forEach((one, i) => {
        for (const other of series.slice(i + 1)) compare(subject, one, other);
      });
    }
  },
};

/** Series of one body that differ in the programme only: bases such as usgs-myb and usgs-compiled. */
function bySubject({ seeds }: Subject): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const series of seeds.rows("series")) {
    const basis = series.get("basis");
    const key = series
      .get("id")
      .split(".")
      .map((element) => (element === basis ? basis.split("-")[0] : element))
      .join(".");
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return groups;
}

function compare({ seeds, figures, report }: Subject, one: Row, other: Row): void {
  for (const period of figures.periods(one.get("id"))) {
    const a = figures.newest(one.get("id"), period, seeds.latest);
    const b = figures.newest(other.get("id"), period, seeds.latest);
    if (a && b && apart(a, b))
      report.note("programme", `${printed(a)} and ${printed(b)}, ${timesApart(a, b)} times apart.`);
  }
}

function printed({ series, period, text, unit }: Figure): string {
  return `${series} ${period}: ${text} ${unit.id}`;
}
