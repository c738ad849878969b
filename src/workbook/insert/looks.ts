import { rangeAt } from "../ranges";
import { GREY, type Look } from "../../sheets/insert/looks";
import { around, covers, type Rectangle } from "../../sheets/notation/reference";
import { addressOfCell, SHEET_COLUMNS, SHEET_ROWS, type Place } from "../../sheets/notation/place";
import { putLooksBack, readCellLooks } from "./cell-looks";

const BLACK = "#000000";

const FIRST_CELL: Rectangle = { row: 0, column: 0, rows: 1, columns: 1 };

/** What is set off, with how it was before. */
export interface Looks {
  /** Call after the round trip that follows `readLooks`. */
  apply(): void;
  /** What it gives, called after the next round trip, sets everything as it was, but for number formats, which come after it. */
  restore(context: Excel.RequestContext): () => void;
}

/** Reads what is about to be set off, with the caller's next round trip. Rows and columns of `looks` count from the first cell of `place`. */
export function readLooks(context: Excel.RequestContext, looks: readonly Look[], place: Place): Looks {
  const ofCells = looks.filter(({ greysMissing }) => !greysMissing);
  // Excel's answer has a limit: cells that stay as they are are not asked for.
  const whole = around(ofCells) ?? FIRST_CELL;
  const before = readCellLooks(rangeOf(context, whole, place));
  const isIn = (look: Look, r: number, c: number) => covers(look, whole.row + r, whole.column + c);
  const rules = looks.filter(({ greysMissing }) => greysMissing).map((look) => readRules(context, look, place));
  const isFree = (look: Look) =>
    before.value.every((cells, r) =>
      cells.every(({ format }, c) => !isIn(look, r, c) || format?.horizontalAlignment === "General"),
    );
  return {
    apply() {
      for (const look of ofCells) applyLook(rangeOf(context, look, place), look, !look.side || isFree(look));
      for (const rule of rules) rule.apply();
    },
    restore(again) {
      const deletions = rules.map((rule) => rule.restore(again));
      return () => {
        putLooksBack(rangeOf(again, whole, place), before.value, (r, c) => ofCells.some((look) => isIn(look, r, c)));
        for (const look of ofCells) if (look.isWrapped) rangeOf(again, look, place).format.autofitRows();
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

function rangeOf(context: Excel.RequestContext, look: Rectangle, place: Place): Excel.Range {
  const [row, column] = [place.row + look.row, place.column + look.column];
  const [rows, columns] = [Math.min(look.rows, SHEET_ROWS - row), Math.min(look.columns, SHEET_COLUMNS - column)];
  return rangeAt(context, { sheetId: place.sheetId, row, column, rows, columns });
}
