import type { TableBlock, TableCell } from "../../../tables";
import { headerWidth, numberWidth, textWidth, WIDEST } from "../../text-width";

/** Room for the error of a missing figure. */
const MISSING_WIDTH = 5;

/** Lines of sources and notes narrower than this nobody likes to read: the columns share what is missing. */
const NARROWEST_TABLE = 56;

/** Words beside figures keep their distance. */
const INDENT = 2;

/** A header is broken into lines of about so many characters, but for words that are longer. */
const HEADER_LINE = 16;

/** Characters of each column of a table, for every entry; texts beyond the widest column that is made are wrapped. `formats`: of the cells, row by row. */
export function columnWidths(
  { title, header, kinds, rows }: TableBlock,
  formats: readonly (readonly string[])[],
): number[] {
  const needed = header.map(
    (text, column) =>
      Math.max(
        ...inLines(text, HEADER_LINE).map(headerWidth),
        ...rows.map((cells, row) => widthOf(cells[column]!, formats[row]![column]!)),
      ) + (kinds[column]!.kind === "text" ? INDENT : 0),
  );
  return wideEnough(needed, title);
}

/** Columns that lines of sources fit under, and the title over, if it is not all too long. */
export function wideEnough(widths: readonly number[], title: string): number[] {
  const wanted = Math.max(NARROWEST_TABLE, Math.min(headerWidth(title), WIDEST));
  const missing = wanted - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width + Math.max(0, Math.ceil(missing / widths.length)));
}

function widthOf({ value, isDate }: TableCell, format: string): number {
  if (typeof value === "object") return MISSING_WIDTH;
  if (isDate) return format.length + 1;
  return typeof value === "number" ? numberWidth(value, format) : textWidth(value);
}

/** Where a line may end: after a blank, and after a Chinese character, but neither before a mark that closes nor after one that opens. */
const PIECES = /[（《“‘「【]*(?:[^\s\p{Script=Han}\u3000-\u303F\uFF01-\uFF60]+|[^])[，。；：、？！）》”’」】]*\s*/gu;

/** A text in lines of at most so many characters; only a word that is longer makes a longer one. */
export function inLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(PIECES)) {
    if (line !== "" && textWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== "");
}
