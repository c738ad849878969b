/** The text behind an error, shown when the pointer rests on its cell: Univer's own box, the add-in's words. */
import type { ICellAlert } from "@univerjs/preset-sheets-core";
import { CellAlertManagerService } from "@univerjs/preset-sheets-core";
import type { CellError } from "../host/workbook-model";
import type { Grid } from "./grid";

/** As in workbench.css, so that Univer finds a place for the box. */
const WIDTH = 320;
const LINE = 20;
const CHARACTERS_PER_LINE = 46;
const FRAME = 40;

/** `errorAt` gives what a cell shows when it is an error with a text of its own. */
export function showMessages(grid: Grid, errorAt: (sheet: string, row: number, column: number) => CellError | undefined): void {
  const alerts = grid.injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert: ICellAlert) => {
    const { subUnitId, row, col } = alert.location;
    const found = errorAt(subUnitId, row, col);
    if (!found?.message) return show(alert);
    const height = FRAME + LINE * Math.ceil(found.message.length / CHARACTERS_PER_LINE);
    show({ ...alert, title: found.error, message: found.message, width: WIDTH, height });
  };
}
