import { datesOf } from "../model/dating";
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
