/** Duplicating a sheet by hand: Univer's own copy has no names, and another manner of calling it. */
import type { ICommand } from "@univerjs/core";
import { CopySheetCommand } from "@univerjs/sheets";
import type { Grid } from "./grid";
import type { GridWorkbook } from "./grid-workbook";

export function duplicateAsExcel({ commands }: Grid, { sheets, structure }: GridWorkbook): void {
  const command: ICommand = {
    ...CopySheetCommand,
    handler: () => {
      sheets.activate(structure.copySheet(sheets.active, sheets.get(sheets.active)!.position + 1).id);
      return true;
    },
  };
  commands.unregisterCommand(CopySheetCommand.id);
  commands.registerCommand(command);
}
