import { addChart, removeChart, type AddedChart } from "../chart/add-chart";
import type { ChartPlan } from "../../sheets/chart";
import { entriesOf, ownFormulas, sameEntries, type Contents } from "../../sheets/write/contents";
import { readContents } from "../write/contents";
import { readLooks, WIDEST, type Looks } from "./looks";
import { runAsOneStep } from "../one-step";
import type { Place } from "../../sheets/notation/place";
import type { Block, Target } from "../../sheets/insert/block";

import { lookAt } from "./target";
import { guarded } from "../../sheets/workbook-error";

export type Insertion =
  | {
      readonly kind: "inserted";
      readonly place: Place;
      /** Puts back what was there, unless the cells were changed since. */
      undo(): Promise<Undoing>;
    }
  /** Nothing was written: the place is not free. */
  | { readonly kind: "notFree"; readonly target: Target };

export type Undoing = "undone" | "changedSince";

/** Width of a digit and of the margins of a cell, in points, in Excel's usual font. */
const DIGIT_POINTS = 5.25;
const MARGIN_POINTS = 6;

const GENERAL = "General";
const TEXT = "@";

/** What an insertion needs to be taken back. */
interface Before {
  readonly place: Place;
  readonly contents: Contents;
  readonly columnWidths: readonly number[];
  readonly looks: Looks;
  readonly chart: AddedChart | undefined;
}

/** Reads what stands where a block would go, and writes nothing. */
export function inspect(block: Block, at: Place): Promise<Target> {
  return guarded(() => Excel.run((context) => lookAt(context, block, at)));
}

/** Checks the place and writes the block there, in one run, so that nothing can come between. */
export function insert(block: Block, at: Place, overwrite: boolean): Promise<Insertion> {
  return guarded(() =>
    runAsOneStep(async (context): Promise<Insertion> => {
      const target = await lookAt(context, block, at);
      const isFree = target.filled === 0 && target.table === undefined;
      return target.merged === undefined && (isFree || overwrite)
        ? write(context, block, target.place)
        : { kind: "notFree", target };
    }),
  );
}

async function write(context: Excel.RequestContext, block: Block, place: Place): Promise<Insertion> {
  const range = rangeOf(context, place);
  const columns = columnsOf(range, place);
  for (const column of columns) column.format.load("columnWidth");
  const looks = readLooks(context, block, place);
  const contents = await readContents(context, range);
  const columnWidths = columns.map((column) => column.format.columnWidth);

  range.numberFormat = formatsOf(block, contents);
  range.formulas = entriesFor(block);
  columns.forEach((column, i) => {
    const needed = Math.min(block.widths[i] ?? 0, WIDEST) * DIGIT_POINTS + MARGIN_POINTS;
    if (columnWidths[i]! < needed) column.format.columnWidth = needed;
  });
  looks.apply();
  const written = ownFormulas(await readContents(context, range));
  const before = { place, contents, columnWidths, looks };
  const chart = block.chart && (await drawn(context, block.chart, { ...before, chart: undefined }, written));
  return { kind: "inserted", place, undo: () => putBack({ ...before, chart }, written) };
}

/** A block whose chart Excel refuses is taken back as a whole. */
async function drawn(
  context: Excel.RequestContext,
  plan: ChartPlan,
  before: Before,
  written: readonly (readonly unknown[])[],
): Promise<AddedChart> {
  try {
    return await addChart(context, plan, before.place);
  } catch (error) {
    await putBack(before, written);
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
function putBack(
  { place, contents, columnWidths, looks, chart }: Before,
  written: readonly (readonly unknown[])[],
): Promise<Undoing> {
  return guarded(() =>
    runAsOneStep(async (context): Promise<Undoing> => {
      const range = rangeOf(context, place);
      const current = await readContents(context, range);
      if (!sameEntries(ownFormulas(current), written)) return "changedSince";
      range.numberFormat = contents.numberFormats.map((row) => [...row]);
      range.formulas = entriesOf(contents);
      columnsOf(range, place).forEach((column, i) => (column.format.columnWidth = columnWidths[i]!));
      looks.restore(context);
      await context.sync();
      if (chart) await removeChart(context, chart);
      return "undone";
    }),
  );
}

function rangeOf(context: Excel.RequestContext, place: Place): Excel.Range {
  return context.workbook.worksheets
    .getItem(place.sheetId)
    .getRangeByIndexes(place.row, place.column, place.rows, place.columns);
}

function columnsOf(range: Excel.Range, place: Place): Excel.Range[] {
  return Array.from({ length: place.columns }, (_, column) => range.getColumn(column));
}

/** Texts stay texts; a value gets the block's format; a formula gets it only where the user has set none. */
function formatsOf(block: Block, { numberFormats }: Contents): string[][] {
  return numberFormats.map((row, r) =>
    row.map((format, c) => {
      const content = block.content[r]?.[c];
      if (typeof content === "string") return TEXT;
      if (r < block.headers) return format;
      const fitting = block.rowFormats?.[r] ?? block.formats[c] ?? GENERAL;
      return typeof content === "number" || format === GENERAL ? fitting : format;
    }),
  );
}
