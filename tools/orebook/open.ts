import { readFileSync } from "node:fs";
import { version } from "../../package.json";
import type { Dataset } from "../../src/dataset/dataset";
import { createSession, type Session } from "../../src/functions";
import { SavedWorkbook } from "../../src/package";
import { standingOf } from "./standing";
import type { Command } from "./usage";

/** A workbook and a session that answers as it stands. */
export interface Opened {
  readonly workbook: SavedWorkbook;
  readonly session: Session;
}

/** Reads a workbook. Throws a `PackageFault`, or a `Refused` where it does not say where it stands. */
export function openWorkbook(file: string, command: Command, dataset: Dataset): Opened {
  const workbook = SavedWorkbook.read(readFileSync(file));
  const { dateSystem } = workbook;
  const session = createSession(dataset, { addinVersion: version, language: command.language, dateSystem });
  return { workbook, session: { ...session, standing: standingOf(workbook, command, session).here } };
}
