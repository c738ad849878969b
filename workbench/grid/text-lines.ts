/** How texts break in cells, in the fonts that the page draws them with. */
import type { IStyleData } from "@univerjs/core";

const USUAL_FONT = "Arial";
const USUAL_SIZE = 11;

/** Where Univer breaks a line: after a blank or a hyphen, and beside a Chinese character. */
const PIECES = /[^\s\p{Script=Han}\u3000-\u303F\uFF01-\uFF60-]+[\s-]*|[\s-]+|[^]/gu;

let canvas: CanvasRenderingContext2D | null | undefined;

/** Pixels that a text takes in the font of a cell; roughly, where there is no page to draw on. */
export function widthOf(text: string, { bl, ff, fs }: IStyleData): number {
  canvas ??= typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  const size = fs ?? USUAL_SIZE;
  if (!canvas) return [...text].length * size * 0.7;
  canvas.font = `${bl ? "bold " : ""}${size}pt ${ff ?? USUAL_FONT}`;
  return canvas.measureText(text).width;
}

/** Lines that a wrapped text takes in a cell of some width in pixels. */
export function linesIn(text: string, width: number, style: IStyleData): number {
  return text.split("\n").reduce((lines, paragraph) => {
    let line = "";
    let count = 1;
    for (const [piece] of paragraph.matchAll(PIECES)) {
      const longer = line + piece;
      if (line !== "" && widthOf(longer.trimEnd(), style) > width) [line, count] = [piece, count + 1];
      else line = longer;
    }
    return lines + count;
  }, 0);
}
