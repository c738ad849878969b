import type { Figure } from "../model/figures";
import type { Check } from "./check";

export const vintages: Check = {
  guarantees: "A figure is identified by series, period, publication date and the data release that added it, and no data release sees two figures known from the same day.",
  run({ figures, report }) {
    for (const group of figures.all()) {
      group.forEach((figure, i) => {
        const earlier = group.slice(0, i).find((other) => sameKey(figure, other) || clash(figure, other));
        if (!earlier) return;
        const [first, second] = inFileOrder(earlier, figure);
        report.problem(second.row, `${figure.series} ${figure.period} known from ${figure.known} is also in ${first.row.file} line ${first.row.line}`);
      });
    }
  },
};

function sameKey(a: Figure, b: Figure): boolean {
  return a.published === b.published && a.published !== "" && a.added === b.added;
}

/** Two rows that one data release sees with the same day: it could not say which is newer. */
function clash(a: Figure, b: Figure): boolean {
  return a.known === b.known && a.added < b.withdrawn && b.added < a.withdrawn;
}

function inFileOrder(a: Figure, b: Figure): readonly [Figure, Figure] {
  const later = a.row.file === b.row.file ? a.row.line > b.row.line : a.row.file > b.row.file;
  return later ? [b, a] : [a, b];
}
