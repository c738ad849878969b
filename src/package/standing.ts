import {
  changedSettings,
  isYounger,
  keptStanding,
  laterOf,
  recordedStanding,
  sameStanding,
  type DocumentRecord,
  type KeptStanding,
  type Standing,
} from "../sheets/record";
import { fieldsIn, fromXml, mergedRecords, toXml } from "../sheets/record/document-record";
import { readSettings, recordParts, writeRecordPart, writeSettings } from "./parts/standing";
import type { Spreadsheet } from "./parts/spreadsheet";

/** What a saved workbook says of where it stands. */
export type SavedStanding =
  /** With a refresh that began and has not ended, if there is one. */
  | { readonly kind: "known"; readonly standing: KeptStanding }
  /** No copy of the add-in wrote anything down. */
  | { readonly kind: "unknown" }
  /** Copies of the add-in wrote different things down, and nothing tells which came last. */
  | { readonly kind: "contradicting"; readonly standings: readonly Standing[] }
  /** A younger version of the add-in wrote in a way that this one does not know. */
  | { readonly kind: "younger" };

/** What the settings of every copy of the add-in and the record say together, where one of them is the last word. */
export function standingIn(file: Spreadsheet): SavedStanding {
  const settings = readSettings(file).map(({ value }) => value);
  if (settings.some(isYounger)) return { kind: "younger" };
  const record = recordIn(file);
  const said = settings.map(keptStanding).filter(({ release }) => release !== undefined);
  const word = said.length === 0 ? [recordedStanding(record)] : said.map((one) => lastWord(one, record));
  const standings = word.flatMap((one, i) => one ?? [said[i]!, recordedStanding(record)]);
  const [first] = standings;
  if (first?.release === undefined) return { kind: "unknown" };
  const isOne = word.every((one) => one !== undefined && sameStanding(one, first));
  return isOne ? { kind: "known", standing: first } : { kind: "contradicting", standings };
}

function lastWord(settings: KeptStanding, record: DocumentRecord): KeptStanding | undefined {
  const later = laterOf(settings, record);
  return later === "untold" ? undefined : later === "settings" ? settings : recordedStanding(record);
}

export function recordIn(file: Spreadsheet): DocumentRecord {
  return mergedRecords(recordParts(file).map(({ xml }) => fromXml(xml)));
}

/** Writes down where the workbook stands now, for every copy of the add-in that keeps settings here, and in the record. */
export function writeStanding(file: Spreadsheet, record: DocumentRecord, standing: Standing): void {
  for (const entry of readSettings(file))
    writeSettings(file, entry, changedSettings(entry.value, { ...standing, refreshing: undefined }));
  const [first] = recordParts(file);
  writeRecordPart(file, toXml({ ...record, standing }, first ? fieldsIn(first.xml) : {}));
}
