/** Measures whether the texts of cells fit their cells, in the fonts that the page draws them with. */
import type { Frame } from "playwright-core";
import { run } from "./batch";
import type { Desk } from "./desk";

/** A cell as Excel gives it, measures in points. */
interface Cell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly width: number;
  readonly height: number;
  readonly isWrapped: boolean;
  readonly isBold: boolean;
}

/** What Excel leaves blank on both sides of a text, in pixels. */
const PADDING = 4;

/** Of a line of text, in pixels, and what may be missing of the last one. */
const LINE = 16;

/** Reads the cells of an area row by row. */
function cellsOf(pane: Frame, address: string): Promise<Cell[][]> {
  return run(
    pane,
    async (context, at: string): Promise<Cell[][]> => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange(at);
      range.load("text,valueTypes,rowCount,columnCount");
      await context.sync();
      const cells = range.text.map((row, r) =>
        row.map((_, c) => {
          const { format } = range.getCell(r, c);
          format.load("columnWidth,rowHeight,wrapText");
          format.font.load("bold");
          return format;
        }),
      );
      await context.sync();
      return cells.map((row, r) =>
        row.map((format, c) => ({
          text: range.text[r]![c]!,
          isNumber: range.valueTypes[r]![c] !== "String" && range.valueTypes[r]![c] !== "Empty",
          width: format.columnWidth,
          height: format.rowHeight,
          isWrapped: format.wrapText,
          isBold: format.font.bold,
        })),
      );
    },
    address,
  );
}

/**
 * What is cut or reaches beyond its table, each with its place; a title may be wider than its table, where nothing stands
 * beside it. `address`: of a table, without its sheet.
 */
export async function cutTexts(desk: Desk, address: string): Promise<string[]> {
  const cells = await cellsOf(desk.pane(), address);
  return desk.page.evaluate(
    ({ rows, padding, lineHeight }) => {
      const canvas = document.createElement("canvas").getContext("2d")!;
      const widthOf = (text: string, isBold: boolean) => {
        canvas.font = `${isBold ? "bold " : ""}11pt Arial`;
        return canvas.measureText(text).width;
      };
      const pixels = (points: number) => points / 0.75;
      return rows.flatMap((row, r) =>
        row.flatMap((cell, c) => {
          if (cell.text === "" || r === 0) return [];
          const own = pixels(cell.width) - padding;
          const whole = widthOf(cell.text, cell.isBold);
          const words = cell.text.split(/(?<=[\s\p{Script=Han}-])/u);
          const told = (what: string) => [`row ${r + 1}, column ${c + 1}: ${what}: ${cell.text}`];
          if (cell.isWrapped) {
            if (words.some((word) => widthOf(word.trim(), cell.isBold) > own)) return told("a word is too wide");
            let [line, lines] = ["", 1];
            for (const word of words)
              if (line !== "" && widthOf((line + word).trim(), cell.isBold) > own) [line, lines] = [word, lines + 1];
              else line += word;
            return lines * lineHeight > pixels(cell.height) + 2 ? told(`${lines} lines are too high`) : [];
          }
          const filled = row.findIndex(({ text }, at) => at > c && text !== "");
          const free = row.slice(c + 1, filled < 0 ? undefined : filled);
          const room = cell.isNumber ? own : free.reduce((sum, { width }) => sum + pixels(width), own);
          return whole > room ? told(`${Math.round(whole - room)} pixels are cut`) : [];
        }),
      );
    },
    { rows: cells, padding: PADDING, lineHeight: LINE },
  );
}
