import {
  changedSettings,
  isYounger,
  readStanding,
  sameStanding,
  type DocumentRecord,
  type Standing,
} from "../sheets/record";
import { fieldsIn, fromXml, mergedRecords, toXml } from "../sheets/record/document-record";
import { readSettings, recordParts, writeRecordPart, writeSettings } from "./parts/standing";
import type { Spreadsheet } from "./parts/spreadsheet";

/** What a saved workbook says of where it stands. */
export type SavedStanding =
  | { readonly kind: "known"; readonly standing: Standing }
  /** No copy of the add-in wrote anything down. */
  | { readonly kind: "unknown" }
  /** Several copies wrote different things down. */
  | { readonly kind: "contradicting"; readonly standings: readonly Standing[] }
  /** A younger version of the add-in wrote in a way that this one does not know. */
  | { readonly kind: "younger" };

/** The settings come first, for they are what the add-in goes by; the record tells where no settings do. */
export function standingIn(file: Spreadsheet): SavedStanding {
  const settings = readSettings(file).map(({ value }) => value);
  if (settings.some(isYounger)) return { kind: "younger" };
  const said = settings.map(readStanding).filter(({ release }) => release !== undefined);
  const [first, ...others] = said.map(({ release, day }) => ({ release, day }));
  if (first && others.some((other) => !sameStanding(first, other)))
    return { kind: "contradicting", standings: [first, ...others] };
  const standing = first ?? recordIn(file).standing;
  return standing ? { kind: "known", standing } : { kind: "unknown" };
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
