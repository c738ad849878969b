import { comparePeriods, frequencyOf } from "../../../src/dataset/period";
import type { Dimension } from "../../../src/dataset/records";
import { keyOf } from "../model/series";
import type { Seeds } from "../model/seeds";
import type { Row } from "../read/table";
import type { Check } from "./check";

/** The code list of each element of a series id. */
const LISTS: Readonly<Record<Dimension | "freq" | "transformation", string>> = {
  item: "codes-items",
  reporter: "codes-areas",
  partner: "codes-areas",
  stage: "codes-stages",
  group: "codes-groups",
  batch: "codes-batches",
  holder: "codes-holders",
  measure: "codes-measures",
  basis: "codes-bases",
  freq: "codes-frequencies",
  transformation: "codes-transformations",
};

export const absences: Check = {
  guarantees:
    "A stated absence names series by known codes or *, as many as its indicator's key has, and a span of periods that runs forward.",
  run({ seeds, report }) {
    for (const row of seeds.rows("absences")) {
      const fault = patternFault(seeds, row.get("series")) ?? spanFault(row);
      if (fault) report.problem(row, fault);
    }
  },
};

function patternFault(seeds: Seeds, pattern: string): string | undefined {
  const [indicatorId = "", ...elements] = pattern.split(".");
  const indicator = seeds.find("codes-indicators", indicatorId);
  if (!indicator)
    return `series: "${indicatorId}" is not in codes/indicators.csv; an absence begins with its indicator`;
  const names = [...keyOf(indicator), "freq", "transformation"] as const;
  if (elements.length !== names.length && elements.length !== names.length - 1) {
    return `series: ${pattern} has ${elements.length} elements after ${indicatorId}; it has ${names.slice(0, -1).join(", ")}`;
  }
  const unknown = elements.find((element, i) => element !== "*" && !seeds.find(LISTS[names[i]!], element));
  return unknown === undefined
    ? undefined
    : `series: "${unknown}" in ${pattern} is no ${names[elements.indexOf(unknown)]}`;
}

function spanFault(row: Row): string | undefined {
  const [from, to] = [row.get("from"), row.get("to")];
  for (const period of [from, to]) if (period !== "" && !frequencyOf(period)) return `"${period}" is no period`;
  return from !== "" && to !== "" && comparePeriods(from, to) > 0 ? `to: ${to} is before ${from}` : undefined;
}
