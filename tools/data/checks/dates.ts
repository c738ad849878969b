import { isDay } from "../schema/cells";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

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
