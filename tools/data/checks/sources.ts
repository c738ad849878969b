import { splitList, type Row } from "../read/table";
import { isDay } from "../schema/cells";
import type { Check, Subject } from "./check";

export const licences: Check = {
  guarantees:
    "The terms of every source were looked up, and a licensed one says under which terms its figures are passed on.",
  run({ seeds, report }) {
    for (const source of seeds.rows("sources")) {
      const state = source.get("licence_state");
      if (state === "unrecorded")
        report.problem(
          source,
          `licence_state: the terms of ${source.get("id")} were not looked up; write licensed or withheld`,
        );
      if (state === "licensed" && source.get("licence") === "")
        report.problem(source, "licence: is empty, and the source is licensed");
    }
  },
};

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

const EVENT_DATES = ["date", "announced", "due", "in_force", "until", "suspended_from", "suspended_to"];

/** Pairs of event dates of which the first may not be later. An announcement may come after what it announces took effect. */
const IN_ORDER: readonly (readonly [string, string])[] = [
  ["in_force", "until"],
  ["suspended_from", "suspended_to"],
];

export const dates: Check = {
  guarantees:
    "Days exist in the calendar, nothing is read before it is published, and what ends in an event has begun before.",
  run(subject) {
    const { seeds, report } = subject;
    for (const source of seeds.rows("sources")) checkPublished(subject, source, source.get("accessed"));
    for (const row of [...seeds.rows("observations"), ...seeds.rows("absences"), ...seeds.rows("events")]) {
      checkPublished(subject, row, seeds.find("sources", row.get("source"))?.get("accessed") ?? "");
    }
    for (const event of seeds.rows("events")) {
      for (const name of EVENT_DATES) checkDay(subject, event, name);
      for (const [earlier, later] of IN_ORDER) {
        if (isLater(event.get(earlier), event.get(later)))
          report.problem(event, `${later}: ${event.get(later)} is before ${earlier}, ${event.get(earlier)}`);
      }
    }
  },
};

function checkPublished(subject: Subject, row: Row, accessed: string): void {
  checkDay(subject, row, "published");
  const published = row.get("published");
  if (isLater(published, accessed))
    subject.report.problem(row, `published: ${published} is after the source was read, ${accessed}`);
}

function checkDay({ report }: Subject, row: Row, name: string): void {
  const date = row.get(name);
  if (date.length === 10 && !isDay(date)) report.problem(row, `${name}: ${date} is not in the calendar`);
}

/** Whether a date is certainly after another; partial dates are compared as far as both go. */
function isLater(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}
