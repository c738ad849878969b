import { cellKey } from "../../sheets/notation/place";
import type { Rectangle } from "../../sheets/notation/reference";
import { bandsOf, cellCount, CELLS_PER_REQUEST, isFormula, packed, scalarOf, type CellsRead } from "../../sheets/scan";
import { signature } from "../../sheets/tables/cell-content";
import { readBands } from "../scan/read-bands";
import { isFormulaContent, plainOf, type Content, type Write } from "../../sheets/write/content";

/** Cells of some sheets, as they stood at one moment. */
export class Seen {
  private readonly cells = new Map<string, readonly [formula: unknown, value: unknown]>();

  add(
    sheetId: string,
    { row, column, formulas, values }: Pick<CellsRead, "row" | "column" | "formulas" | "values">,
  ): void {
    formulas.forEach((cells, r) =>
      cells.forEach((formula, c) =>
        this.cells.set(cellKey({ sheetId, row: row + r, column: column + c }), [formula, values[r]![c]]),
      ),
    );
  }

  /** What a cell held; undefined where it was not looked at. */
  content(sheetId: string, row: number, column: number): Content | undefined {
    const cell = this.cells.get(cellKey({ sheetId, row, column }));
    return cell && (isFormula(...cell) ? { formula: cell[0] as string } : scalarOf(cell[1]));
  }

  /** The writes of which some cell that was looked at is not as `isThere` asks. */
  without(writes: readonly Write[], isThere: Holds): Write[] {
    return writes.filter(
      ({ sheetId, row, column, content }) =>
        !content.every((cells, r) =>
          cells.every((cell, c) => {
            const held = this.cells.get(cellKey({ sheetId, row: row + r, column: column + c }));
            return held === undefined || isThere(cell, ...held);
          }),
        ),
    );
  }
}

/** Looks at the cells of some writes. */
export async function lookAtCells(context: Excel.RequestContext, writes: readonly Write[]): Promise<Seen> {
  const seen = new Seen();
  for (const group of packed(writes, (write) => cellCount(areaOf(write)), CELLS_PER_REQUEST)) {
    const bands = group.flatMap((write) => bandsOf(write.sheetId, areaOf(write)));
    for (const band of await readBands(context, bands)) seen.add(band.sheetId, band);
  }
  return seen;
}

type Holds = (content: Content, formula: unknown, value: unknown) => boolean;

/** What Excel computes below a formula is not looked at: its spill shows there. A formula may stand there otherwise than it was written. */
export const holds: Holds = (content, formula, value) => {
  if (content === null) return true;
  if (formulaIn(content) !== undefined) return isFormula(formula, value);
  return !isFormula(formula, value) && value === plainOf(content);
};

/** Whether contents, read a while ago, stand in their cells still. */
export const holdsStill: Holds = (content, formula, value) =>
  holds(content, formula, value) && (formulaIn(content) === undefined || formulaIn(content) === formula);

/** Whether this and no other formula stands in a cell, however Excel spells it. */
export const holdsAlike: Holds = (content, formula, value) =>
  holds(content, formula, value) &&
  (formulaIn(content) === undefined || signature(content) === signature({ formula: formula as string }));

function formulaIn(content: Content): string | undefined {
  return isFormulaContent(content) ? content.formula : undefined;
}

function areaOf({ row, column, content }: Write): Rectangle {
  return { row, column, rows: content.length, columns: content[0]!.length };
}
