import type { Added, Standing } from "../../query/as-of";
import { day, fieldsOf, list, text, type Fields } from "./fields";

export type { Standing };

/** From where to where a workbook moves. */
export interface Way {
  readonly from: Standing;
  readonly to: Standing;
}

/** Where a workbook stands, as a document keeps it. Its `address` and what was `added` stay known when the workbook moves: they belong to the organisation's word. */
export interface KeptStanding extends Standing {
  /** A refresh of formulas that began and has not ended: from where to where. */
  readonly refreshing?: Way | undefined;
}

/** What the document's settings say. */
export interface DocumentStanding extends KeptStanding {
  /** Whether the pane may ask about a newer release when the workbook opens. */
  readonly onOpen: "ask" | "never";
}

const VERSION = 1;

export function sameStanding(a: Standing, b: Standing): boolean {
  return a.release === b.release && a.day === b.day;
}

/** Whether two words on a standing are the same in all that a document keeps of it. */
export function sameKept(a: KeptStanding, b: KeptStanding): boolean {
  return JSON.stringify(keptStanding(a)) === JSON.stringify(keptStanding(b));
}

/** Whether a version of the add-in that is younger than this one wrote the settings in a way of its own. */
export function isYounger(settings: unknown): boolean {
  const { version } = fieldsOf(settings);
  return typeof version === "number" && version > VERSION;
}

/** The settings with something changed; what a later version keeps there stays. */
export function changedSettings(settings: unknown, to: Partial<DocumentStanding>): Fields {
  return { version: VERSION, ...fieldsOf(settings), ...written({ ...readStanding(settings), ...to }) };
}

/** What the settings of a document say; of damaged ones, as much as can be read. */
export function readStanding(value: unknown): DocumentStanding {
  return { ...keptStanding(value), onOpen: fieldsOf(value)["onOpen"] === "never" ? "never" : "ask" };
}

/** The standing among other fields; of damaged ones, as much as can be read. */
export function keptStanding(value: unknown): KeptStanding {
  const fields = fieldsOf(value);
  const { from, to } = fieldsOf(fields["refreshing"]);
  const address = text(fields["address"]);
  const added = readAdded(fieldsOf(fields["added"]));
  return {
    ...placeOf(fields),
    ...(address && { address }),
    ...(added && { added }),
    refreshing: from && to ? { from: placeOf(fieldsOf(from)), to: placeOf(fieldsOf(to)) } : undefined,
  };
}

/** Half a note would say that something was not added. */
function readAdded({ release, subjects }: Fields): Added | undefined {
  const read = list(subjects, text);
  return text(release) && Array.isArray(subjects) && read.length === subjects.length
    ? { release: text(release)!, subjects: read }
    : undefined;
}

export function placeOf(fields: Fields | Standing): Standing {
  const { release, day: pin } = fields;
  return { release: text(release), day: day(pin) };
}

function written({ release, day, address, added, onOpen, refreshing }: DocumentStanding): Fields {
  // null, for a key without a value would leave the old one.
  return {
    release: release ?? null,
    day: day ?? null,
    ...(address && { address }),
    ...(added && { added }),
    onOpen,
    refreshing: refreshing ?? null,
  };
}
