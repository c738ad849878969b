/** The text behind an error, shown when the pointer rests on its cell: Univer's own box, the add-in's words. */
import { type ICellAlert, CellAlertManagerService } from "@univerjs/preset-sheets-core";
import type { CellValue } from "../host/workbook-model";
import type { Grid } from "./grid";

/** As in workbench.css, so that Univer finds a place for the box. */
const WIDTH = 320;
const LINE = 20;
const CHARACTERS_PER_LINE = 46;
const FRAME = 40;

/** `shownAt` gives what a cell shows, an error with the text behind it where there is one. */
export function showMessages(grid: Grid, shownAt: (sheet: string, row: number, column: number) => CellValue): void {
  const alerts = grid.injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert: ICellAlert) => {
    const { subUnitId, row, col } = alert.location;
    const found = shownAt(subUnitId, row, col);
    if (typeof found !== "object" || !found.message) return show(alert);
    const height = FRAME + LINE * Math.ceil(found.message.length / CHARACTERS_PER_LINE);
    show({ ...alert, title: found.error, message: found.message, width: WIDTH, height });
  };
}
