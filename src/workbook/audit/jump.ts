import { cellsOn } from "../ranges";
import type { Place } from "../../sheets/notation/place";
import { guarded } from "../../sheets/workbook-error";

/** `hidden`: on a sheet that is not shown; `gone`: its sheet was deleted. */
export type Jump = "selected" | "hidden" | "gone";

/** Selects cells and brings them into view. Rejects with a `WorkbookError`. */
export function jumpTo(place: Place): Promise<Jump> {
  return guarded(() =>
    Excel.run(async (context): Promise<Jump> => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheetId).load("visibility");
      await context.sync();
      if (sheet.isNullObject) return "gone";
      if (sheet.visibility !== "Visible") return "hidden";
      sheet.activate();
      cellsOn(sheet, place).select();
      await context.sync();
      return "selected";
    }),
  );
}
