import { createSession } from "../../src/functions/languages";
import { Dataset } from "../../src/dataset/dataset";
import type { SavedWorkbook } from "../../src/package";
import { refreshSaved, type RefreshedWorkbook } from "../../src/package";
import { secondRelease } from "../update/releases";
import { engineFor } from "./engine";

export const [FROM, TO] = [{ release: "R1" }, { release: "R2" }] as const;

let dataset: Dataset | undefined;

/** Moves a workbook of the corpus to the release of the tests in which copper is another figure. */
export async function moveToSecond(
  workbook: SavedWorkbook,
  from: typeof FROM | typeof TO = FROM,
): Promise<RefreshedWorkbook> {
  dataset ??= new Dataset(secondRelease());
  const session = createSession(dataset, { addinVersion: "9.9.9", standing: from, dateSystem: workbook.dateSystem });
  const engines = { before: engineFor(session), after: engineFor({ ...session, standing: TO }) };
  return refreshSaved(workbook, { session, way: { from, to: TO }, engines, now: "2026-12-02T00:00:00.000Z" });
}

/** The cells that a refresh names, by sheet: `row column`, with all that spills fill or filled. */
export function namedCells({ changed }: RefreshedWorkbook): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { node, new: value } of changed) {
    const { sheet, row, column } = node;
    const places = named.get(sheet.name) ?? new Set<string>();
    named.set(sheet.name, places);
    const area = sheet.areaOf(row, column);
    const [rows, columns] = Array.isArray(value) ? [value.length, value[0]!.length] : [1, 1];
    for (let r = 0; r < Math.max(rows, area.rows); r++)
      for (let c = 0; c < Math.max(columns, area.columns); c++) places.add(`${row + r} ${column + c}`);
  }
  return named;
}
