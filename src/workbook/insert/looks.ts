import type { Place } from "../../sheets/notation/place";
import { WIDEST } from "../../sheets/text-width";
import type { Block } from "../../sheets/insert/block";

/** What is set off in a block, with how it was before. */
export interface Looks {
  /** Call after the round trip that follows `readLooks`. */
  apply(): void;
  /** Sets everything as it was. Takes effect with the caller's next round trip; cells that differed among each other get Excel's usual look. */
  restore(context: Excel.RequestContext): void;
}

/** Reads what is about to be set off, with the caller's next round trip: titles and column headers in bold, headers of figures to the right where nobody placed them otherwise, a line below the headers, long texts wrapped. */
export function readLooks(context: Excel.RequestContext, block: Block, place: Place): Looks {
  const titles = new Set(block.headers > 0 ? [0, block.headers - 1] : []);
  const wide = block.widths.flatMap((width, column) => (width > WIDEST ? [column] : []));
  const below = block.rows - block.headers;
  const bold = [...titles].map((row) => ({ ...place, row: place.row + row, rows: 1 }));
  const wrapped =
    below > 0
      ? wide.map((column) => ({
          ...place,
          row: place.row + block.headers,
          rows: below,
          column: place.column + column,
          columns: 1,
        }))
      : [];
  const underlined = block.headers > 0 ? [{ ...place, row: place.row + block.headers - 1, rows: 1 }] : [];
  const headers = underlined.flatMap((area) =>
    (block.figures ?? []).flatMap((isFigures, column) =>
      isFigures ? [{ ...area, column: place.column + column, columns: 1 }] : [],
    ),
  );
  const lines = underlined.map((area) => lineBelow(context, area).load("style"));
  const fonts = bold.map((area) => formatOf(context, area).font.load("bold"));
  const formats = wrapped.map((area) => formatOf(context, area).load("wrapText,verticalAlignment"));
  const sides = headers.map((area) => formatOf(context, area).load("horizontalAlignment"));
  let before: {
    bold: readonly boolean[];
    wrap: readonly boolean[];
    side: readonly Excel.RangeFormat["verticalAlignment"][];
    line: readonly Excel.RangeBorder["style"][];
  } = { bold: [], wrap: [], side: [], line: [] };
  let moved: readonly Place[] = [];
  return {
    apply() {
      // null: the cells differ among each other.
      before = {
        bold: fonts.map((font) => font.bold ?? false),
        wrap: formats.map((format) => format.wrapText ?? false),
        side: formats.map((format) => format.verticalAlignment ?? "Bottom"),
        line: lines.map(({ style }) => style ?? "None"),
      };
      moved = headers.filter((_, i) => sides[i]!.horizontalAlignment === "General");
      for (const font of fonts) font.bold = true;
      // Of no colour of its own: it has that of the workbook's text.
      for (const line of lines) line.style = "Continuous";
      for (const format of formats) {
        format.wrapText = true;
        format.verticalAlignment = "Top";
        format.autofitRows();
      }
      for (const area of moved) formatOf(context, area).horizontalAlignment = "Right";
    },
    restore(again) {
      bold.forEach((area, i) => (formatOf(again, area).font.bold = before.bold[i]!));
      underlined.forEach((area, i) => (lineBelow(again, area).style = before.line[i]!));
      for (const area of moved) formatOf(again, area).horizontalAlignment = "General";
      wrapped.forEach((area, i) => {
        const format = formatOf(again, area);
        format.wrapText = before.wrap[i]!;
        format.verticalAlignment = before.side[i]!;
        format.autofitRows();
      });
    },
  };
}

function lineBelow(context: Excel.RequestContext, area: Place): Excel.RangeBorder {
  return formatOf(context, area).borders.getItem("EdgeBottom");
}

function formatOf(context: Excel.RequestContext, { sheetId, row, column, rows, columns }: Place): Excel.RangeFormat {
  return context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns).format;
}
