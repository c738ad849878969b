import { datesOf } from "../model/dating";
import { keyOf } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** The event type that suspends a control. */
const SUSPENSION = "suspension";

const FIGURE = /^[a-z0-9-]+(?:=|>=|<=|~)-?\d+(?:\.\d+)? (.+)$/;

export const references: Check = {
  guarantees: "A number an event comes with is written as name, relation, value and a known unit; an event refers to events known by then, and is suspended by one of them; what a bare word means leads to a series where the item has any, trade apart.",
  run(subject) {
    for (const event of subject.seeds.rows("events")) {
      for (const text of event.list("figures")) checkFigure(subject, event, text);
      checkRelated(subject, event);
    }
    for (const row of subject.seeds.rows("defaults")) checkMeaning(subject, row);
  },
};

function checkFigure({ seeds, report }: Subject, event: Row, text: string): void {
  const unit = FIGURE.exec(text)?.[1];
  if (unit === undefined) report.problem(event, `figures: "${text}" is not written as name=67.3 USD bn, with = >= <= or ~`);
  else if (!seeds.unit(unit)) report.problem(event, `figures: "${unit}" is not in codes/units.csv`);
}

/** What was not yet known when a version of an event was published belongs in a later version. */
function checkRelated({ seeds, report }: Subject, event: Row): void {
  const known = datesOf(seeds, event)?.known ?? "";
  const related = seeds.rows("events").filter((other) => event.list("related").includes(other.get("id")));
  const knownBy = related.filter((other) => (datesOf(seeds, other)?.known ?? "") <= known);
  for (const id of event.list("related")) {
    const there = related.some((other) => other.get("id") === id);
    if (there && !knownBy.some((other) => other.get("id") === id)) report.problem(event, `related: ${id} was not known on ${known}; add a later version of ${event.get("id")}`);
  }
  if (event.get("suspended_from") !== "" && !knownBy.some((other) => other.get("type") === SUSPENSION)) {
    report.problem(event, `suspended_from: is filled, and no event of type ${SUSPENSION} known on ${known} is related`);
  }
}

function checkMeaning({ seeds, report }: Subject, row: Row): void {
  const indicator = seeds.find("codes-indicators", row.get("indicator"));
  if (!indicator) return;
  const stated = (["item", "stage", "measure"] as const).filter((name) => row.get(name) !== "");
  for (const name of stated) if (!keyOf(indicator).includes(name)) report.problem(row, `${name}: is filled, and ${indicator.get("id")} has no such dimension`);
  // In trade the bare word asks for the value even where only weights are published: the refusal then points to the weight.
  if (indicator.get("family") === "trade") return;
  const ofItem = seeds.rows("series").filter((series) => series.get("indicator") === row.get("indicator") && series.get("item") === row.get("item"));
  if (ofItem.length > 0 && !ofItem.some((series) => stated.every((name) => series.get(name) === row.get(name)))) {
    report.problem(row, `no series of ${indicator.get("id")} has ${stated.map((name) => row.get(name)).join(", ")}`);
  }
}
