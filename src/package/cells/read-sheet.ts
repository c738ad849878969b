import { rectangleOf, type Rectangle } from "../../sheets/notation/reference";
import type { CellsRead } from "../../sheets/scan";
import { sharedFormula, type SharedFormula } from "../formulas/shared";
import { shownFormula } from "../formulas/shown";
import { attribute, attributesOf, textIn } from "../xml/tags";
import { unescapeCellText } from "../xml/text";
import type { CellSpan, SheetText } from "./sheet-text";
import { richText } from "./strings";

interface Content {
  readonly row: number;
  readonly column: number;
  readonly formula: string | undefined;
  readonly value: unknown;
}

/** @param strings the texts that cells share */
export function readSheet(sheet: SheetText, strings: readonly string[]) {
  const formulas = new FormulaReader(sheet);
  const contents: Content[] = [];
  for (let index = 0; index < sheet.cellCount; index++) {
    const cell = sheet.cell(index);
    const formula = formulas.read(cell);
    const value = valueOf(sheet, cell, strings);
    if (formula !== undefined || value !== "") contents.push({ row: cell.row, column: cell.column, formula, value });
  }
  contents.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    used: around(contents),
    /** Every cell with something in it, in blocks that are mostly full. */
    blocks: blocksOf(contents),
    /** What formulas fill beyond their own cell. */
    spills: formulas.spills,
    hidesRows: sheet.rows.some(({ tag }) =>
      /\shidden\s*=\s*["'](?:1|true)["']/.test(sheet.xml.slice(tag.start, tag.end)),
    ),
  };
}

/** The value of a cell as Excel hands it over: "" for an empty one, an error as its word. */
export function valueOf({ xml }: SheetText, cell: CellSpan, strings: readonly string[]): unknown {
  const type = typeOf(xml, cell);
  if (type === "inlineStr") return cell.inline.start < 0 ? "" : richText(xml, cell.inline);
  if (cell.value.start < 0) return "";
  const text = innerText(xml, cell.value);
  if (type === "s") return strings[Number(text)] ?? "";
  if (type === "b") return text === "1" || text === "true";
  if (type === "n") return text === "" ? "" : Number(text);
  return unescapeCellText(text);
}

function typeOf(xml: string, { tag: { start, end } }: CellSpan): string {
  return attribute(xml, start, end, "t") ?? "n";
}

/** The text of an element that holds nothing else. */
function innerText(xml: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const open = xml.indexOf(">", start) + 1;
  if (open >= end) return "";
  return textIn(xml, { start: open, end: xml.lastIndexOf("<", end - 1) });
}

/** Reads formulas; those that cells share are known from the first of them. */
class FormulaReader {
  readonly spills: Rectangle[] = [];
  private readonly shared = new Map<string, { row: number; column: number; at: SharedFormula }>();

  constructor(private readonly sheet: SheetText) {}

  read({ row, column, formula }: CellSpan): string | undefined {
    if (formula.start < 0) return undefined;
    const { xml } = this.sheet;
    const tagEnd = xml.indexOf(">", formula.start) + 1;
    const isPlain = xml.slice(formula.start, tagEnd).trimEnd().endsWith("f>") && xml[formula.start + 1] !== "/";
    const kept = innerText(xml, formula);
    if (isPlain) return kept === "" ? undefined : shownFormula(kept);
    const { t = "normal", ref = "", si = "" } = attributesOf(xml, { start: formula.start, end: tagEnd });
    if (t === "dataTable") return "=TABLE()";
    if (t === "array") {
      const area = rectangleOf(ref);
      if (area && area.rows * area.columns > 1) this.spills.push(area);
    }
    if (t !== "shared") return kept === "" ? undefined : shownFormula(kept);
    if (kept !== "") {
      const first = { row, column, at: sharedFormula(shownFormula(kept)) };
      this.shared.set(si, first);
      return first.at(0, 0);
    }
    const first = this.shared.get(si);
    return first?.at(row - first.row, column - first.column);
  }
}

function around(contents: readonly Content[]): Rectangle | undefined {
  if (contents.length === 0) return undefined;
  let [left, right] = [Infinity, 0];
  for (const { column } of contents) {
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  const [top, bottom] = [contents[0]!.row, contents.at(-1)!.row];
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Rows that are read together; a row that lies far from the others, or is far wider, begins a new block. */
const ROWS = 1_000;
/** How much emptier than its cells a block may be. */
const SPARSE = 8;

function blocksOf(contents: readonly Content[]): CellsRead[] {
  const blocks: CellsRead[] = [];
  let group: Content[] = [];
  let [left, right] = [Infinity, 0];
  for (let at = 0; at < contents.length;) {
    let next = at;
    while (next < contents.length && contents[next]!.row === contents[at]!.row) next++;
    const row = contents.slice(at, next);
    const [nextLeft, nextRight] = [Math.min(left, row[0]!.column), Math.max(right, row.at(-1)!.column)];
    const rows = row[0]!.row - (group[0] ?? row[0]!).row + 1;
    const area = rows * (nextRight - nextLeft + 1);
    if (group.length > 0 && (rows > ROWS || area > SPARSE * (group.length + row.length) + 1_000)) {
      blocks.push(block(group, left, right));
      [group, left, right] = [row, row[0]!.column, row.at(-1)!.column];
    } else {
      for (const cell of row) group.push(cell);
      [left, right] = [nextLeft, nextRight];
    }
    at = next;
  }
  return group.length > 0 ? [...blocks, block(group, left, right)] : blocks;
}

function block(contents: readonly Content[], left: number, right: number): CellsRead {
  const [top, bottom] = [contents[0]!.row, contents.at(-1)!.row];
  const columns = right - left + 1;
  const empty = () => Array.from({ length: bottom - top + 1 }, () => new Array<unknown>(columns).fill(""));
  const [formulas, values] = [empty(), empty()];
  for (const { row, column, formula, value } of contents) {
    values[row - top]![column - left] = value;
    formulas[row - top]![column - left] = formula ?? value;
  }
  return { row: top, column: left, rows: bottom - top + 1, columns, formulas, values };
}
