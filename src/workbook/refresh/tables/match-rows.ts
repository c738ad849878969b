import type { Rectangle } from "../../formula";
import type { SheetScan } from "../../scan";
import { contentAt, signature } from "./cell-content";
import type { LayoutRow, TableLayout } from "./layout";

/** Per row of a table's cells: the row of its layout that stands there, undefined for one that somebody put there. */
export type RowMatch = readonly (number | undefined)[];

/**
 * Tells which row of a layout stands where, whatever order somebody sorted them into: by all that a row says, else by the
 * words before its first figure, else by where it is. Undefined where that cannot be told for certain.
 */
export function matchRows(sheet: SheetScan, area: Rectangle, layout: TableLayout): RowMatch | undefined {
  const matching = new Matching(area.rows, layout);
  const cells = Array.from({ length: area.rows }, (_, r) => Array.from({ length: area.columns }, (__, c) => signature(contentAt(sheet, area.row + r, area.column + c))));
  matching.pairByText(cells, () => area.columns);
  matching.pairByText(cells, ({ labels }) => labels);
  matching.pairEnds();
  matching.pairBetween();
  return matching.result();
}

class Matching {
  private readonly found: (number | undefined)[];
  private readonly missing: Set<number>;

  constructor(
    rows: number,
    private readonly layout: TableLayout,
  ) {
    this.found = Array<number | undefined>(rows).fill(undefined);
    this.missing = new Set(layout.rows.keys());
  }

  /** Rows whose first cells say the same: as many as `width` gives for a row of the layout. */
  pairByText(cells: readonly (readonly string[])[], width: (row: LayoutRow) => number): void {
    const wanted = new Map<string, number[]>();
    for (const index of this.missing) {
      const row = this.layout.rows[index]!;
      const key = textOf(row.cells.map(signature), width(row));
      wanted.set(key, [...(wanted.get(key) ?? []), index]);
    }
    const widths = new Set([...this.missing].map((index) => width(this.layout.rows[index]!)));
    cells.forEach((line, at) => {
      for (const one of widths) {
        const index = this.found[at] === undefined ? wanted.get(textOf(line, one))?.shift() : undefined;
        if (index !== undefined) this.pair(at, index);
      }
    });
  }

  /** Title and header stay at the top and the notes at the end: what was rewritten there is still that row. */
  pairEnds(): void {
    const { rows } = this.layout;
    const [first, last] = [rows.findIndex(({ isBody }) => isBody), rows.findLastIndex(({ isBody }) => isBody)];
    for (const index of [...this.missing]) {
      const at = index < first ? index : index > last ? this.found.length - (rows.length - index) : -1;
      if (at >= 0 && this.found[at] === undefined) this.pair(at, index);
    }
  }

  /** As many rows between two that are known as the layout has there: they are those, rewritten. */
  pairBetween(): void {
    const known = this.found.flatMap((index, at) => (index === undefined ? [] : [{ at, index }]));
    if (known.some(({ index }, i) => i > 0 && index < known[i - 1]!.index)) return;
    const ends = [{ at: -1, index: -1 }, ...known, { at: this.found.length, index: this.layout.rows.length }];
    ends.slice(1).forEach((end, i) => {
      const start = ends[i]!;
      if (end.at - start.at !== end.index - start.index) return;
      for (let step = 1; start.at + step < end.at; step++) this.pair(start.at + step, start.index + step);
    });
  }

  /** Rows that came and rows that went are not told from rows that were rewritten. */
  result(): RowMatch | undefined {
    return this.missing.size > 0 && this.found.includes(undefined) ? undefined : this.found;
  }

  private pair(at: number, index: number): void {
    this.found[at] = index;
    this.missing.delete(index);
  }
}

function textOf(cells: readonly string[], width: number): string {
  return `${width} ${cells.slice(0, width).join("\u001f")}`;
}
