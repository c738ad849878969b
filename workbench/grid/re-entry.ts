/**
 * Going into a cell and out of it again enters it anew in Excel; Univer leaves a cell alone in which nothing was changed.
 * That matters for a formula that shows `#NAME?` because its add-in came too late: so it is repaired by hand.
 */
import { KeyCode, SetCellEditVisibleOperation } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";
import type { GridWorkbook } from "./grid-workbook";

const COMMITTING: readonly (KeyCode | undefined)[] = [KeyCode.ENTER, KeyCode.TAB];

export function computeReentered(grid: Grid, { selection, cells, calculation }: GridWorkbook): void {
  grid.commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetCellEditVisibleOperation.id) return;
    const { visible, keycode } = params as { visible: boolean; keycode?: KeyCode };
    if (visible || !COMMITTING.includes(keycode)) return;
    const cell = { ...selection.area, rowCount: 1, columnCount: 1 };
    const value = cells.values(cell)[0]![0]!;
    if (typeof value === "object" && value.error === "#NAME?") calculation.recalculate([cell]);
  });
}
