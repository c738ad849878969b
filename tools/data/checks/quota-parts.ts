import type { Figure } from "../model/figures";
import { sibling, type Elements } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";
import { checkSum } from "./sums";

/** The dimensions that split a quota, with the code that stands for the whole. */
const SPLITS = {
  group: { whole: "total", list: "codes-groups", name: "groups" },
  batch: { whole: "all", list: "codes-batches", name: "batches" },
} as const;
type Split = keyof typeof SPLITS;

export const quotaParts: Check = {
  guarantees:
    "Where all parts of a quota are there, its batches add up to the year and its light and heavy groups to the total; no part or holder exceeds the whole.",
  run(subject) {
    const batches = countBatches(subject);
    for (const series of subject.seeds.rows("series")) {
      if (series.get("transformation") !== "level") continue;
      for (const split of ["group", "batch"] as const)
        if (series.get(split) === SPLITS[split].whole) checkSplit(subject, series, split, batches);
      if (series.get("holder") === "all") checkHolders(subject, series);
    }
  },
};

function checkSplit(subject: Subject, series: Row, split: Split, batches: ReadonlyMap<string, number>): void {
  const { whole, list, name } = SPLITS[split];
  const codes = subject.seeds
    .rows(list)
    .map((row) => row.get("id"))
    .filter((id) => id !== whole);
  for (const { total, parts } of splitBy(subject, series, split, codes)) {
    const expected = split === "group" ? codes.length : batches.get(batchKey(series, total.period));
    checkSum(subject, { total, parts, complete: parts.length > 1 && parts.length === expected, name });
  }
}

/** No holder above the whole. Holders overlap (companies, provinces), so they are not added up. */
function checkHolders(subject: Subject, series: Row): void {
  const codes = subject.seeds
    .rows("codes-holders")
    .map((row) => row.get("id"))
    .filter((id) => id !== "all");
  for (const { total, parts } of splitBy(subject, series, "holder", codes)) {
    for (const part of parts) checkSum(subject, { total, parts: [part], complete: false, name: "holders" });
  }
}

function splitBy(
  { seeds, figures }: Subject,
  series: Row,
  dimension: keyof Elements,
  codes: readonly string[],
): { total: Figure; parts: Figure[] }[] {
  const siblings = codes.flatMap((code) => sibling(seeds, series, { [dimension]: code })?.get("id") ?? []);
  return figures.periods(series.get("id")).flatMap((period) => {
    const total = figures.newest(series.get("id"), period, seeds.latest);
    const parts = siblings.flatMap((id) => figures.newest(id, period, seeds.latest) ?? []);
    return total ? [{ total, parts }] : [];
  });
}

/** How many batches a year had, by indicator and stage: the highest batch that any figure is of. */
function countBatches({ seeds, figures }: Subject): Map<string, number> {
  const codes = seeds
    .rows("codes-batches")
    .map((row) => row.get("id"))
    .filter((id) => id !== "all");
  const counts = new Map<string, number>();
  for (const series of seeds.rows("series")) {
    const number = codes.indexOf(series.get("batch")) + 1;
    if (number === 0) continue;
    for (const period of figures.periods(series.get("id"))) {
      const key = batchKey(series, period);
      counts.set(key, Math.max(counts.get(key) ?? 0, number));
    }
  }
  return counts;
}

function batchKey(series: Row, period: string): string {
  return `${series.get("indicator")} ${series.get("stage")} ${period}`;
}
