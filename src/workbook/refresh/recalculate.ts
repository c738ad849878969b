import { rangeAt } from "../ranges";
import { packed, CELLS_PER_REQUEST, cellCount, type Band, scalarOf } from "../../sheets/scan";
import { portion, step, supervised, type Job } from "../../sheets/job";
import { readBands } from "../scan/read-bands";
import type { Scalar } from "../../sheets/formula";
import { areasOf, cellsIn } from "../../sheets/notation/areas";
import { cellKey, type CellPlace } from "../../sheets/notation/place";
import { hasFollowed, type Recalculation } from "../../sheets/refresh/formulas/recalculation";

/** Each is an object for Excel to make. */
const AREAS_PER_REQUEST = 500;

/** Milliseconds between two looks, as long as nothing moves: results come in at most every half second. */
const LOOKS = [0, 250, 500, 500, 1000, 1000, 2000, 2000, 3000];
/** At this look the whole sheets are recalculated: some builds of Excel leave single ranges as they are. */
const INSIST = 4;

/** Looks at what only Excel can tell, and the time between two: as long as results may take to come in. */
const STILL_LOOKS = 6;
const STILL_PAUSE = 500;

export interface Settled {
  /** Targets that do not show what they must. */
  readonly left: readonly Recalculation[];
  /** Cells that show something else than before. */
  readonly moved: readonly CellPlace[];
}

/** Has Excel compute exactly these formulas, and waits until they show what they must. Rejects with a `WorkbookError`, or with the signal's reason. */
export async function recalculated(
  targets: readonly Recalculation[],
  pause: (milliseconds: number) => Promise<void>,
  job: Job,
): Promise<Settled> {
  if (targets.length === 0) return { left: [], moved: [] };
  return supervised(job, () =>
    Excel.run(async (context) => {
      await recalculate(context, targets, portion(job, 0, 0.3));
      return settle(context, targets, pause, portion(job, 0.3, 1));
    }),
  );
}

/** Has Excel compute exactly these formulas, and then what depends on them. */
async function recalculate(context: Excel.RequestContext, targets: readonly Recalculation[], job: Job): Promise<void> {
  const groups = packed(areasOf(targets), () => 1, AREAS_PER_REQUEST);
  for (const [index, group] of groups.entries()) {
    step(job, index, groups.length);
    await recalculateAreas(context, group);
  }
  context.application.calculate(Excel.CalculationType.recalculate);
  await context.sync();
}

async function recalculateAreas(context: Excel.RequestContext, areas: readonly Band[]): Promise<void> {
  for (const area of areas) rangeAt(context, area).calculate();
  await context.sync();
}

/** Waits until the targets show what they must, insists once, and tells what became of them. */
async function settle(
  context: Excel.RequestContext,
  targets: readonly Recalculation[],
  pause: (milliseconds: number) => Promise<void>,
  job: Job,
): Promise<Settled> {
  const shown = new Map<string, Scalar>();
  let open = targets;
  for (let look = 0; look < LOOKS.length && open.length > 0; look++) {
    step(job, targets.length - open.length, targets.length);
    await pause(LOOKS[look]!);
    if (look === INSIST) await recalculateSheets(context, open);
    await readShown(context, open, shown);
    const still = open.filter((target) => !hasFollowed(target, (cell) => shown.get(cellKey(cell)) ?? null));
    // Patience is for those that stand still.
    if (still.length < open.length) look = Math.min(look, INSIST - 1) - 1;
    open = still;
  }
  // Of what only Excel can tell it is known that it has come when it no longer changes.
  const untold = open.length > 0 ? [] : targets.filter(({ expected }) => expected === undefined);
  const seen = () =>
    JSON.stringify(untold.map(({ area }) => cellsIn(area).map((cell) => shown.get(cellKey(cell)) ?? null)));
  for (let look = 0, before = ""; look < STILL_LOOKS && untold.length > 0 && before !== seen(); look++) {
    step(job, targets.length, targets.length);
    before = seen();
    await pause(STILL_PAUSE);
    await readShown(context, untold, shown);
  }
  const moved = targets.flatMap(({ area, before }) =>
    cellsIn(area).filter((cell) => !sameShown(before.get(cellKey(cell)) ?? null, shown.get(cellKey(cell)) ?? null)),
  );
  return { left: open, moved };
}

async function recalculateSheets(context: Excel.RequestContext, targets: readonly Recalculation[]): Promise<void> {
  for (const sheetId of new Set(targets.map((target) => target.sheetId)))
    context.workbook.worksheets.getItem(sheetId).calculate(true);
  await context.sync();
}

async function readShown(
  context: Excel.RequestContext,
  targets: readonly Recalculation[],
  shown: Map<string, Scalar>,
): Promise<void> {
  const areas = areasOf(targets.flatMap(({ area }) => cellsIn(area)));
  for (const group of packed(areas, cellCount, CELLS_PER_REQUEST)) {
    for (const band of await readBands(context, group)) {
      for (const cell of cellsIn(band))
        shown.set(cellKey(cell), scalarOf(band.values[cell.row - band.row]![cell.column - band.column]));
    }
  }
}

function sameShown(a: Scalar, b: Scalar): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
