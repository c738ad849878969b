import type { Rectangle } from "../formula";
import { bandsOf, cellCount, CELLS_PER_REQUEST, contains, isFormula, packed, readBands } from "../scan";
import type { Content, Write } from "./content";

/** The writes that are not in their cells as they should be. */
export async function notWritten(context: Excel.RequestContext, writes: readonly Write[]): Promise<Write[]> {
  const missing: Write[] = [];
  for (const group of packed(writes, (write) => cellCount(areaOf(write)), CELLS_PER_REQUEST)) missing.push(...(await missingOf(context, group)));
  return missing;
}

async function missingOf(context: Excel.RequestContext, writes: readonly Write[]): Promise<Write[]> {
  const bands = writes.flatMap((write) => bandsOf(write.sheetId, areaOf(write)));
  const read = await readBands(context, bands);
  const cellAt = ({ sheetId }: Write, row: number, column: number) => {
    const band = read.find((one) => one.sheetId === sheetId && contains(one, row, column))!;
    return [band.formulas[row - band.row]![column - band.column], band.values[row - band.row]![column - band.column]] as const;
  };
  return writes.filter((write) => !write.content.every((cells, r) => cells.every((cell, c) => holds(cell, ...cellAt(write, write.row + r, write.column + c)))));
}

/** What Excel computes below a formula is not looked at: its spill shows there. */
function holds(content: Content, formula: unknown, value: unknown): boolean {
  if (content === null) return true;
  if (typeof content === "object" && "formula" in content) return isFormula(formula, value);
  return !isFormula(formula, value) && value === (typeof content === "object" ? content.error : content);
}

function areaOf({ row, column, content }: Write): Rectangle {
  return { row, column, rows: content.length, columns: content[0]!.length };
}
