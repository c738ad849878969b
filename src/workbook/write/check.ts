import type { Rectangle } from "../../sheets/notation/reference";
import { bandsOf, cellCount, CELLS_PER_REQUEST, contains, isFormula, packed } from "../../sheets/scan";
import { readBands } from "../scan/read-bands";
import { plainOf, type Content, type Write } from "../../sheets/write/content";

/** The writes that are not in their cells as they should be. A formula may stand there otherwise than it was written. */
export function notWritten(context: Excel.RequestContext, writes: readonly Write[]): Promise<Write[]> {
  return missingFrom(context, writes, holds);
}

/** Those of some contents, read a while ago, that stand in their cells no longer. */
export function changedSince(context: Excel.RequestContext, before: readonly Write[]): Promise<Write[]> {
  return missingFrom(
    context,
    before,
    (content, formula, value) =>
      holds(content, formula, value) && (formulaIn(content) === undefined || formulaIn(content) === formula),
  );
}

type Holds = (content: Content, formula: unknown, value: unknown) => boolean;

async function missingFrom(context: Excel.RequestContext, writes: readonly Write[], isThere: Holds): Promise<Write[]> {
  const missing: Write[] = [];
  for (const group of packed(writes, (write) => cellCount(areaOf(write)), CELLS_PER_REQUEST))
    missing.push(...(await missingOf(context, group, isThere)));
  return missing;
}

async function missingOf(context: Excel.RequestContext, writes: readonly Write[], isThere: Holds): Promise<Write[]> {
  const bands = writes.flatMap((write) => bandsOf(write.sheetId, areaOf(write)));
  const read = await readBands(context, bands);
  const cellAt = ({ sheetId }: Write, row: number, column: number) => {
    const band = read.find((one) => one.sheetId === sheetId && contains(one, row, column))!;
    return [
      band.formulas[row - band.row]![column - band.column],
      band.values[row - band.row]![column - band.column],
    ] as const;
  };
  return writes.filter(
    (write) =>
      !write.content.every((cells, r) =>
        cells.every((cell, c) => isThere(cell, ...cellAt(write, write.row + r, write.column + c))),
      ),
  );
}

/** What Excel computes below a formula is not looked at: its spill shows there. */
function holds(content: Content, formula: unknown, value: unknown): boolean {
  if (content === null) return true;
  if (formulaIn(content) !== undefined) return isFormula(formula, value);
  return !isFormula(formula, value) && value === plainOf(content);
}

function formulaIn(content: Content): string | undefined {
  return typeof content === "object" && content !== null && "formula" in content ? content.formula : undefined;
}

function areaOf({ row, column, content }: Write): Rectangle {
  return { row, column, rows: content.length, columns: content[0]!.length };
}
