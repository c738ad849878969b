import { showsError, type Scalar } from "../sheets/formula";
import { runAsOneStep } from "./one-step";
import type { Place } from "../sheets/notation/place";
import { portion, supervised, type Job } from "../sheets/job";
import { readWorkbook } from "./scan/scan";
import { orHalfway } from "../sheets/workbook-error";
import { replaceCells } from "./write/replace";
import { settledValues } from "./write/settled";
import type { Write } from "../sheets/write/content";
import { planRepair, type NameReentry, type Reentry, type RepairPlan, type Unrepaired } from "../sheets/repair";

export type RepairResult =
  | {
      readonly kind: "repaired";
      /** Cells that were entered again and are understood now. */
      readonly places: readonly Place[];
      /** Defined names that were entered again. */
      readonly names: readonly string[];
      readonly left: readonly Unrepaired[];
    }
  /** No formula of Orebook's needs repair. */
  | { readonly kind: "nothing" };

/** Of the work, reading the workbook takes about this much. */
const READING = 0.5;

/**
 * Enters Orebook's formulas again where Excel does not know their functions (`#NAME?`) or shows them as a file stores
 * them (`_xldudf_…`, `[1]!_xldudf_…`), in one step, and tells of those it could not. Rejects with a `WorkbookError`, or
 * with the signal's reason when cancelled; then everything is as it was.
 */
export async function repair(namespace: string, job: Job = {}): Promise<RepairResult> {
  const { reentries, names, left } = await supervised(job, () =>
    runAsOneStep((context) => repairNow(context, namespace, job)),
  );
  if (reentries.length + names.length + left.length === 0) return { kind: "nothing" };
  const places = reentries.map(({ place }) => place);
  const isCalculated = ([row]: Scalar[][]) => row![0] !== null && !showsError(row![0], "#NAME?");
  const read = () => Excel.run((context) => settledValues(context, places, isCalculated));
  const values = await read().catch((error: unknown) => orHalfway(error, read));
  const isUnderstood = (_: Reentry, i: number) => !showsError(values[i]![0]![0], "#NAME?");
  const still = reentries
    .filter((reentry, i) => !isUnderstood(reentry, i))
    .map(({ place, formula }): Unrepaired => ({ place, formula, reason: "stillUnrecognised" }));
  return {
    kind: "repaired",
    places: reentries.filter(isUnderstood).map(({ place }) => place),
    names: names.map(({ name }) => name.name),
    left: [...left, ...still],
  };
}

async function repairNow(context: Excel.RequestContext, namespace: string, job: Job): Promise<RepairPlan> {
  const scan = await readWorkbook(context, portion(job, 0, READING));
  const plan = planRepair(scan, namespace);
  try {
    // Names first: cells that use them are calculated when they are entered.
    for (const { name, formula } of plan.names) itemOf(context, name).formula = formula;
    const [writes, before] = [plan.reentries.map(writeOf("formula")), plan.reentries.map(writeOf("before"))];
    const mayHide = (id: string) => scan.sheet(id)!.hidesRows;
    await replaceCells(context, writes, before, mayHide, portion(job, READING, 1));
  } catch (error) {
    await orHalfway(error, async () => {
      for (const { name } of plan.names) itemOf(context, name).formula = name.formula;
      await context.sync();
    });
    throw error;
  }
  return plan;
}

function itemOf(context: Excel.RequestContext, { name, sheetId }: NameReentry["name"]): Excel.NamedItem {
  const { names, worksheets } = context.workbook;
  return (sheetId === undefined ? names : worksheets.getItem(sheetId).names).getItem(name);
}

function writeOf(what: "formula" | "before"): (reentry: Reentry) => Write {
  return ({ place: { sheetId, row, column }, [what]: formula }) => ({ sheetId, row, column, content: [[{ formula }]] });
}
