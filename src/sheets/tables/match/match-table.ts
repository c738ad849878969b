import type { Rectangle } from "../../notation/reference";
import type { SheetScan } from "../../scan";
import { signature, signaturesIn } from "../cell-content";
import type { TableLayout } from "../layout";
import { type Match, pairBetween } from "./pair-between";

/**
 * Tells by the headers which column of a layout stands where, whether columns were moved, renamed, put in or taken out: per
 * column of cells its index, undefined for one that somebody put there. Undefined where that cannot be told for certain.
 */
function matchColumns(sheet: SheetScan, area: Rectangle, layout: TableLayout): Match | undefined {
  const columns = [...Array(layout.columns).keys()];
  const headers = layout.rows.find(({ key }) => key === "header")?.cells.map(signature) ?? [];
  const shown = headerRow(sheet, area, headers);
  const isWhole = area.columns === layout.columns;
  if (!shown)
    return isWhole && columns.every((index) => holdsFigures(sheet, area, index, layout, index)) ? columns : undefined;
  if (isWhole && shown.every((text, at) => text === headers[at])) return columns;
  // Of two columns of the same name, nobody knows which one went.
  if (headers.some((text) => countOf(headers, text) > 1 && countOf(shown, text) !== countOf(headers, text)))
    return undefined;
  const free = new Set(columns);
  const named = shown.map((text) => {
    const index = columns.find((one) => free.has(one) && headers[one] === text);
    if (index !== undefined) free.delete(index);
    return index;
  });
  const found = pairBetween(named, layout.columns);
  const isRenamed = (index: number | undefined, at: number) =>
    index === undefined || named[at] !== undefined || holdsFigures(sheet, area, at, layout, index);
  return found?.every(isRenamed) ? found : undefined;
}

/** The row that holds most of the headers; undefined where none holds any. */
function headerRow(sheet: SheetScan, area: Rectangle, headers: readonly string[]): string[] | undefined {
  const blank = signature(null);
  let [best, most]: [string[] | undefined, number] = [undefined, 0];
  for (const texts of signaturesIn(sheet, area)) {
    const held = headers.filter((text) => text !== blank && texts.includes(text)).length;
    if (held > most) [best, most] = [texts, held];
  }
  return best;
}

/** Whether a column under another name holds most of what the table has there. */
function holdsFigures(sheet: SheetScan, area: Rectangle, at: number, { rows }: TableLayout, index: number): boolean {
  const there = new Set(signaturesIn(sheet, { ...area, column: area.column + at, columns: 1 }).flat());
  const wanted = rows.filter(({ isBody }) => isBody).map(({ cells }) => signature(cells[index] ?? null));
  return wanted.filter((text) => there.has(text)).length * 2 > wanted.length;
}

function countOf(texts: readonly string[], text: string): number {
  return texts.filter((one) => one === text).length;
}

/** Which row and which column of a layout stands where on the sheet; what somebody put there is undefined. */
export interface TableMatch {
  readonly rows: Match;
  readonly columns: Match;
}

/** Undefined where it cannot be told for certain, so much was changed by hand. */
export function matchTable(sheet: SheetScan, area: Rectangle, layout: TableLayout): TableMatch | undefined {
  const columns = matchColumns(sheet, area, layout);
  if (!columns) return undefined;
  const places = [...columns.entries()]
    .filter((entry): entry is [number, number] => entry[1] !== undefined)
    .sort(([, a], [, b]) => a - b);
  const cells = signaturesIn(sheet, area).map((line) => places.map(([at]) => line[at]!));
  const known = places.map(([, index]) => index);
  const wanted = layout.rows.map((row) => ({
    isBody: row.isBody,
    cells: known.map((index) => signature(row.cells[index] ?? null)),
    labels: known.filter((index) => index < row.labels).length,
  }));
  const rows = matchRows(cells, wanted);
  return rows && { rows, columns };
}

/** Whether every row and column stands where the table had it, and nothing else. */
export function isInPlace({ rows, columns }: TableMatch, layout: TableLayout): boolean {
  return (
    rows.length === layout.rows.length &&
    columns.length === layout.columns &&
    [rows, columns].every((match) => match.every((index, at) => index === at))
  );
}

/** A row as it is looked for: what its cells hold, as texts, and how many of the first say which row it is. */
interface WantedRow {
  readonly isBody: boolean;
  readonly labels: number;
  readonly cells: readonly string[];
}

/**
 * Tells which row of a layout stands where: per row of cells its index, undefined for one that somebody put there. Found
 * whatever order somebody sorted them into, by all that a row says, else by the words before its first figure, else by
 * where it is. Undefined where that cannot be told for certain.
 */
function matchRows(cells: readonly (readonly string[])[], wanted: readonly WantedRow[]): Match | undefined {
  const matching = new Matching(cells, wanted);
  matching.pairByText((row) => row.cells.length);
  matching.pairByText(({ labels }) => labels);
  matching.pairEnds();
  return pairBetween(matching.found, wanted.length);
}

class Matching {
  readonly found: (number | undefined)[];
  private readonly missing: Set<number>;

  constructor(
    private readonly cells: readonly (readonly string[])[],
    private readonly wanted: readonly WantedRow[],
  ) {
    this.found = cells.map(() => undefined);
    this.missing = new Set(wanted.keys());
  }

  /** Rows whose first cells say the same: as many as `width` gives, none of which is no likeness. */
  pairByText(width: (row: WantedRow) => number): void {
    const byText = new Map<string, number[]>();
    const widths = new Set<number>();
    for (const index of this.missing) {
      const row = this.wanted[index]!;
      if (width(row) === 0) continue;
      const key = textOf(row.cells, width(row));
      byText.set(key, [...(byText.get(key) ?? []), index]);
      widths.add(width(row));
    }
    this.cells.forEach((line, at) => {
      for (const one of widths) {
        const index = this.found[at] === undefined ? byText.get(textOf(line, one))?.shift() : undefined;
        if (index !== undefined) this.pair(at, index);
      }
    });
  }

  /** Title and header stay at the top and the notes at the end: what was rewritten there is still that row. */
  pairEnds(): void {
    const { wanted } = this;
    const [first, last] = [wanted.findIndex(({ isBody }) => isBody), wanted.findLastIndex(({ isBody }) => isBody)];
    for (const index of [...this.missing]) {
      const at = index < first ? index : index > last ? this.found.length - (wanted.length - index) : -1;
      if (at >= 0 && this.found[at] === undefined) this.pair(at, index);
    }
  }

  private pair(at: number, index: number): void {
    this.found[at] = index;
    this.missing.delete(index);
  }
}

function textOf(cells: readonly string[], width: number): string {
  return `${width} ${cells.slice(0, width).join("\u001f")}`;
}
