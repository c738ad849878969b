import { keyOf } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

const FIGURE = /^[a-z0-9-]+(?:=|>=|<=|~)-?\d+(?:\.\d+)? (.+)$/;

export const references: Check = {
  guarantees: "A number an event comes with is written as name, relation, value and a known unit; what a bare word means leads to a series where the item has any, trade apart.",
  run(subject) {
    for (const event of subject.seeds.rows("events")) for (const text of event.list("figures")) checkFigure(subject, event, text);
    for (const row of subject.seeds.rows("defaults")) checkMeaning(subject, row);
  },
};

function checkFigure({ seeds, report }: Subject, event: Row, text: string): void {
  const unit = FIGURE.exec(text)?.[1];
  if (unit === undefined) report.problem(event, `figures: "${text}" is not written as name=67.3 USD bn, with = >= <= or ~`);
  else if (!seeds.unit(unit)) report.problem(event, `figures: "${unit}" is not in codes/units.csv`);
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
