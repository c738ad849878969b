import { comparePeriods, frequencyOf } from "../../../src/dataset/period";
import type { Dimension } from "../../../src/dataset/records";
import { datesOf } from "../model/dating";
import type { Seeds } from "../model/seeds";
import { keyOf } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** The event type that suspends a control. */
const SUSPENSION = "suspension";

const FIGURE = /^[a-z0-9-]+(?:=|>=|<=|~)-?\d+(?:\.\d+)? (.+)$/;

export const events: Check = {
  guarantees:
    "A number an event comes with is written as name, relation, value and a known unit; an event refers to events known by then, and is suspended by one of them.",
  run(subject) {
    for (const event of subject.seeds.rows("events")) {
      for (const text of event.list("figures")) checkFigure(subject, event, text);
      checkRelated(subject, event);
    }
  },
};

function checkFigure({ seeds, report }: Subject, event: Row, text: string): void {
  const unit = FIGURE.exec(text)?.[1];
  if (unit === undefined)
    report.problem(event, `figures: "${text}" is not written as name=67.3 USD bn, with = >= <= or ~`);
  else if (!seeds.unit(unit)) report.problem(event, `figures: "${unit}" is not in codes/units.csv`);
}

/** What was not yet known when a version of an event was published belongs in a later version. */
function checkRelated({ seeds, report }: Subject, event: Row): void {
  const known = datesOf(seeds, event)?.known ?? "";
  const related = seeds.rows("events").filter((other) => event.list("related").includes(other.get("id")));
  const knownBy = related.filter((other) => (datesOf(seeds, other)?.known ?? "") <= known);
  for (const id of event.list("related")) {
    const there = related.some((other) => other.get("id") === id);
    if (there && !knownBy.some((other) => other.get("id") === id))
      report.problem(event, `related: ${id} was not known on ${known}; add a later version of ${event.get("id")}`);
  }
  if (event.get("suspended_from") !== "" && !knownBy.some((other) => other.get("type") === SUSPENSION)) {
    report.problem(event, `suspended_from: is filled, and no event of type ${SUSPENSION} known on ${known} is related`);
  }
}

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
