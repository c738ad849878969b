/** Where a cell is on the screen. */
import { IRenderManagerService, SHEET_VIEWPORT_KEY, SheetSkeletonManagerService } from "@univerjs/preset-sheets-core";
import type { CellPlace } from "./answers";
import type { Grid } from "./grid";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a cell of the sheet on screen, in the window. @throws Error when the sheet is not on screen. */
export function cellCenter(grid: Grid, { sheet, row, column }: CellPlace): Point {
  const render = grid.injector.get(IRenderManagerService).getRenderById(grid.unit);
  const skeleton = render?.with(SheetSkeletonManagerService).getSkeletonParam(sheet)?.skeleton;
  const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !skeleton || !view) throw new Error("This sheet is not on screen");
  const { startX, endX, startY, endY } = skeleton.getCellWithCoordByIndex(row, column);
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  return {
    x: canvas.left + ((startX + endX) / 2 - view.viewportScrollX) * scaleX,
    y: canvas.top + ((startY + endY) / 2 - view.viewportScrollY) * scaleY,
  };
}
