import { packed } from "../../sheets/scan";
import { step, type Job } from "../../sheets/job";
import { entryOf, GENERAL, isLostInText, TEXT, type Write } from "../../sheets/write/content";
import { runsOf, type Run } from "../../sheets/write/runs";

const RUNS_PER_REQUEST = 400;
const CELLS_PER_REQUEST = 10_000;

/** What a run counts for in a request that may have so many cells, and fewer runs. */
const weightOf = ({ content }: Run): number =>
  Math.max(content.length * content[0]!.length, CELLS_PER_REQUEST / RUNS_PER_REQUEST);

/** Writes contents and leaves number formats as they are. `mayHide`: whether a sheet may have hidden rows. Progress counts runs of cells. */
export async function writeCells(
  context: Excel.RequestContext,
  writes: readonly Write[],
  mayHide: (sheetId: string) => boolean,
  job: Job = {},
): Promise<void> {
  const runs = runsOf(writes, mayHide);
  let done = 0;
  for (const group of packed(runs, weightOf, CELLS_PER_REQUEST)) {
    step(job, done, runs.length);
    await writeGroup(context, group);
    done += group.length;
  }
  step(job, done, runs.length);
}

async function writeGroup(context: Excel.RequestContext, runs: readonly Run[]): Promise<void> {
  const ranges = runs.map((run) => {
    const range = rangeOf(context, run);
    range.load("numberFormat");
    return range;
  });
  await context.sync();
  runs.forEach(({ content }, i) => {
    const range = ranges[i]!;
    const formats = range.numberFormat as string[][];
    // A text cell would make a text of a number, but keeps the number that it has when it becomes a text cell.
    const freed = content.map((row, r) =>
      row.map((cell, c) => (formats[r]![c] === TEXT && isLostInText(cell) ? GENERAL : formats[r]![c]!)),
    );
    const isFreed = freed.some((row, r) => row.some((format, c) => format !== formats[r]![c]));
    if (isFreed) range.numberFormat = freed;
    range.formulas = content.map((row, r) => row.map((cell, c) => entryOf(cell, freed[r]![c]!)));
    if (isFreed) range.numberFormat = formats.map((row) => [...row]);
  });
  await context.sync();
}

function rangeOf(context: Excel.RequestContext, { sheetId, row, column, content }: Run): Excel.Range {
  return context.workbook.worksheets
    .getItem(sheetId)
    .getRangeByIndexes(row, column, content.length, content[0]!.length);
}
