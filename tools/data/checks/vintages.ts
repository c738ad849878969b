import { datesOf } from "../model/dating";
import { areEditions, type Figure } from "../model/figures";
import type { Check, Subject } from "./check";

export const vintages: Check = {
  guarantees:
    "A figure is identified by series, period, publication date and the data release that added it, and no data release sees two figures known from the same day, unless they are from undated editions, whose ids tell their order; nor two versions of an event.",
  run(subject) {
    const { figures, report } = subject;
    for (const group of figures.all()) {
      group.forEach((figure, i) => {
        const earlier = group
          .slice(0, i)
          .find((other) => sameKey(figure, other) || (clash(figure, other) && !areEditions(figure, other)));
        if (!earlier) return;
        const [first, second] = inFileOrder(earlier, figure);
        report.problem(
          second.row,
          `${figure.series} ${figure.period} known from ${figure.known} is also in ${first.row.file} line ${first.row.line}`,
        );
      });
    }
    checkEvents(subject);
  },
};

/** An event that is changed later has another version with the same id. */
function checkEvents({ seeds, report }: Subject): void {
  const versions = new Map<string, Version[]>();
  for (const row of seeds.rows("events")) {
    const known = datesOf(seeds, row)?.known ?? "";
    const version = {
      row,
      known,
      added: seeds.ordinalOf(row.get("added")) ?? 0,
      withdrawn: seeds.ordinalOf(row.get("withdrawn")) ?? Infinity,
    };
    const others = versions.get(row.get("id")) ?? [];
    const other = others.find((earlier) => clash(earlier, version));
    if (other)
      report.problem(row, `${row.get("id")} known from ${known} is also in ${other.row.file} line ${other.row.line}`);
    versions.set(row.get("id"), [...others, version]);
  }
}

type Version = Pick<Figure, "row" | "known" | "added" | "withdrawn">;

function sameKey(a: Figure, b: Figure): boolean {
  return a.published === b.published && a.published !== "" && a.added === b.added;
}

/** Two rows that one data release sees with the same day: it could not say which is newer. */
function clash(a: Version, b: Version): boolean {
  return a.known === b.known && a.added < b.withdrawn && b.added < a.withdrawn;
}

function inFileOrder(a: Figure, b: Figure): readonly [Figure, Figure] {
  const later = a.row.file === b.row.file ? a.row.line > b.row.line : a.row.file > b.row.file;
  return later ? [b, a] : [a, b];
}
