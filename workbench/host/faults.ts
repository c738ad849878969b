/** Trouble on demand: what an add-in must survive. A test or the address of the page sets it, at any moment. */
import { HostError } from "./host-error";

export interface Faults {
  /** A slow host: milliseconds before everything it is asked. */
  delay: number;
  /** How many replies to requests about the workbook get lost from now on; what was asked is done all the same. */
  lostReplies: number;
  /** The member (`Range.formulas`) whose next use fails, in the middle of a batch; null for none. */
  failingMember: string | null;
  /** Whether what comes now is one undo group (ExcelApi 1.20): the frozen office.js does not say so. */
  isGrouped: boolean;
  /** What no undo group may hold. */
  notUndone: readonly string[];
}

/** What Excel on the web cannot undo, or what empties its undo stack: no undo group may hold it. */
const NOT_UNDONE = [
  "Worksheet.delete",
  "NamedItem.comment",
  "CustomXmlPartCollection.add",
  "CustomXmlPart.delete",
  "CustomXmlPart.setXml",
  "Range.getMergedAreasOrNullObject",
];

export const noFaults = (): Faults => ({
  delay: 0,
  lostReplies: 0,
  failingMember: null,
  isGrouped: false,
  notUndone: NOT_UNDONE,
});

/** Refuses in an undo group what cannot be undone. */
export function refuseInGroup({ isGrouped, notUndone }: Faults, member: string, acts: boolean): HostError | undefined {
  if (!isGrouped || !acts || !notUndone.includes(member)) return undefined;
  return new HostError("UndoNotSupported", `${member} can't be undone, so it can't be part of an undo group.`, 400);
}

/** Fails the member once. */
export function failOnDemand(faults: Faults, member: string): HostError | undefined {
  if (faults.failingMember !== member) return undefined;
  faults.failingMember = null;
  return new HostError("GeneralException", "There was an internal error while processing the request.", 500);
}
