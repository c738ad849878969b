import { createHash } from "node:crypto";
import type { TextTable } from "../../../src/dataset/format/codec";
import { overlayOf } from "../../../src/dataset/overlay";
import { remembering, rememberingOf } from "../../../src/dataset/remembering";
import { decidingText, type Tables } from "../../../src/update/verify/deciding";
import type { Subject } from "../checks/check";
import { sees } from "../model/figures";
import { releasedTables } from "./tables";

/** The SHA-256 of everything that decides what a data release answers, whatever later ones have added and withdrawn: as the add-in computes it. */
export function digestOf(subject: Subject, release: number): string {
  return digestsOf(subject)(String(release));
}

const digestsOf = rememberingOf((subject: Subject) => remembering((release) => computed(subject, Number(release))));

function computed(subject: Subject, release: number): string {
  const { tables } = releasedTables(subject);
  const byName: Tables = (name) => {
    const table = tables.find((candidate) => candidate.name === name);
    return table && { rows: table.rows.length, reader: (column) => cellsOf(table, column) };
  };
  const { seeds } = subject;
  const owner = (ordinal: number) => overlayOf(seeds.rows("releases")[ordinal]?.get("id") ?? "")?.overlay;
  const counts = (from: string, until: string) => {
    const [added, withdrawn] = [seeds.ordinalOf(from) ?? Infinity, seeds.ordinalOf(until) ?? Infinity];
    return sees(release, { added, withdrawn }) && [undefined, owner(release)].includes(owner(added));
  };
  return createHash("sha256").update(decidingText(byName, counts)).digest("hex");
}

function cellsOf({ columns, rows }: TextTable, column: string): ((row: number) => string) | undefined {
  const at = columns.indexOf(column);
  return at < 0 ? undefined : (row) => rows[row]?.[at] ?? "";
}
