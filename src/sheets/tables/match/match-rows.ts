import { pairBetween, type Match } from "./pair-between";

/** A row as it is looked for: what its cells hold, as texts, and how many of the first say which row it is. */
export interface WantedRow {
  readonly isBody: boolean;
  readonly labels: number;
  readonly cells: readonly string[];
}

/**
 * Tells which row of a layout stands where: per row of cells its index, undefined for one that somebody put there. Found
 * whatever order somebody sorted them into, by all that a row says, else by the words before its first figure, else by
 * where it is. Undefined where that cannot be told for certain.
 */
export function matchRows(cells: readonly (readonly string[])[], wanted: readonly WantedRow[]): Match | undefined {
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
