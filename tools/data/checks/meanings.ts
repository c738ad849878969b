import { keyOf } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

export const meanings: Check = {
  guarantees:
    "What a bare word means is laid down for every item that an indicator has series of, and leads to one of them where there is any, trade apart.",
  run(subject) {
    const { seeds, report } = subject;
    const laidDown = new Set(seeds.rows("defaults").filter(stands).map(wordOf));
    for (const row of seeds.rows("defaults").filter(stands)) checkMeaning(subject, row);
    for (const series of seeds.rows("series")) {
      if (!stands(series) || laidDown.has(wordOf(series))) continue;
      report.problem(
        series,
        `item: what ${series.get("item")} means for ${series.get("indicator")} is not in defaults/`,
      );
      laidDown.add(wordOf(series));
    }
  },
};

function stands(row: Row): boolean {
  return row.get("withdrawn") === "";
}

function wordOf(row: Row): string {
  return `${row.get("indicator")} ${row.get("item")}`;
}

function checkMeaning({ seeds, report }: Subject, row: Row): void {
  const indicator = seeds.find("codes-indicators", row.get("indicator"));
  if (!indicator) return;
  const stated = (["item", "stage", "measure"] as const).filter((name) => row.get(name) !== "");
  for (const name of stated)
    if (!keyOf(indicator).includes(name))
      report.problem(row, `${name}: is filled, and ${indicator.get("id")} has no such dimension`);
  const basis = row.get("basis").split("=").at(-1)!;
  if (basis !== "" && !seeds.find("codes-bases", basis)) report.problem(row, `basis: no basis "${basis}"`);
  // In trade the bare word asks for the value even where only weights are published: the refusal then points to the weight.
  if (indicator.get("family") === "trade") return;
  const ofItem = seeds
    .rows("series")
    .filter((series) => series.get("indicator") === row.get("indicator") && series.get("item") === row.get("item"));
  if (ofItem.length > 0 && !ofItem.some((series) => stated.every((name) => series.get(name) === row.get(name)))) {
    report.problem(row, `no series of ${indicator.get("id")} has ${stated.map((name) => row.get(name)).join(", ")}`);
  }
}
