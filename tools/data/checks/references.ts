import { keyOf } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

export const references: Check = {
  guarantees: "The figures an event comes with exist, and what a bare word means leads to a series where the item has any.",
  run(subject) {
    for (const event of subject.seeds.rows("events")) for (const text of event.list("figures")) checkFigure(subject, event, text);
    for (const row of subject.seeds.rows("defaults")) checkMeaning(subject, row);
  },
};

function checkFigure({ seeds, figures, report }: Subject, event: Row, text: string): void {
  const [series = "", period = ""] = text.split("@");
  if (!seeds.find("series", series)) report.problem(event, `figures: "${series}" is not in series.csv`);
  else if (figures.vintages(series, period).length === 0) report.problem(event, `figures: there is no figure ${text}`);
}

function checkMeaning({ seeds, report }: Subject, row: Row): void {
  const indicator = seeds.find("codes-indicators", row.get("indicator"));
  if (!indicator) return;
  const stated = (["item", "stage", "measure"] as const).filter((name) => row.get(name) !== "");
  for (const name of stated) if (!keyOf(indicator).includes(name)) report.problem(row, `${name}: is filled, and ${indicator.get("id")} has no such dimension`);
  const ofItem = seeds.rows("series").filter((series) => series.get("indicator") === row.get("indicator") && series.get("item") === row.get("item"));
  if (ofItem.length > 0 && !ofItem.some((series) => stated.every((name) => series.get(name) === row.get(name)))) {
    report.problem(row, `no series of ${indicator.get("id")} has ${stated.map((name) => row.get(name)).join(", ")}`);
  }
}
