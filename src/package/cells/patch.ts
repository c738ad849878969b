import type { Scalar } from "../../sheets/formula";
import { cellsOf } from "../../sheets/notation/place";
import { around, type Rectangle } from "../../sheets/notation/reference";
import { attributeSpans, attributesOf, edited, inserted, tagWith, type Edit } from "../xml";
import { cellMarkup, contentOf, kindOf } from "./cell-content";
import { withDimension } from "./dimension";
import { followersLeft } from "./followers";
import { ColumnStyles, rowStyle } from "./line-styles";
import type { CellSpan, RowSpan, SheetText } from "./sheet-text";

/** What a cell is to show; its formula, if it has one, stays. */
export interface CellValue {
  readonly row: number;
  readonly column: number;
  readonly value: Scalar;
  /** The number of another format for it; without one, it looks as it did. */
  readonly style?: string | undefined;
}

/** A formula that is new in its cell. */
export interface CellFormula extends CellValue {
  /** As a file keeps it, without an equals sign. */
  readonly formula: string;
  /** What it fills beyond its cell; its values are set apart. */
  readonly area?: Rectangle | undefined;
  /** The number by which the workbook marks it as one that fills as many cells as it needs. */
  readonly mark?: string | undefined;
}

/** How a cell is to look: the number of a format. What it holds stays. */
export interface CellFormat {
  readonly row: number;
  readonly column: number;
  readonly style: string;
}

/** What a formula that spills is to show. */
export interface SpillValue {
  readonly row: number;
  readonly column: number;
  /** The cells that it fills in the file. */
  readonly old: Rectangle;
  readonly values: readonly (readonly Scalar[])[];
}

type Added = CellValue | CellFormula;

/** Changes of one sheet, carried out on its text at once. All that is not named stays letter for letter. */
export class SheetPatch {
  private readonly edits: Edit[] = [];
  /** Cells that the file does not have yet, by row. */
  private readonly added = new Map<number, Added[]>();
  private readonly styles: ColumnStyles;
  /** What was asked for, in order. */
  private readonly asked: ((again: SheetPatch) => void)[] = [];

  constructor(private readonly sheet: SheetText) {
    this.styles = new ColumnStyles(sheet);
  }

  set(cell: CellValue): void {
    this.asked.push((again) => again.set(cell));
    this.put(cell);
  }

  private put(cell: CellValue): void {
    const found = this.sheet.cellAt(cell.row, cell.column);
    if (found) this.edits.push(...this.rewritten(found, cell));
    else if (cell.value !== null || cell.style !== undefined) this.add(cell);
  }

  private add(cell: Added): void {
    const row = this.added.get(cell.row);
    if (row) row.push(cell);
    else this.added.set(cell.row, [cell]);
  }

  /** Gives a cell another format. One whose content is changed as well takes it with that. */
  look(cell: CellFormat): void {
    this.asked.push((again) => again.look(cell));
    const found = this.sheet.cellAt(cell.row, cell.column);
    if (!found) return this.add({ ...cell, value: null });
    this.edits.push({ ...found.tag, text: this.tagOf(found, cell.style) });
  }

  /** Puts a value where a formula stood. */
  freeze(cell: CellValue): void {
    const found = this.sheet.cellAt(cell.row, cell.column);
    if (!found || found.formula.start < 0) return this.set(cell);
    this.asked.push((again) => again.freeze(cell));
    const { prefix } = this.sheet;
    const kind = kindOf(cell.value, false);
    const kept = this.tagOf(found, cell.style)
      .replace(/\s(?:t|vm|cm)\s*=\s*(?:"[^"]*"|'[^']*')/g, "")
      .replace(/\s*>$/, "");
    const type = kind.type === "" ? "" : ` t="${kind.type}"`;
    this.edits.push({
      start: found.start,
      end: found.end,
      text: `${kept}${type}>${contentOf(kind, prefix)}</${prefix}c>`,
    });
  }

  /** Puts a formula into a cell, whatever stood there. */
  enter(cell: CellFormula): void {
    this.asked.push((again) => again.enter(cell));
    const found = this.sheet.cellAt(cell.row, cell.column);
    if (!found) return this.add(cell);
    const style = cell.style ?? attributesOf(this.sheet.xml, found.tag)["s"];
    this.edits.push({ start: found.start, end: found.end, text: cellMarkup(cell, style, this.sheet.prefix) });
  }

  /** Writes what a formula spills; cells that it leaves become empty, their format stays. */
  spill(spill: SpillValue): void {
    this.asked.push((again) => again.spill(spill));
    const { row, column, old, values } = spill;
    const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
    this.setArea(row, column, area);
    for (let r = 0; r < Math.max(old.rows, area.rows); r++)
      for (let c = 0; c < Math.max(old.columns, area.columns); c++) {
        const isIn = r < area.rows && c < area.columns;
        if (isIn || (r < old.rows && c < old.columns))
          this.put({ row: row + r, column: column + c, value: isIn ? values[r]![c]! : null });
      }
  }

  /** The sheet's text with everything carried out. */
  text(): string {
    const { xml } = this.sheet;
    // Others can come between cells only where each says its place, and where the list of rows is open for them.
    if (this.added.size > 0 && (this.sheet.impliesPlaces || this.sheet.data.isEmptyTag)) {
      const placed = new SheetPatch(this.sheet.withPlaces());
      for (const ask of this.asked) ask(placed);
      return placed.text();
    }
    for (const [row, cells] of [...this.added].sort(([a], [b]) => a - b)) this.insert(row, cells);
    this.added.clear();
    const text = edited(xml, [...this.edits, ...followersLeft(this.sheet, this.edits)]);
    return this.lastAdded ? withDimension(text, this.lastAdded) : text;
  }

  private lastAdded: Rectangle | undefined;

  private setArea(row: number, column: number, area: Rectangle): void {
    const cell = this.sheet.cellAt(row, column);
    if (!cell || cell.formula.start < 0) return;
    const tag = { start: cell.formula.start, end: this.sheet.xml.indexOf(">", cell.formula.start) + 1 };
    const ref = attributeSpans(this.sheet.xml, tag).get("ref");
    const text = cellsOf(area);
    if (ref && ref.text !== text) this.edits.push({ start: ref.start, end: ref.end, text });
  }

  /** A cell's tag, value and text of its own written anew; its formula stays where it is. */
  private rewritten(cell: CellSpan, { value, style }: CellValue): Edit[] {
    const { xml, prefix } = this.sheet;
    const kind = kindOf(value, cell.formula.start >= 0);
    const isEmptyTag = xml[cell.tag.end - 2] === "/";
    const tag = this.tagOf(cell, style);
    const kept = tag.replace(/\s(?:t|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g, "").replace(/\s*\/?>$/, "");
    const open = `${kept}${kind.type === "" ? "" : ` t="${kind.type}"`}`;
    const content = contentOf(kind, prefix);
    if (isEmptyTag) return [{ ...cell.tag, text: content === "" ? tag : `${open}>${content}</${prefix}c>` }];
    const edits: Edit[] = [{ ...cell.tag, text: `${open}>` }];
    const [value_, inline] = [cell.value, cell.inline];
    if (inline.start >= 0) edits.push({ ...inline, text: value_.start >= 0 ? "" : content });
    if (value_.start >= 0) edits.push({ ...value_, text: content });
    if (value_.start < 0 && inline.start < 0) {
      const at = cell.formula.start >= 0 ? cell.formula.end : cell.tag.end;
      edits.push(inserted(at, content));
    }
    return edits.filter(({ start, end, text }) => xml.slice(start, end) !== text);
  }

  /** A cell's first tag, with another format where there is one. */
  private tagOf({ tag: { start, end } }: CellSpan, style: string | undefined): string {
    const tag = this.sheet.xml.slice(start, end);
    return style === undefined ? tag : tagWith(tag, { s: style });
  }

  private insert(row: number, cells: readonly Added[]): void {
    const { rows, prefix, data } = this.sheet;
    const ordered = [...cells].sort((a, b) => a.column - b.column);
    this.grow(row, ordered);
    const found = rows.find((one) => one.row === row);
    if (found) return this.insertIntoRow(found, ordered);
    const markup = `<${prefix}row r="${row + 1}">${ordered.map((cell) => this.markup(cell, undefined)).join("")}</${prefix}row>`;
    this.edits.push(inserted(rows.find((one) => one.row > row)?.start ?? data.end, markup));
  }

  private insertIntoRow(row: RowSpan, cells: readonly Added[]): void {
    const { xml, prefix } = this.sheet;
    const style = rowStyle(xml, row);
    if (xml[row.tag.end - 2] === "/") {
      const markup = cells.map((cell) => this.markup(cell, style)).join("");
      this.edits.push({ start: row.tag.end - 2, end: row.tag.end, text: `>${markup}</${prefix}row>` });
      return;
    }
    const [from, to] = row.cells;
    const present = Array.from({ length: to - from }, (_, index) => this.sheet.cell(from + index));
    for (const cell of cells) {
      const next = present.find(({ column }) => column > cell.column);
      const at = next?.start ?? xml.lastIndexOf("<", row.end - 1);
      this.edits.push(inserted(at, this.markup(cell, style)));
    }
  }

  private markup(cell: Added, rowStyleId: string | undefined): string {
    const { row, column } = cell;
    const style = cell.style ?? this.neighbour(row, column) ?? rowStyleId ?? this.styles.of(column);
    return cellMarkup(cell, style, this.sheet.prefix);
  }

  /** A cell that a list grows into looks like the one above it. */
  private neighbour(row: number, column: number): string | undefined {
    const above = row > 0 ? this.sheet.cellAt(row - 1, column) : undefined;
    return above && attributesOf(this.sheet.xml, above.tag)["s"];
  }

  private grow(row: number, cells: readonly CellValue[]): void {
    const { column } = cells[0]!;
    const line = { row, column, rows: 1, columns: cells.at(-1)!.column - column + 1 };
    this.lastAdded = around([line, ...(this.lastAdded ? [this.lastAdded] : [])]);
  }
}
