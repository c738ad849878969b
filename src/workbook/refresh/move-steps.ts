import type { Contents } from "../../sheets/write/contents";
import { idOfMark, withEntry, type InsertedTable, type LogEntry, type Way } from "../../sheets/record";
import { changeRecord } from "../record/part";
import { addressOf } from "../../sheets/notation/place";
import { placeOf } from "../../sheets/scan";
import { portion, step, type Job } from "../../sheets/job";
import { asWorkbookError, guarded } from "../../sheets/workbook-error";
import type { CellPlace } from "../../sheets/notation/place";
import { findAll } from "./find-all";
import type { Found } from "../../sheets/refresh/comparison";
import { mark } from "./marks";
import type { RefresherOptions, RefreshWishes } from "./options";
import type { RefreshOutcome, TableOutcome } from "../../sheets/refresh/outcome";
import { recalculated, type Settled } from "./recalculate";
import type { TablePlan } from "../../sheets/tables/plan/plan";
import { refreshTable, type TableResult } from "./tables/table-refresh";
import type { Recalculation } from "../../sheets/refresh/formulas/recalculation";

/** A table to be written. */
export interface TableTask {
  readonly id: string;
  readonly plan: TablePlan;
  /** What is to stand there at the end, where that is known. */
  readonly contents: Contents | undefined;
  /** Plans again, when tables before it have moved it. */
  replan(found: Found): TablePlan;
}

/** How often a table that somebody changes meanwhile is planned anew. */
const TRIES = 3;

/** The workbook stands anew: its formulas follow, then its tables; what was done is marked and noted. */
export class MoveSteps {
  private settled: Settled;
  private readonly results: TableResult[] = [];

  constructor(
    private readonly options: RefresherOptions,
    private readonly way: Way,
    private readonly what: LogEntry["what"],
    private readonly wishes: RefreshWishes,
  ) {
    this.settled = { left: [], moved: [] };
  }

  /** The tables that were written. */
  get written(): readonly TableResult[] {
    return this.results;
  }

  /** Never rejects. */
  async run(
    found: Found,
    targets: readonly Recalculation[],
    tasks: readonly TableTask[],
    job: Job,
  ): Promise<RefreshOutcome> {
    this.settled = { left: targets, moved: [] };
    let fault: RefreshOutcome["fault"];
    const attempt = async (work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        fault ??= job.signal?.aborted ? "canceled" : asWorkbookError(error);
        return false;
      }
    };
    let isReached = await attempt(() => this.recalculate(targets, portion(job, 0, 0.6)));
    if (isReached) {
      // Before the tables: their rows may push these cells elsewhere. What cannot be coloured stands in no table's way.
      await attempt(() => this.mark(this.settled.moved));
      isReached = await attempt(() => this.refreshTables(tasks, portion(job, 0.6, 0.95)));
    }
    // Tables that were written are noted even when the rest was not reached.
    if (isReached || this.results.length > 0) {
      await attempt(() => this.mark(this.inTables()));
      await attempt(() => guarded(() => this.conclude(found)));
    }
    const isComplete = () =>
      fault === undefined &&
      this.settled.left.length === 0 &&
      this.results.every(({ obstacle, state }) => state !== "unsure" && obstacle?.kind !== "fault");
    if (isComplete() && !this.wishes.onlyTables)
      await attempt(async () => void (await this.options.standing.change({ refreshing: undefined })));
    job.onProgress?.({ done: 1, total: 1 });
    return {
      kind: isComplete() ? "done" : "stopped",
      ...this.way,
      cells: this.cells(),
      left: this.settled.left,
      tables: this.results.map(outcomeOf),
      fault,
    };
  }

  private async recalculate(targets: readonly Recalculation[], job: Job): Promise<void> {
    this.settled = await recalculated(targets, this.options.pause, job);
  }

  private async refreshTables(tasks: readonly TableTask[], job: Job): Promise<void> {
    /** Sheets on which rows were pushed in: what stands below is no longer where it was. */
    const pushed = new Set<string>();
    for (const [index, task] of tasks.entries()) {
      step(job, index, tasks.length);
      const { sheet } = task.plan.instance;
      const replan = async () => task.replan(await findAll("workbook", this.options.session(), { signal: job.signal }));
      let result = await refreshTable(pushed.has(sheet.id) ? await replan() : task.plan, task.contents);
      for (let tries = 1; tries < TRIES && result.obstacle?.kind === "changed"; tries++)
        result = await refreshTable(await replan(), task.contents);
      this.results.push(result);
      if (result.state !== "old" && result.plan.shifts.some(({ kind }) => kind === "pushRows")) pushed.add(sheet.id);
    }
  }

  /** Notes what was done; tables that the user deleted are forgotten, with their marks. */
  private async conclude({ scan, instances }: Found): Promise<void> {
    const left = [
      ...this.settled.left.map(({ address }) => address),
      ...this.results.filter(({ state }) => state !== "new").map(({ plan }) => plan.title),
    ];
    const entry: LogEntry = {
      at: this.options.now().toISOString(),
      what: this.what,
      ...this.way,
      cells: this.cells(),
      tables: this.results.filter(({ state }) => state === "new").map(({ plan }) => plan.title),
      left,
    };
    const there = new Set(instances.map(({ table }) => table.id));
    const gone = new Set<string>();
    await changeRecord((record) => {
      for (const { id } of record.tables) if (!there.has(id)) gone.add(id);
      const tables = merged(
        record.tables.filter(({ id }) => there.has(id)),
        this.results.filter(({ state }) => state === "new").map(({ plan }) => plan.next),
      );
      return { ...record, tables, log: withEntry(record.log, entry) };
    });
    const marks = scan.names.all.filter(({ name, sheetId }) => sheetId !== undefined && gone.has(idOfMark(name) ?? ""));
    // One that stays marks nothing any more.
    if (marks.length > 0) await Excel.run((context) => forgetMarks(context, marks)).catch(() => undefined);
  }

  /** Colours cells, if that is wished. */
  private async mark(cells: readonly CellPlace[]): Promise<void> {
    if (this.wishes.mark && cells.length > 0) await guarded(() => Excel.run((context) => mark(context, cells)));
  }

  /** How many cells show something else. */
  private cells(): number {
    return this.settled.moved.length + this.inTables().length;
  }

  /** The cells of tables that were written. */
  private inTables(): CellPlace[] {
    return this.results
      .filter(({ state }) => state === "new")
      .flatMap(({ plan: { instance, writes } }) =>
        writes.map(({ row, column }) => ({
          sheetId: instance.sheet.id,
          row: instance.area.row + row,
          column: instance.area.column + column,
        })),
      );
  }
}

async function forgetMarks(context: Excel.RequestContext, marks: Found["scan"]["names"]["all"]): Promise<void> {
  for (const { name, sheetId } of marks) context.workbook.worksheets.getItem(sheetId!).names.getItem(name).delete();
  await context.sync();
}

function merged(tables: readonly InsertedTable[], written: readonly InsertedTable[]): InsertedTable[] {
  return [...new Map([...tables, ...written].map((table) => [table.id, table])).values()];
}

function outcomeOf({ plan: { instance, title, writes }, state, obstacle }: TableResult): TableOutcome {
  const address = addressOf(placeOf(instance.sheet, { ...instance.area, rows: 1, columns: 1 }));
  return { id: instance.table.id, title, address, state, cells: state === "new" ? writes.length : 0, obstacle };
}
