/** Trouble on demand: what an add-in must survive. A test or the address of the page sets it, at any moment. */
import { HostError } from "./host-error";

export interface Faults {
  /** A slow host: milliseconds before everything it is asked. */
  delay: number;
  /** How many replies to requests about the workbook get lost from now on; what was asked is done all the same. */
  lostReplies: number;
  /** The member (`Range.formulas`) whose next use fails, in the middle of a batch; null for none. */
  failingMember: string | null;
}

export const noFaults = (): Faults => ({ delay: 0, lostReplies: 0, failingMember: null });

/** Fails the member once. */
export function failOnDemand(faults: Faults, member: string): HostError | undefined {
  if (faults.failingMember !== member) return undefined;
  faults.failingMember = null;
  return new HostError("GeneralException", "There was an internal error while processing the request.", 500);
}
