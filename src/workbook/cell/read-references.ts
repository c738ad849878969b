import { cellsOn } from "../ranges";
import { rectangleOf } from "../../sheets/notation/reference";
import type { Reference, Value } from "../../sheets/formula";
import { CELLS_PER_REQUEST, cellCount, scalarOf } from "../../sheets/scan";

/** Cells as a formula names them: `text` is `A1` or `$A$1:B2`; without a sheet they are on the formula's own. */
export type CellsNamed = Pick<Reference, "sheet" | "text">;

/**
 * The values of cells as seen from a sheet, by `referenceKey`. What the workbook does not have is left out, and so is
 * what is larger than one request may be. Two round trips.
 */
export async function readReferences(
  context: Excel.RequestContext,
  sheet: string,
  references: Iterable<CellsNamed>,
): Promise<Map<string, Value>> {
  const found = [...references].flatMap((reference) => {
    const area = rectangleOf(reference.text);
    if (!area || cellCount(area) > CELLS_PER_REQUEST) return [];
    const worksheet = context.workbook.worksheets.getItemOrNullObject(reference.sheet ?? sheet);
    return [{ key: referenceKey(reference), area, worksheet }];
  });
  if (found.length === 0) return new Map();
  for (const { worksheet } of found) worksheet.load("id");
  await context.sync();
  const there = found
    .filter(({ worksheet }) => !worksheet.isNullObject)
    .map(({ key, area, worksheet }) => ({ key, range: cellsOn(worksheet, area).load("values") }));
  await context.sync();
  return new Map(there.map(({ key, range }) => [key, range.values.map((row: unknown[]) => row.map(scalarOf))]));
}

/** The same for the same cells, however they are written. */
export function referenceKey({ sheet, text }: CellsNamed): string {
  return `${sheet ?? ""}!${text.toUpperCase()}`;
}
