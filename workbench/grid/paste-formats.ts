/**
 * A pasted cell keeps the number format it was copied with. Univer gives a text that reads like a date the format of one,
 * and writes it into the looks that the copied cell shares with others.
 */
import type { IStyleData } from "@univerjs/core";
import { PasteCommand, SheetPasteShortKeyCommand } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

const PASTING: readonly string[] = [PasteCommand.id, SheetPasteShortKeyCommand.id];

export function keepPastedFormats(grid: Grid): void {
  grid.commands.beforeCommandExecuted(({ id }) => {
    if (PASTING.includes(id))
      for (const style of Object.values(grid.book.getStyles().toJSON() as Record<string, IStyleData | null>))
        keepPattern(style?.n);
  });
}

/** What is set there is set in vain: Univer makes new looks for what is meant. */
function keepPattern(format: IStyleData["n"]): void {
  const pattern = format?.pattern;
  if (pattern !== undefined)
    Object.defineProperty(format, "pattern", {
      get: () => pattern,
      set: () => undefined,
      enumerable: true,
      configurable: true,
    });
}
