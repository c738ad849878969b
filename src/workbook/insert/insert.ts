import { rangeAt } from "../ranges";
import { addChart, removeChart, type AddedChart } from "../chart/add-chart";
import { entriesOf, ownFormulas, sameEntries, type Contents } from "../../sheets/write/contents";
import { readContents } from "../write/contents";
import { enter, hidesRows } from "../write/enter";
import { WIDEST } from "../../sheets/text-width";
import { plainLooks } from "../../sheets/insert/plain-looks";
import { readLooks, type Looks } from "./looks";
import { runAsOneStep } from "../one-step";
import { isElsewhere, requirePlace } from "../write/require-place";
import type { Place } from "../../sheets/notation/place";
import type { Block, Target } from "../../sheets/insert/block";
import { lookAt } from "./target";
import { guarded, orHalfway } from "../../sheets/workbook-error";
import { TEXT, GENERAL } from "../../sheets/write/content";

export type Insertion =
  | {
      readonly kind: "inserted";
      readonly place: Place;
      /** Puts back what was there, unless the cells were changed since. */
      undo(): Promise<Undoing>;
    }
  /** Nothing was written: the place is not free. */
  | { readonly kind: "notFree"; readonly target: Target };

/** `sheetGone`: the sheet was deleted, and the insertion with it. */
export type Undoing = "undone" | "changedSince" | "sheetGone";

/** Width of a digit and of the margins of a cell, in points, in the widest of Excel's usual fonts. */
const DIGIT_POINTS = 6.2;
const MARGIN_POINTS = 6;

/** A hidden name that marks the cells of an insertion, so that they are found again. */
export interface Mark {
  readonly name: string;
  readonly comment: string;
}

/** What an insertion needs to be taken back. */
interface Before {
  readonly place: Place;
  readonly contents: Contents;
  readonly columnWidths: readonly number[];
  readonly looks: Looks;
  chart?: AddedChart;
  readonly mark: Mark | undefined;
}

/** Reads what stands where a block would go, and writes nothing. */
export function inspect(block: Block, at: Place): Promise<Target> {
  return guarded(() => Excel.run((context) => lookAt(context, block, at)));
}

/** Checks the place and writes the block there, and marks it if that is wished. */
export async function insert(block: Block, at: Place, overwrite: boolean, mark?: Mark): Promise<Insertion> {
  const target = await inspect(block, at);
  const isFree = target.filled === 0 && target.table === undefined;
  if (target.merged !== undefined || !(isFree || overwrite)) return { kind: "notFree", target };
  const insertion = await guarded(() => write(block, target, mark));
  return insertion ?? { kind: "notFree", target: await inspect(block, at) };
}

/** Undefined: somebody wrote there meanwhile. What Excel refuses on the way is taken back as a whole. */
async function write(block: Block, { place, filled }: Target, mark: Mark | undefined): Promise<Insertion | undefined> {
  let before: Before | undefined;
  const takeBack = async () => {
    const done = before;
    if (done && !(await isAsBefore(done))) await Excel.run((context) => putBack(context, done));
    before = undefined;
  };
  const batch = async (context: Excel.RequestContext): Promise<Insertion | undefined> => {
    const range = rangeAt(context, place);
    const columns = columnsOf(range, place);
    for (const column of columns) column.format.load("columnWidth");
    range.load("rowHidden");
    const looks = readLooks(context, block.looks ?? plainLooks(block), place);
    const contents = await readContents(context, range);
    if (filled === 0 && contents.formulas.some((row) => row.some((entry) => entry !== ""))) return undefined;
    const columnWidths = columns.map((column) => column.format.columnWidth);
    const done: Before = (before = { place, contents, columnWidths, looks, mark });

    const there = rangeAt(context, place).load("formulas,values,valueTypes,numberFormat");
    enter(range, hidesRows(range), { entries: entriesFor(block), formats: formatsOf(block, contents) });
    columns.forEach((column, i) => {
      const needed = Math.min(block.widths[i] ?? 0, WIDEST) * DIGIT_POINTS + MARGIN_POINTS;
      if (columnWidths[i]! < needed) column.format.columnWidth = needed;
    });
    looks.apply();
    if (mark) range.worksheet.names.add(mark.name, range, mark.comment).visible = false;
    const written = ownFormulas(await readContents(context, range));
    if (!sameEntries(there.formulas, contents.formulas)) {
      // Somebody was there at the last moment: what was overwritten is theirs.
      const { formulas, values, valueTypes } = there;
      const numberFormats = there.numberFormat as string[][];
      await putBack(context, { ...done, contents: { ...contents, formulas, values, valueTypes, numberFormats } });
      before = undefined;
      return undefined;
    }
    if (block.chart) done.chart = await addChart(context, block.chart, place);
    return { kind: "inserted", place, undo: () => undo(done, written) };
  };
  try {
    return await runAsOneStep(batch, takeBack);
  } catch (error) {
    await orHalfway(error, takeBack);
    throw error;
  }
}

/** Every cell of the place: below a formula that spills they are emptied, or it could not. */
function entriesFor({ content, rows, columns }: Block): (number | string)[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => {
      const cell = content[r]?.[c] ?? "";
      return typeof cell !== "object" ? cell : "formula" in cell ? cell.formula : cell.error;
    }),
  );
}

/** `written`: what Excel gave back after the writing; anything else there now is the user's. */
function undo(before: Before, written: readonly (readonly unknown[])[]): Promise<Undoing> {
  return guarded(async (): Promise<Undoing> => {
    const { place } = before;
    const found = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheetId).load("id");
      await context.sync();
      return sheet.isNullObject ? undefined : ownFormulas(await readContents(context, rangeAt(context, place)));
    });
    if (!found) return "sheetGone";
    if (!sameEntries(found, written)) return "changedSince";
    try {
      await runAsOneStep((context) => putBack(context, before, true));
    } catch (error) {
      if (isElsewhere(error)) return "changedSince";
      throw error;
    }
    return "undone";
  });
}

/** Whether Excel refused before anything was written. */
function isAsBefore({ place, contents }: Before): Promise<boolean> {
  return Excel.run(async (context) => {
    const now = await readContents(context, rangeAt(context, place));
    return (
      sameEntries(ownFormulas(now), ownFormulas(contents)) && sameEntries(now.numberFormats, contents.numberFormats)
    );
  });
}

async function putBack(
  context: Excel.RequestContext,
  { place, contents, columnWidths, looks, chart, mark }: Before,
  isInPlace = false,
): Promise<void> {
  const range = rangeAt(context, place).load("rowHidden");
  const marked = mark && range.worksheet.names.getItemOrNullObject(mark.name);
  marked?.load("name");
  const restoreLooks = looks.restore(context);
  await context.sync();
  // Rows may have come since it was looked at.
  if (isInPlace && marked && !marked.isNullObject) requirePlace(context, marked, place);
  restoreLooks();
  enter(range, hidesRows(range), { entries: entriesOf(contents), formats: contents.numberFormats });
  columnsOf(range, place).forEach((column, i) => (column.format.columnWidth = columnWidths[i]!));
  if (marked && !marked.isNullObject) marked.delete();
  await context.sync();
  if (chart) await removeChart(context, chart);
}

function columnsOf(range: Excel.Range, place: Place): Excel.Range[] {
  return Array.from({ length: place.columns }, (_, column) => range.getColumn(column));
}

/** Texts stay texts; a value gets the block's format; a formula gets it only where the user has set none, or where the cell would make a text of it. */
function formatsOf(block: Block, { numberFormats }: Contents): string[][] {
  return numberFormats.map((row, r) =>
    row.map((format, c) => {
      const content = block.content[r]?.[c];
      if (typeof content === "string") return TEXT;
      if (r < block.headers) return content !== undefined && format === TEXT ? GENERAL : format;
      const ofRow = c > 0 ? block.rowFormats?.[r] : undefined;
      const fitting = block.cellFormats?.[r]?.[c] ?? ofRow ?? block.formats[c] ?? GENERAL;
      const isOwn = format !== GENERAL && format !== TEXT;
      return typeof content === "number" || !isOwn ? fitting : format;
    }),
  );
}
