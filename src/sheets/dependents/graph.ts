import { cellKey, type CellPlace } from "../notation/place";
import { covers, type Rectangle } from "../notation/reference";
import type { SheetScan, WorkbookScan } from "../scan";
import { relocate, type Relocated } from "./relocate";

/** A formula of the workbook and what it looks at. */
export interface GraphNode {
  readonly sheet: SheetScan;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly relocated: Relocated;
}

/** An area with more cells than this is found by its rows. */
const FEW_CELLS = 16;
const ROWS_PER_BAND = 64;
/** An area of more bands than this is looked at for every cell of its sheet. */
const FEW_BANDS = 256;

/** The formulas that look at cells of one sheet. */
class Readers {
  private readonly byCell = new Map<number, number[]>();
  private readonly byBand = new Map<number, { area: Rectangle; reader: number }[]>();
  private readonly tall: { area: Rectangle; reader: number }[] = [];

  add(area: Rectangle, reader: number): void {
    if (area.rows * area.columns <= FEW_CELLS) {
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++)
          push(this.byCell, keyOf(row, column), reader);
      return;
    }
    const [first, last] = [bandOf(area.row), bandOf(area.row + area.rows - 1)];
    if (last - first >= FEW_BANDS) this.tall.push({ area, reader });
    else for (let band = first; band <= last; band++) push(this.byBand, band, { area, reader });
  }

  of(row: number, column: number): number[] {
    const near = [...(this.byBand.get(bandOf(row)) ?? []), ...this.tall].filter(({ area }) =>
      covers(area, row, column),
    );
    return [...(this.byCell.get(keyOf(row, column)) ?? []), ...near.map(({ reader }) => reader)];
  }
}

/** Which formula looks at which cell, over a whole workbook. */
export class FormulaGraph {
  readonly nodes: GraphNode[] = [];
  private readonly readers = new Map<string, Readers>();
  private readonly places = new Map<string, number>();

  constructor(scan: WorkbookScan, isKnown: (name: string) => boolean) {
    for (const sheet of scan.sheets)
      for (const { row, column, formula } of sheet.formulaCells()) {
        const relocated = relocate(scan, { sheet, row, column }, formula, isKnown);
        this.places.set(cellKey({ sheetId: sheet.id, row, column }), this.nodes.length);
        this.nodes.push({ sheet, row, column, formula, relocated });
      }
    for (const [index, { relocated }] of this.nodes.entries())
      for (const { sheet, area } of relocated.areas) this.readersOf(sheet).add(area, index);
  }

  /** The formulas that may look at any cell. */
  get lookingAnywhere(): number[] {
    return this.nodes.flatMap(({ relocated }, index) => (relocated.looksAnywhere ? [index] : []));
  }

  at(place: CellPlace): number | undefined {
    return this.places.get(cellKey(place));
  }

  /** The formulas that look at a cell. */
  readersAt(sheet: SheetScan, row: number, column: number): number[] {
    return this.readers.get(sheet.id)?.of(row, column) ?? [];
  }

  /** The formulas that look at any cell that a formula fills. */
  readersOfNode(index: number): Set<number> {
    const { sheet, row, column } = this.nodes[index]!;
    const area = sheet.areaOf(row, column);
    const found = new Set<number>();
    for (let r = area.row; r < area.row + area.rows; r++)
      for (let c = area.column; c < area.column + area.columns; c++)
        for (const reader of this.readersAt(sheet, r, c)) if (reader !== index) found.add(reader);
    return found;
  }

  /**
   * The formulas behind some cells, each after those that it looks at; what goes round in a circle is left out of the
   * order and told apart.
   */
  behind(starts: Iterable<number>): { readonly order: number[]; readonly circular: number[] } {
    const reached = new Map<number, Set<number>>();
    const waiting = [...starts];
    const first = new Set(waiting);
    for (let at = 0; at < waiting.length; at++) {
      const index = waiting[at]!;
      if (reached.has(index)) continue;
      const readers = this.readersOfNode(index);
      reached.set(index, readers);
      waiting.push(...readers);
    }
    const before = new Map<number, number>();
    for (const readers of reached.values())
      for (const reader of readers) before.set(reader, (before.get(reader) ?? 0) + 1);
    const order: number[] = [];
    const ready = [...reached.keys()].filter((index) => !before.get(index));
    for (let at = 0; at < ready.length; at++) {
      order.push(ready[at]!);
      for (const reader of reached.get(ready[at]!)!) {
        const left = before.get(reader)! - 1;
        before.set(reader, left);
        if (left === 0) ready.push(reader);
      }
    }
    const done = new Set(order);
    return { order, circular: [...reached.keys()].filter((index) => !done.has(index) && !first.has(index)) };
  }

  private readersOf(sheet: SheetScan): Readers {
    const known = this.readers.get(sheet.id) ?? new Readers();
    this.readers.set(sheet.id, known);
    return known;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function bandOf(row: number): number {
  return Math.floor(row / ROWS_PER_BAND);
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}
