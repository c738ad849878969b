import { PackageFault } from "../fault";
import { addressOfCell } from "../../sheets/notation/place";
import { edited, inserted, type Edit } from "../xml";
import { attribute, endOf, nameAt, skip, wellFormedEndOf } from "../xml/tags";

/** A stretch of a sheet's text; of what is not there, both ends are -1. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cell and where its parts stand in the sheet's text. */
export interface CellSpan extends Span {
  readonly row: number;
  readonly column: number;
  /** Its first tag alone. */
  readonly tag: Span;
  /** The whole element of its formula, and of its value. */
  readonly formula: Span;
  readonly value: Span;
  /** The element of a text of its own. */
  readonly inline: Span;
}

export interface RowSpan extends Span {
  readonly row: number;
  readonly tag: Span;
  /** Its cells: numbers from the first one up to, without, the last. */
  readonly cells: readonly [from: number, to: number];
}

const NONE = -1;
/** Numbers kept of each cell, and which is which: of its formula, value and own text, where they begin; the next tells where they end. */
const FIELDS = 11;
const [ROW, COLUMN, START, TAG_END, END, FORMULA, VALUE, INLINE] = [0, 1, 2, 3, 4, 5, 7, 9] as const;
const PARTS: Readonly<Record<string, number>> = {
  f: FORMULA,
  "/f": FORMULA,
  v: VALUE,
  "/v": VALUE,
  is: INLINE,
  "/is": INLINE,
};
const SLASH = 47;

/**
 * Where the cells of a sheet stand in its text. Cells without a reference follow the one before, as the format has it.
 * Throws a `PackageFault` where the text breaks off.
 */
export class SheetText {
  readonly rows: RowSpan[] = [];
  /** Between the tags of the element that holds the rows. */
  readonly data: Span & { readonly isEmptyTag: boolean };
  /** Whether rows or cells do without their places, as the format allows: each then follows the one before. */
  impliesPlaces = false;
  /** Before the colon of a tag's name, with it; "" as a rule. */
  readonly prefix: string;
  /** `NONE` beyond the last cell. */
  private fields = new Int32Array(FIELDS * 256).fill(NONE);
  private count = 0;
  /** Which cell stands where; only where they do not stand in order, for otherwise they are found without. */
  private places: Map<number, number> | undefined;

  constructor(readonly xml: string) {
    const [, prefix = ""] = /<(\w+:)?sheetData[\s/>]/.exec(xml) ?? [];
    const start = xml.search(/<(?:\w+:)?sheetData[\s/>]/);
    if (start < 0) throw new PackageFault("damaged", "a sheet has no cells");
    this.prefix = prefix;
    const end = endOf(xml, start);
    const isEmptyTag = xml[end - 2] === "/";
    this.data = { start: end, end: isEmptyTag ? end : this.read(end), isEmptyTag };
  }

  get cellCount(): number {
    return this.count;
  }

  cell(index: number): CellSpan {
    const field = (which: number) => this.fields[index * FIELDS + which]!;
    const span = (start: number, end = start + 1): Span => ({ start: field(start), end: field(end) });
    return {
      row: field(ROW),
      column: field(COLUMN),
      ...span(START, END),
      tag: span(START, TAG_END),
      formula: span(FORMULA),
      value: span(VALUE),
      inline: span(INLINE),
    };
  }

  cellAt(row: number, column: number): CellSpan | undefined {
    const key = keyOf(row, column);
    const index = this.places ? this.places.get(key) : this.indexOf(key);
    return index === undefined ? undefined : this.cell(index);
  }

  /** The cell of a key among cells that stand in order. */
  private indexOf(key: number): number | undefined {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keyAt(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.keyAt(low) === key ? low : undefined;
  }

  private keyAt(index: number): number {
    return keyOf(this.fields[index * FIELDS + ROW]!, this.fields[index * FIELDS + COLUMN]!);
  }

  /** The same sheet with the place of each row and cell written out, and open for rows, so that others can come between. */
  withPlaces(): SheetText {
    const { xml, prefix } = this;
    const edits: Edit[] = [];
    const add = (start: number, end: number, name: string, place: string) => {
      if (attribute(xml, start, end, "r") !== undefined) return;
      const at = start + 1 + prefix.length + name.length;
      edits.push(inserted(at, ` r="${place}"`));
    };
    for (const { row, tag } of this.rows) add(tag.start, tag.end, "row", String(row + 1));
    for (let index = 0; index < this.count; index++) {
      const { row, column, tag } = this.cell(index);
      add(tag.start, tag.end, "c", addressOfCell(row, column));
    }
    const { start, isEmptyTag } = this.data;
    if (isEmptyTag) edits.push({ start: start - 2, end: start, text: `></${prefix}sheetData>` });
    return new SheetText(edited(xml, edits));
  }

  /** Reads rows and cells; gives the place of the tag that closes them. */
  private read(from: number): number {
    const { xml, prefix } = this;
    let [row, column] = [-1, -1];
    for (let at = xml.indexOf("<", from); at >= 0;) {
      const skipped = skip(xml, at);
      if (skipped !== undefined) {
        at = xml.indexOf("<", skipped);
        continue;
      }
      const end = wellFormedEndOf(xml, at);
      const name = nameAt(xml, at, prefix);
      if (name === "/sheetData") return at;
      if (name === "row") {
        const given = Number(attribute(xml, at, end, "r"));
        row = given > 0 ? given - 1 : row + 1;
        this.impliesPlaces ||= !(given > 0);
        column = -1;
        this.rows.push({ row, start: at, end, tag: { start: at, end }, cells: [this.count, this.count] });
      } else if (name === "/row") {
        const open = this.rows.pop();
        if (open) this.rows.push({ ...open, end, cells: [open.cells[0], this.count] });
      } else if (name === "c") {
        const place = cellPlace(attribute(xml, at, end, "r"));
        [row, column] = place ?? [row, column + 1];
        this.impliesPlaces ||= place === undefined;
        const next = this.readCell(row, column, at, end);
        at = xml.indexOf("<", next);
        continue;
      }
      at = xml.indexOf("<", end);
    }
    throw new PackageFault("damaged", "a sheet breaks off");
  }

  /** Reads a cell whose first tag ends at `open`; gives the place behind it. */
  private readCell(row: number, column: number, start: number, open: number): number {
    const { xml, prefix } = this;
    const kept = this.room(row, column);
    const { fields } = this;
    let end = open;
    if (xml[open - 2] !== "/") {
      end = NONE;
      for (let at = xml.indexOf("<", open); at >= 0;) {
        const skipped = skip(xml, at);
        const next = skipped ?? wellFormedEndOf(xml, at);
        const name = skipped === undefined ? nameAt(xml, at, prefix) : "";
        if (name === "/c") {
          end = next;
          break;
        }
        const part = PARTS[name];
        if (part !== undefined) {
          if (name.charCodeAt(0) !== SLASH) fields[kept + part] = at;
          fields[kept + part + 1] = next;
        }
        at = xml.indexOf("<", next);
      }
      if (end === NONE) throw new PackageFault("damaged", "a sheet breaks off");
    }
    fields[kept + START] = start;
    fields[kept + TAG_END] = open;
    fields[kept + END] = end;
    return end;
  }

  /** Makes room for a cell and notes its place; gives where its numbers begin. */
  private room(row: number, column: number): number {
    const at = this.count * FIELDS;
    if (at + FIELDS > this.fields.length) {
      const grown = new Int32Array(this.fields.length * 2).fill(NONE, this.fields.length);
      grown.set(this.fields);
      this.fields = grown;
    }
    this.fields[at + ROW] = row;
    this.fields[at + COLUMN] = column;
    const key = keyOf(row, column);
    if (!this.places && this.count > 0 && this.keyAt(this.count - 1) >= key)
      this.places = new Map(Array.from({ length: this.count }, (_, index) => [this.keyAt(index), index]));
    if (this.places?.has(key)) throw new PackageFault("damaged", "a cell stands twice in a sheet");
    this.places?.set(key, this.count);
    this.count++;
    return at;
  }
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

function cellPlace(reference: string | undefined): [row: number, column: number] | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(reference.slice(at));
  if (column === 0 || column > 16_384 || !(row >= 1 && row <= 1_048_576))
    throw new PackageFault("damaged", `${reference} is no cell`);
  return [row - 1, column - 1];
}
