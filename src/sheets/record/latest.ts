import type { DocumentRecord } from "./document-record";
import { sameStanding, type KeptStanding } from "./standing";

/** Which of two words on where a workbook stands is the later one. */
export type Later = "settings" | "record" | "untold";

/**
 * A copy of the add-in keeps settings that no other copy sees; the record belongs to the file, and every move by whichever
 * copy ends in its log. So where the two differ, the last entry there says which of them is right.
 */
export function laterOf(settings: KeptStanding, record: DocumentRecord): Later {
  const standing = recordedStanding(record);
  if (settings.release === undefined) return "record";
  if (standing.release === undefined) return "settings";
  const isSame = sameStanding(settings, standing);
  if (standing.refreshing || (isSame && settings.refreshing)) return "record";
  // A move that began from there and was noted in the settings alone.
  if (isSame || (settings.refreshing && sameStanding(settings.refreshing.from, standing))) return "settings";
  const last = record.log.at(-1)?.to;
  if (last && sameStanding(last, standing)) return "record";
  return last && sameStanding(last, settings) ? "settings" : "untold";
}

/** What the record says of where the workbook stands; earlier versions of the add-in noted it in the log alone. */
export function recordedStanding({ standing, log }: DocumentRecord): KeptStanding {
  return standing ?? log.at(-1)?.to ?? {};
}

/** Where the workbook stands by all that it says; by the record, which every copy can see, where nothing tells which word is the later one. */
export function latestOf(settings: KeptStanding, record: DocumentRecord): KeptStanding {
  return laterOf(settings, record) === "settings" ? settings : recordedStanding(record);
}
