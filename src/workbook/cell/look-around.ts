import type { Reference, Value, Scalar } from "../../sheets/formula";
import type { Place } from "../../sheets/notation/place";
import { rectangleOf, splitSheet } from "../../sheets/notation/reference";
import { CELLS_PER_REQUEST, cellCount, scalarOf } from "../../sheets/scan";
import { cellsOn, selectedPlace } from "../ranges";

/** Cells as a formula names them: `text` is `A1` or `$A$1:B2`; without a sheet they are on the formula's own. */
type CellsNamed = Pick<Reference, "sheet" | "text">;

/**
 * The values of cells as seen from a sheet, by `referenceKey`. What the workbook does not have is left out, and so is
 * what is larger than one request may be. Two round trips.
 */
async function readReferences(
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
function referenceKey({ sheet, text }: CellsNamed): string {
  return `${sheet ?? ""}!${text.toUpperCase()}`;
}

/** A filled cell near another one, in its row or in its column. */
export interface Neighbour {
  readonly place: Place;
  readonly value: Scalar;
}

/** So many cells to the left and above are looked at. */
const LEFT = 30;
const ABOVE = 200;

export function readSelection(): Promise<Place> {
  return Excel.run(selectedPlace);
}

/** The first cell of an address; undefined where the workbook has no such cell. */
export async function locate(address: string): Promise<Place | undefined> {
  const { sheet, rest } = splitSheet(address.trim());
  const area = rectangleOf(rest);
  if (!area) return undefined;
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const worksheet = sheet === undefined ? worksheets.getActiveWorksheet() : worksheets.getItemOrNullObject(sheet);
    worksheet.load("id,name");
    await context.sync();
    if (worksheet.isNullObject) return undefined;
    return { sheetId: worksheet.id, sheet: worksheet.name, row: area.row, column: area.column, rows: 1, columns: 1 };
  });
}

export async function readValues(references: readonly string[], sheet: string): Promise<(Value | undefined)[]> {
  const named = references.map((reference) => {
    const { sheet: other, rest } = splitSheet(reference);
    return { sheet: other, text: rest };
  });
  const values = await Excel.run((context) => readReferences(context, sheet, named));
  return named.map((one) => values.get(referenceKey(one)));
}

export function readNeighbours(at: Place): Promise<Neighbour[]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(at.sheetId);
    const [left, above] = [Math.min(LEFT, at.column), Math.min(ABOVE, at.row)];
    const areas = [
      { row: at.row, column: at.column - left, rows: 1, columns: left },
      { row: at.row - above, column: at.column, rows: above, columns: 1 },
    ].filter(({ rows, columns }) => rows * columns > 0);
    const ranges = areas.map((area) => cellsOn(sheet, area).load("values"));
    await context.sync();
    const cells = ranges.flatMap(({ values }, i) =>
      values.flatMap((line: unknown[], r) =>
        line.map((value, c): Neighbour => ({
          place: { ...at, row: areas[i]!.row + r, column: areas[i]!.column + c, rows: 1, columns: 1 },
          value: scalarOf(value),
        })),
      ),
    );
    const distance = ({ place }: Neighbour) => at.row - place.row + at.column - place.column;
    return cells.filter(({ value }) => value !== null).sort((a, b) => distance(a) - distance(b));
  });
}
