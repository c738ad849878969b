import { readFileSync } from "node:fs";
import { version } from "../../package.json";
import type { Dataset } from "../../src/dataset/dataset";
import type { Session } from "../../src/functions";
import { createSession } from "../../src/functions/languages";
import { SavedWorkbook } from "../../src/package";
import { standingOf } from "./standing";
import type { Command } from "./usage";
import { viewAt } from "../../src/dataset/view";
import type { Standing } from "../../src/query/as-of";

/** The time that is told for what is done: as it was typed, else the day of the data release. */
export function timeIn({ now }: Command["options"], dataset: Dataset, { release }: Standing): Date {
  return new Date(now ?? `${viewAt(dataset, { release }).release.date}T00:00:00.000Z`);
}

/** Reads a workbook, with a session that answers as it stands. Throws a `PackageFault`, or a `Refused` where it does not say where it stands. */
export function openWorkbook(file: string, command: Command, dataset: Dataset) {
  const input = readFileSync(file);
  const workbook = SavedWorkbook.read(input);
  const { dateSystem } = workbook;
  const plain = createSession(dataset, { addinVersion: version, language: command.language, dateSystem });
  const { here, from } = standingOf(workbook, command, plain);
  const session: Session = { ...plain, standing: here };
  return { input, workbook, session, here, from };
}
