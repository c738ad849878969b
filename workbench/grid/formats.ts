/** The looks of cells and the sizes of rows and columns, in Univer's sheets. */
import type { IStyleData, IBorderData, IObjectArrayPrimitiveType, Nullable, Worksheet } from "@univerjs/core";
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowHeightMutationFactory,
} from "@univerjs/sheets";
import { mapArea, type Area } from "../host/a1";
import { formatNumber } from "../host/number-format";
import { spanOf, type Dimension } from "../host/structure/step";
import type { FormatProperty, Formats, FormatValue } from "../host/workbook-model";
import { clipped, rangeOf } from "./area";
import type { GridCells } from "./cells";
import type { Grid } from "./grid";
import { LOOKS, changedLine, lineProperty } from "./styles";

const USUAL_FONT = "Arial";
const USUAL_SIZE = 11;

/** Where Univer breaks a line: after a blank or a hyphen, and beside a Chinese character. */
const PIECES = /[^\s\p{Script=Han}\u3000-\u303F\uFF01-\uFF60-]+[\s-]*|[\s-]+|[^]/gu;

let canvas: CanvasRenderingContext2D | null | undefined;

/** Pixels that a text takes in the font of a cell; roughly, where there is no page to draw on. */
function widthOf(text: string, { bl, ff, fs }: IStyleData): number {
  canvas ??= typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  const size = fs ?? USUAL_SIZE;
  if (!canvas) return [...text].length * size * 0.7;
  canvas.font = `${bl ? "bold " : ""}${size}pt ${ff ?? USUAL_FONT}`;
  return canvas.measureText(text).width;
}

/** Lines that a wrapped text takes in a cell of some width in pixels. */
function linesIn(text: string, width: number, style: IStyleData): number {
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

/** Excel measures in points, Univer in pixels. */
const POINTS_PER_PIXEL = 0.75;
const PIXELS_PER_CHARACTER = 7.5;
const CELL_MARGIN = 12;
const CELL_PADDING = 6;
const LINE_HEIGHT = 24;
const FURTHER_LINE_HEIGHT = 17;

/** Which cells of an area have a side of it, and which of their own sides that is. */
const SIDES: Readonly<
  Record<string, readonly [side: "t" | "b" | "l" | "r", inside: (area: Area, row: number, column: number) => boolean]>
> = {
  EdgeTop: ["t", (area, row) => row === area.row],
  EdgeBottom: ["b", (area, row) => row === area.row + area.rowCount - 1],
  EdgeLeft: ["l", (area, _, column) => column === area.column],
  EdgeRight: ["r", (area, _, column) => column === area.column + area.columnCount - 1],
  InsideHorizontal: ["b", (area, row) => row < area.row + area.rowCount - 1],
  InsideVertical: ["r", (area, _, column) => column < area.column + area.columnCount - 1],
};

/** A side that a property (`borders.EdgeTop.style`) is of, and which property of its line. */
function edgeOf(property: FormatProperty) {
  const [, name = "", line = ""] = /^borders\.(\w+)\.(\w+)$/.exec(property) ?? [];
  const side = SIDES[name];
  return side && { own: side[0], isInside: side[1], line };
}

/** What rows and columns have as a whole. */
const OF_LINES: Readonly<Record<string, readonly [Dimension, (sheet: Worksheet, at: number) => number | boolean]>> = {
  columnHidden: ["columns", (sheet, at) => !sheet.getColVisible(at)],
  rowHidden: ["rows", (sheet, at) => !sheet.getRowVisible(at)],
  columnWidth: ["columns", (sheet, at) => sheet.getColumnWidth(at) * POINTS_PER_PIXEL],
  rowHeight: ["rows", (sheet, at) => sheet.getRowHeight(at) * POINTS_PER_PIXEL],
};

export class GridFormats implements Formats {
  constructor(
    private readonly grid: Grid,
    private readonly cells: GridCells,
  ) {}

  get(area: Area, property: FormatProperty): FormatValue | undefined {
    const found = new Set<FormatValue | undefined>();
    const sheet = this.grid.sheet(area.sheet);
    const [along, of] = OF_LINES[property] ?? [];
    if (along && of) {
      const { start, count } = spanOf(clipped(this.grid, area), along);
      for (let at = start; at < start + count; at++) found.add(of(sheet, at));
    } else {
      const edge = edgeOf(property);
      mapArea(this.looked(area), (row, column) => {
        if (edge && !edge.isInside(area, row, column)) return;
        const style = sheet.getCellStyle(row, column) ?? {};
        found.add(edge ? lineProperty(style.bd?.[edge.own], edge.line) : LOOKS[property]?.read(style));
      });
    }
    return found.size > 1 ? null : [...found][0];
  }

  set(area: Area, property: FormatProperty, value: FormatValue): void {
    if (property === "columnWidth" || property === "rowHeight")
      return this.resize(area, property, Number(value) / POINTS_PER_PIXEL);
    if (property === "columnHidden" || property === "rowHidden") return this.hide(area, property, value === true);
    const edge = edgeOf(property);
    if (edge) return this.setBorder(area, edge, value);
    const look = LOOKS[property];
    if (look) this.cells.style(clipped(this.grid, area), () => look.write(value));
  }

  autofit(area: Area, what: "columns" | "rows"): void {
    if (what === "rows") return this.autofitRows(clipped(this.grid, area));
    const shown = this.looked({ ...area, row: 0, rowCount: this.grid.sheet(area.sheet).getRowCount() });
    const [values, formats] = [this.cells.values(shown), this.cells.numberFormats(shown)];
    const widths: Record<number, number> = {};
    values.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === "") return;
        const width = formatNumber(value, formats[row]![column]!).length * PIXELS_PER_CHARACTER + CELL_MARGIN;
        widths[shown.column + column] = Math.max(width, widths[shown.column + column] ?? 0);
      }),
    );
    if (Object.keys(widths).length > 0) this.resizeColumns(area.sheet, widths);
  }

  /** A wrapped text takes as many lines as its column makes of it; anything else one. */
  private autofitRows(area: Area): void {
    const shown = this.looked({ ...area, column: 0, columnCount: this.grid.sheet(area.sheet).getColumnCount() });
    const sheet = this.grid.sheet(area.sheet);
    const linesOf = (text: string, row: number, column: number): number =>
      linesIn(text, sheet.getColumnWidth(column) - CELL_PADDING, sheet.getCellStyle(row, column) ?? {});
    const heights: Record<number, number> = {};
    for (let row = area.row; row < area.row + area.rowCount; row++) heights[row] = LINE_HEIGHT;
    this.cells.values(shown).forEach((line, r) =>
      line.forEach((value, c) => {
        const [row, column] = [shown.row + r, shown.column + c];
        if (typeof value !== "string" || LOOKS.wrapText!.read(sheet.getCellStyle(row, column) ?? {}) !== true) return;
        heights[row] = Math.max(heights[row]!, LINE_HEIGHT + (linesOf(value, row, column) - 1) * FURTHER_LINE_HEIGHT);
      }),
    );
    this.resizeRows(area, heights);
  }

  /** Looks are asked for whole columns too: only cells in use can differ. */
  private looked(area: Area): Area {
    const used = this.cells.used(area.sheet, false);
    const rows = Math.max(1, Math.min(area.rowCount, (used ? used.row + used.rowCount : 1) - area.row));
    const columns = Math.max(1, Math.min(area.columnCount, (used ? used.column + used.columnCount : 1) - area.column));
    const isSmall = area.rowCount * area.columnCount <= rows * columns;
    return isSmall ? area : { ...area, rowCount: rows, columnCount: columns };
  }

  private setBorder(area: Area, edge: NonNullable<ReturnType<typeof edgeOf>>, value: FormatValue): void {
    const { own, isInside, line } = edge;
    const sheet = this.grid.sheet(area.sheet);
    this.cells.style(clipped(this.grid, area), (row, column) => {
      if (!isInside(area, row, column)) return undefined;
      const bd: IBorderData = { [own]: changedLine(sheet.getCellStyle(row, column)?.bd?.[own], line, value) };
      return { bd };
    });
  }

  private hide(area: Area, property: "columnHidden" | "rowHidden", isHidden: boolean): void {
    const [hide, show] =
      property === "rowHidden"
        ? [SetRowHiddenMutation.id, SetRowVisibleMutation.id]
        : [SetColHiddenMutation.id, SetColVisibleMutation.id];
    const params = { unitId: this.grid.unit, subUnitId: area.sheet, ranges: [rangeOf(clipped(this.grid, area))] };
    const [redo, undo] = isHidden ? [hide, show] : [show, hide];
    this.grid.perform([{ id: redo, params }], [{ id: undo, params }]);
  }

  private resize(area: Area, property: "columnWidth" | "rowHeight", pixels: number): void {
    const inside = clipped(this.grid, area);
    if (property === "columnWidth") {
      return this.resizeColumns(
        area.sheet,
        Object.fromEntries(Array.from({ length: inside.columnCount }, (_, i) => [inside.column + i, pixels])),
      );
    }
    this.resizeRows(inside, pixels);
  }

  private resizeRows(area: Area, rowHeight: number | Record<number, number>): void {
    const params = { unitId: this.grid.unit, subUnitId: area.sheet, ranges: [rangeOf(area)], rowHeight };
    const before = SetWorksheetRowHeightMutationFactory(params, this.grid.sheet(area.sheet));
    this.grid.mutate(SetWorksheetRowHeightMutation.id, params, before);
  }

  private resizeColumns(sheet: string, colWidth: IObjectArrayPrimitiveType<Nullable<number>>): void {
    const columns = Object.keys(colWidth).map(Number);
    const ranges = columns.map((column) =>
      rangeOf({ row: 0, rowCount: this.grid.sheet(sheet).getRowCount(), column, columnCount: 1 }),
    );
    const params = { unitId: this.grid.unit, subUnitId: sheet, ranges, colWidth };
    const before = SetWorksheetColWidthMutationFactory(params, this.grid.sheet(sheet));
    this.grid.mutate(SetWorksheetColWidthMutation.id, params, before);
  }
}
