import { rangeAt } from "../ranges";
import { packed } from "../../sheets/scan";
import { step, type Job } from "../../sheets/job";
import { entryOf, GENERAL, isLostInText, TEXT, type Write } from "../../sheets/write/content";
import { runsOf, type Run } from "../../sheets/write/runs";
import { Seen } from "./check";

const RUNS_PER_REQUEST = 400;
const CELLS_PER_REQUEST = 10_000;

/** What a run counts for in a request that may have so many cells, and fewer runs. */
const weightOf = ({ content }: Run): number =>
  Math.max(content.length * content[0]!.length, CELLS_PER_REQUEST / RUNS_PER_REQUEST);

/** Told of every message: what stood in its cells when it came, and what it left there. */
export type Heed = (before: Seen, after: Seen) => void;

/**
 * Writes contents and leaves number formats as they are. `mayHide`: whether a sheet may have hidden rows. `heed` may throw;
 * it is told of what somebody did at the last moment, for the cells are looked at in the message that writes them. Progress counts runs of cells.
 */
export async function writeCells(
  context: Excel.RequestContext,
  writes: readonly Write[],
  mayHide: (sheetId: string) => boolean,
  job: Job = {},
  heed?: Heed,
): Promise<void> {
  const runs = runsOf(writes, mayHide);
  let done = 0;
  for (const group of packed(runs, weightOf, CELLS_PER_REQUEST)) {
    step(job, done, runs.length);
    await writeGroup(context, group, heed);
    done += group.length;
  }
  step(job, done, runs.length);
}

async function writeGroup(context: Excel.RequestContext, runs: readonly Run[], heed?: Heed): Promise<void> {
  const ranges = runs.map((run) => {
    const range = rangeOf(context, run);
    range.load("numberFormat");
    return range;
  });
  await context.sync();
  const look = () => (heed ? runs.map((run) => rangeOf(context, run).load("formulas,values")) : []);
  const before = look();
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
  const after = look();
  await context.sync();
  heed?.(seenIn(runs, before), seenIn(runs, after));
}

function seenIn(runs: readonly Run[], ranges: readonly Excel.Range[]): Seen {
  const seen = new Seen();
  runs.forEach(({ sheetId, row, column }, i) => {
    const { formulas, values } = ranges[i]!;
    seen.add(sheetId, { row, column, formulas, values });
  });
  return seen;
}

function rangeOf(context: Excel.RequestContext, { sheetId, row, column, content }: Run): Excel.Range {
  return rangeAt(context, { sheetId, row, column, rows: content.length, columns: content[0]!.length });
}
