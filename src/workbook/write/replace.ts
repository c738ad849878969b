import { addressOf } from "../../sheets/notation/place";
import { portion, type Job, step } from "../../sheets/job";
import { orHalfway, WorkbookError } from "../../sheets/workbook-error";
import { holds, holdsAlike, holdsStill, lookAtCells, Seen } from "./check";
import { type Write, entryOf, GENERAL, isLostInText, TEXT } from "../../sheets/write/content";
import { rangeAt } from "../ranges";
import { packed } from "../../sheets/scan";
import { runsOf, type Run } from "../../sheets/write/runs";

/**
 * Writes contents where `before`, write for write, still stands, and looks in the same message at what it replaces and what
 * it leaves. Puts back what was before when something else stood there or the contents are not kept, when Excel refuses in
 * between, and when the job is cancelled: either all of it happens or nothing. Where that cannot be, because Excel takes
 * nothing any more or somebody moved the cells meanwhile, it rejects as `halfway`.
 */
export async function replaceCells(
  context: Excel.RequestContext,
  writes: readonly Write[],
  before: readonly Write[],
  mayHide: (sheetId: string) => boolean,
  job: Job = {},
): Promise<void> {
  const [changed] = (await lookAtCells(context, before)).without(before, holdsStill);
  if (changed) throw new WorkbookError("changed", await addressIn(context, changed));
  let overwritten: Write[] = [];
  let found: Seen | undefined;
  const lefts: Seen[] = [];
  try {
    await writeCells(context, writes, mayHide, portion(job, 0, 0.9), (there, left) => {
      [overwritten, found] = [there.without(before, holdsStill), there];
      lefts.push(left);
      if (overwritten.length > 0) throw new WorkbookError("changed");
      if (left.without(writes, holds).length > 0)
        throw new WorkbookError("failed", "Excel did not keep what was written");
    });
  } catch (error) {
    const back = before.map((write) => (found && overwritten.includes(write) ? asFound(write, found) : write));
    const ours = writes.map((write) => lefts.reduce(asFound, write));
    // `orHalfway` leaves a group that Excel refused to whoever runs it.
    await orHalfway(error, () => putBack(context, ours, back, mayHide));
    throw overwritten[0] ? new WorkbookError("changed", await addressIn(context, overwritten[0])) : error;
  }
}

/** How often what somebody enters while cells are put back is put back itself. */
const TRIES = 3;

/**
 * Puts back what stood where writes were carried out, each only where it stands: what somebody else has there now stays.
 * Rejects where something that was written stands elsewhere.
 */
export async function putBack(
  context: Excel.RequestContext,
  writes: readonly Write[],
  before: readonly Write[],
  mayHide: (sheetId: string) => boolean,
  tries = TRIES,
): Promise<void> {
  const now = await lookAtCells(context, before);
  const isIn = (seen: Seen, write: Write) => seen.without([write], holdsAlike).length === 0;
  const away = before
    .map((back, i) => ({ back, ours: writes[i]! }))
    .filter(({ back, ours }) => !isIn(now, back) || !isIn(now, ours));
  const isKnown = ({ back, ours }: (typeof away)[number]) =>
    cellsOf(back).every((cell, i) => isIn(now, cell) || isIn(now, cellsOf(ours)[i]!));
  const rest = away.filter(({ back }) => !isIn(now, back)).filter(isKnown);
  const entered: Write[] = [];
  const writesBack = rest.map(({ back }) => back);
  await writeCells(context, writesBack, mayHide, {}, (there) => {
    for (const { back, ours } of rest)
      if (!cellsOf(back).every((cell, i) => isIn(there, cell) || isIn(there, cellsOf(ours)[i]!)))
        entered.push(asFound(back, there));
  });
  const again = rest.filter(({ back }) => entered.some((one) => isSamePlace(one, back))).map(({ back }) => back);
  if (entered.length > 0 && tries > 0) await putBack(context, again, entered, mayHide, tries - 1);
  if (entered.length > 0 || !away.every((one) => isIn(now, one.back) || isKnown(one)))
    throw new WorkbookError("changed");
}

function isSamePlace(a: Write, b: Write): boolean {
  return a.sheetId === b.sheetId && a.row === b.row && a.column === b.column;
}

function cellsOf({ sheetId, row, column, content }: Write): Write[] {
  return content.flatMap((cells, r) =>
    cells.map((cell, c) => ({ sheetId, row: row + r, column: column + c, content: [[cell]] })),
  );
}

/** A write with what was found in those of its cells that did not hold what they were to. */
function asFound(write: Write, found: Seen): Write {
  const { sheetId, row, column, content } = write;
  const cells = cellsOf(write);
  return {
    ...write,
    content: content.map((line, r) =>
      line.map((cell, c) =>
        found.without([cells[r * line.length + c]!], holdsStill).length === 0
          ? cell
          : (found.content(sheetId, row + r, column + c) ?? null),
      ),
    ),
  };
}

async function addressIn(context: Excel.RequestContext, { sheetId, row, column }: Write): Promise<string> {
  const sheet = context.workbook.worksheets.getItem(sheetId).load("name");
  await context.sync();
  return addressOf({ sheetId, sheet: sheet.name, row, column, rows: 1, columns: 1 });
}

const RUNS_PER_REQUEST = 400;
const CELLS_PER_REQUEST = 10_000;

/** What a run counts for in a request that may have so many cells, and fewer runs. */
const weightOf = ({ content }: Run): number =>
  Math.max(content.length * content[0]!.length, CELLS_PER_REQUEST / RUNS_PER_REQUEST);

/** Told of every message: what stood in its cells when it came, and what it left there. */
type Heed = (before: Seen, after: Seen) => void;

/**
 * Writes contents and leaves number formats as they are. `mayHide`: whether a sheet may have hidden rows. `heed` may throw;
 * it is told of what somebody did at the last moment, for the cells are looked at in the message that writes them. Progress counts runs of cells.
 */
async function writeCells(
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
  const ranges = runs.map((run) => rangeOf(context, run).load("numberFormat"));
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
