import { splitList, type Row } from "../read/table";
import type { Check, Subject } from "./check";

/** Tables whose rows say where in a source they come from. */
const WITH_PLACES = ["observations", "absences", "events"];

/** A part of a locator: paragraph, run of paragraphs, table, row, the headline, or the running text of a page without paragraphs to count. */
const PART = /^(p[1-9]\d*(-[1-9]\d*)?|t:\S.*|row \S.*|title|text)$/;

export const places: Check = {
  guarantees: "Every row with a source says where in it, in a form that can be followed; so does every further place.",
  run(subject) {
    for (const table of WITH_PLACES) for (const row of subject.seeds.rows(table)) checkRow(subject, row);
  },
};

function checkRow({ seeds, report }: Subject, row: Row): void {
  const locator = row.get("locator");
  if (row.get("source") !== "" && locator === "") report.problem(row, "locator: is empty");
  if (row.get("source") === "" && locator !== "") report.problem(row, "locator: is filled, and there is no source");
  if (locator !== "" && !wellFormed(locator))
    report.problem(row, `locator: "${locator}" is not p10, t:Table title, row Label, title or text`);
  for (const place of row.list("also")) {
    const [source = "", where = "", rest] = place.split("#");
    if (rest !== undefined || !wellFormed(where))
      report.problem(row, `also: "${place}" is not written as source#locator`);
    if (!seeds.find("sources", source)) report.problem(row, `also: "${source}" is not in sources.csv`);
  }
}

function wellFormed(locator: string): boolean {
  return locator !== "" && splitList(locator, "; ").every((part) => PART.test(part));
}
