/** Where a cell is on the screen. */
import { IRenderManagerService, SHEET_VIEWPORT_KEY, SheetSkeletonManagerService } from "@univerjs/preset-sheets-core";
import type { CellPlace } from "./answers";
import type { Grid } from "./grid";

/** A cell of the sheet on screen, in the window. @throws Error when the sheet is not on screen. */
export function cellBox(grid: Grid, { sheet, row, column }: CellPlace): DOMRect {
  const render = grid.injector.get(IRenderManagerService).getRenderById(grid.unit);
  const skeleton = render?.with(SheetSkeletonManagerService).getSkeletonParam(sheet)?.skeleton;
  const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !skeleton || !view) throw new Error("This sheet is not on screen");
  const { startX, endX, startY, endY } = skeleton.getCellWithCoordByIndex(row, column);
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  const [left, top] = [
    canvas.left + (startX - view.viewportScrollX) * scaleX,
    canvas.top + (startY - view.viewportScrollY) * scaleY,
  ];
  return new DOMRect(left, top, (endX - startX) * scaleX, (endY - startY) * scaleY);
}

/** The middle of a cell, for a pointer. @throws Error when the sheet is not on screen. */
export function cellCenter(grid: Grid, cell: CellPlace) {
  const { x, y, width, height } = cellBox(grid, cell);
  return { x: x + width / 2, y: y + height / 2 };
}

export type Point = ReturnType<typeof cellCenter>;
