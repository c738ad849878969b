import { grouped } from "../../dataset/catalogue";
import type { Content, Write } from "./content";

/** Neighbouring cells of one sheet that are written in one go. */
export type Run = Write;

/**
 * Puts neighbouring cells together. Where rows may be hidden a run is one row high: Excel misplaces what is written at
 * once over rows that a filter hides.
 */
export function runsOf(writes: readonly Write[], mayHide: (sheetId: string) => boolean): Run[] {
  return [...grouped(writes, ({ sheetId }) => sheetId)].flatMap(([sheetId, own]) => {
    const rows = joined(own.flatMap(rowsOf).sort((a, b) => a.row - b.row || a.column - b.column));
    return mayHide(sheetId) ? rows : stacked(rows);
  });
}

function rowsOf({ sheetId, row, column, content }: Write): Run[] {
  return content.map((cells, i) => ({ sheetId, row: row + i, column, content: [cells] }));
}

/** Rows one cell high, in order: neighbours become one. */
function joined(rows: readonly Run[]): Run[] {
  const runs: { sheetId: string; row: number; column: number; content: [Content[]] }[] = [];
  for (const { sheetId, row, column, content } of rows) {
    const last = runs.at(-1);
    if (last && last.row === row && last.column + last.content[0].length === column)
      last.content[0].push(...content[0]!);
    else runs.push({ sheetId, row, column, content: [[...content[0]!]] });
  }
  return runs;
}

/** Runs of one width that stand one below the other become one. */
function stacked(rows: readonly Run[]): Run[] {
  const runs: { sheetId: string; row: number; column: number; content: (readonly Content[])[] }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const { sheetId, row, column, content } of rows) {
    const cells = content[0]!;
    const key = `${column} ${cells.length}`;
    const above = open.get(key);
    if (above && above.row + above.content.length === row) above.content.push(cells);
    else {
      const run = { sheetId, row, column, content: [cells] };
      runs.push(run);
      open.set(key, run);
    }
  }
  return runs;
}
