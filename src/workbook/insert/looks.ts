import type { Look } from "../../sheets/insert/looks";
import { addressOfCell, SHEET_COLUMNS, SHEET_ROWS, type Place } from "../../sheets/notation/place";

/** Dark enough to be read on white, and on the bands of a table. */
const GREY = "#636363";
const BLACK = "#000000";

const LINES = ["EdgeTop", "EdgeBottom"] as const;

/** What is set off, with how it was before. */
export interface Looks {
  /** Call after the round trip that follows `readLooks`. */
  apply(): void;
  /** What it gives, called after the next round trip, sets everything as it was, but for number formats, which come after it; cells that differed among each other get Excel's usual look. */
  restore(context: Excel.RequestContext): () => void;
}

/** Reads what is about to be set off, with the caller's next round trip. Rows and columns of `looks` count from the first cell of `place`. */
export function readLooks(context: Excel.RequestContext, looks: readonly Look[], place: Place): Looks {
  const parts = looks.flatMap((look) => (look.greysMissing ? [] : cellByCell(look))).map((look) => {
    const range = rangeOf(context, look, place);
    range.load(
      "style,format/horizontalAlignment,format/indentLevel,format/verticalAlignment,format/wrapText,format/font/bold,format/font/color,format/fill/color,format/fill/pattern",
    );
    const lines = look.style === undefined ? [] : LINES.map((side) => range.format.borders.getItem(side).load("style"));
    return { look, range, lines };
  });
  const rules = looks.filter(({ greysMissing }) => greysMissing).map((look) => readRules(context, look, place));
  let restores: ((range: Excel.Range) => void)[] = [];
  return {
    apply() {
      restores = parts.map(({ look, range, lines }) => {
        const restore = wayBack(look, range, lines);
        applyLook(range, look, range.format.horizontalAlignment === "General");
        return restore;
      });
      for (const rule of rules) rule.apply();
    },
    restore(again) {
      const deletions = rules.map((rule) => rule.restore(again));
      return () => {
        parts.forEach(({ look }, i) => restores[i]?.(rangeOf(again, look, place)));
        for (const remove of deletions) remove();
      };
    },
  };
}

/** The same for the rule that makes missing figures grey: no format of a cell reaches an error that is spilled. */
function readRules(context: Excel.RequestContext, look: Look, place: Place): Looks {
  const range = rangeOf(context, look, place);
  const before = range.conditionalFormats.load("items/id");
  let added: Excel.ConditionalFormat | undefined;
  return {
    apply() {
      added = range.conditionalFormats.add("Custom").load("id");
      added.custom.rule.formula = `=ISNA(${addressOfCell(place.row + look.row, place.column + look.column)})`;
      added.custom.format.font.color = GREY;
    },
    restore(again) {
      const now = rangeOf(again, look, place).conditionalFormats.load("items/id");
      return () => {
        // Where Excel's answer was lost, it is the one that came since.
        const id = added?.toJSON().id;
        const isOurs = (one: string) => (id === undefined ? before.items.every((old) => old.id !== one) : one === id);
        if (added) for (const rule of now.items) if (isOurs(rule.id)) rule.delete();
      };
    },
  };
}

/** `isFree`: nobody placed the cells otherwise. */
export function applyLook(range: Excel.Range, look: Look, isFree = true): void {
  const { format } = range;
  if (look.style !== undefined) range.style = look.style;
  if (look.band?.isOn) range.style = "Accent1_20";
  else if (look.band) format.fill.clear();
  if (look.isBold) format.font.bold = true;
  if (look.tone) format.font.color = look.tone === "grey" ? GREY : BLACK;
  if (look.side && isFree) format.horizontalAlignment = look.side;
  if (look.isIndented) format.indentLevel = 1;
  if (look.isTop) format.verticalAlignment = "Top";
  if (look.isWrapped) {
    format.wrapText = true;
    format.autofitRows();
  }
}

/** null: the cells differ among each other. */
function wayBack(
  { style, isBold, tone, side, isIndented, isTop, isWrapped }: Look,
  range: Excel.Range,
  lines: readonly Excel.RangeBorder[],
) {
  const { horizontalAlignment, indentLevel, verticalAlignment, wrapText, font, fill } = range.format;
  const { bold, color } = font;
  const styleBefore = range.style ?? "Normal";
  const colour = fill.pattern === "None" ? undefined : fill.color;
  const edges = lines.map((line) => line.style ?? "None");
  // Excel's usual style takes everything with it.
  const isAll = style !== undefined;
  return (again: Excel.Range): void => {
    const { format } = again;
    if (isAll) again.style = styleBefore;
    if (isAll && colour) format.fill.color = colour;
    edges.forEach((edge, i) => (format.borders.getItem(LINES[i]!).style = edge));
    if (isAll || isBold) format.font.bold = bold ?? false;
    if (isAll || tone) format.font.color = color ?? BLACK;
    if (isAll || (side && horizontalAlignment === "General"))
      format.horizontalAlignment = horizontalAlignment ?? "General";
    if (isIndented) format.indentLevel = indentLevel ?? 0;
    if (isAll || isTop) format.verticalAlignment = verticalAlignment ?? "Bottom";
    if (isAll || isWrapped) format.wrapText = wrapText ?? false;
    if (isWrapped) format.autofitRows();
  };
}

/** Cells of a header or a total may each have had looks of their own. */
function cellByCell(look: Look): Look[] {
  if (look.style === undefined || look.style === "Accent1_20") return [look];
  return Array.from({ length: look.columns }, (_, i) => ({ ...look, column: look.column + i, columns: 1 }));
}

function rangeOf(context: Excel.RequestContext, look: Look, place: Place): Excel.Range {
  const [row, column] = [place.row + look.row, place.column + look.column];
  return context.workbook.worksheets
    .getItem(place.sheetId)
    .getRangeByIndexes(
      row,
      column,
      Math.min(look.rows, SHEET_ROWS - row),
      Math.min(look.columns, SHEET_COLUMNS - column),
    );
}
