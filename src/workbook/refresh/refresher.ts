import type { Session } from "../../functions";
import { readRecord } from "../record/part";
import { sameStanding, standingsIn, type LogEntry, type Way, type Standing } from "../../sheets/record";
import { portion, type Job } from "../../sheets/job";
import { asWorkbookError, guarded, WorkbookError } from "../../sheets/workbook-error";
import { lackingText } from "../../update/texts";
import type { CellPlace } from "../../sheets/notation/place";
import { findChanges } from "../../sheets/refresh/formulas/formula-changes";
import { compare, type Comparison, type Found } from "../../sheets/refresh/comparison";
import { findAll } from "./find-all";
import { MoveSteps, type TableTask } from "./move-steps";
import { isMarked, unmark } from "./marks";
import type { RefresherOptions, RefreshWishes } from "./options";
import type { RefreshOutcome } from "../../sheets/refresh/outcome";
import { recalculated } from "./recalculate";
import { hasFollowed, recalculationsOf, type Recalculation } from "../../sheets/refresh/formulas/recalculation";
import type { TableScope } from "../../sheets/tables/find/scope";
import { findTables } from "../../sheets/tables/find/find-tables";
import { rememberPasted } from "../insert/remember";
import { planRefresh, planReturn } from "../../sheets/tables/plan/plan-refresh";
import type { TableResult } from "./tables/table-refresh";

type What = LogEntry["what"];

/** Moves the workbook from one data release or day to another: shows the difference, recalculates exactly what differs, logs it, takes it back. */
export class Refresher {
  /** The tables that the last refresh wrote, with what stood there before. */
  private written: readonly TableResult[] = [];

  constructor(private readonly options: RefresherOptions) {}

  /** What would change, tables of the whole workbook included. Rejects with a `WorkbookError`, or with the signal's reason. */
  async compare(to: Standing, job: Job = {}): Promise<Comparison> {
    await guarded(() => this.options.standing.reread());
    this.requireData();
    const found = await findAll("workbook", this.options.session(), portion(job, 0, 0.6));
    const way: Way = { from: this.unfinished?.from ?? this.here(), to: place(to) };
    return compare(found, this.options.session(), way, portion(job, 0.6, 1));
  }

  /** A refresh of formulas that was begun and is not complete, if there is one. */
  get unfinished(): Way | undefined {
    return this.options.standing.read().refreshing;
  }

  /** Moves the workbook, after completing a move that was left unfinished. Never rejects. */
  async refresh(
    to: Standing,
    wishes: RefreshWishes = {},
    job: Job = {},
    what: What = "refresh",
  ): Promise<RefreshOutcome> {
    const { standing } = this.options;
    try {
      await standing.reread();
    } catch (error) {
      return stopped({ from: standing.read(), to }, error, job);
    }
    const { refreshing } = standing.read();
    if (!refreshing) return this.move({ from: this.here(), to }, what, wishes, job);
    const rest = await this.move(refreshing, what, wishes, job);
    return rest.kind !== "done" || sameStanding(refreshing.to, to)
      ? rest
      : this.move({ from: refreshing.to, to }, what, wishes, job);
  }

  /** Completes a move that was left unfinished. */
  async resume(wishes: RefreshWishes = {}, job: Job = {}): Promise<RefreshOutcome> {
    return this.refresh(this.unfinished?.to ?? this.here(), wishes, job);
  }

  /** Takes a move back, complete or not: formulas the other way round, and the tables it wrote as they were. */
  async undo({ from, to }: Way, job: Job = {}): Promise<RefreshOutcome> {
    const { written } = this;
    const back = (found: Found): TableTask[] =>
      [...written].reverse().flatMap(({ plan, contents, state }) => {
        const within = ({ scan }: Found) =>
          findTables(scan, [plan.next]).find(
            ({ table, markSheetId }) => table.id === plan.next.id && markSheetId === plan.instance.markSheetId,
          );
        const instance = state === "new" ? within(found) : undefined;
        const task = (fresh: Found): TableTask["plan"] => planReturn(fresh.scan, within(fresh) ?? instance!, plan);
        return instance ? [{ id: plan.next.id, plan: task(found), contents, replan: task }] : [];
      });
    const outcome = await this.move({ from: to, to: from }, "undo", { onlyTables: sameStanding(from, to) }, job, back);
    if (outcome.kind === "done") await this.unmark().catch(() => undefined);
    return outcome;
  }

  /** Has Excel compute the formulas that somebody else's move changed and that do not show it here yet. Never rejects; nothing is noted. */
  async catchUp(way: Way, job: Job = {}): Promise<RefreshOutcome> {
    try {
      this.requireData();
      const { scan } = await findAll("none", this.options.session(), portion(job, 0, 0.4));
      const changes = await findChanges(scan, this.at(way.from), this.at(way.to), portion(job, 0.4, 0.5));
      const shown = (cell: CellPlace) => scan.sheet(cell.sheetId)!.value(cell.row, cell.column);
      const targets = recalculationsOf(scan, changes).filter(
        (target) => target.expected === undefined || !hasFollowed(target, shown),
      );
      const { left, moved } = await recalculated(targets, this.options.pause, portion(job, 0.5, 1));
      return {
        kind: left.length === 0 ? "done" : "stopped",
        ...way,
        cells: moved.length,
        left,
        tables: [],
        fault: undefined,
      };
    } catch (error) {
      return stopped(way, error, job);
    }
  }

  /** Whether cells are coloured as changed. Rejects with a `WorkbookError`. */
  isMarked(): Promise<boolean> {
    return guarded(() => Excel.run(isMarked));
  }

  /** Takes the colour from every cell that a refresh marked. Rejects with a `WorkbookError`. */
  unmark(): Promise<void> {
    return guarded(() => Excel.run(unmark));
  }

  /** Every refresh of this document, oldest first. Rejects with a `WorkbookError`. */
  log(): Promise<readonly LogEntry[]> {
    return guarded(() => Excel.run(async (context) => (await readRecord(context)).log));
  }

  private async move(
    along: Way,
    what: What,
    wishes: RefreshWishes,
    job: Job,
    tasks = this.tasks(along),
  ): Promise<RefreshOutcome> {
    const way: Way = { from: place(along.from), to: place(along.to) };
    let targets: Recalculation[] = [];
    let found: Found;
    try {
      // What was shown to the user may be older than the workbook: it is looked at again.
      found = await this.find(wishes.tables ?? "none", portion(job, 0, 0.3));
      if (!wishes.onlyTables) {
        const changes = await findChanges(found.scan, this.at(way.from), this.at(way.to), portion(job, 0.3, 0.4));
        targets = recalculationsOf(found.scan, changes);
        await this.stand(way);
      }
    } catch (error) {
      return stopped(way, error, job);
    }
    const follow = new MoveSteps(this.options, way, what, wishes);
    const outcome = await follow.run(found, targets, tasks(found), portion(job, 0.4, 1));
    this.written = follow.written;
    return outcome;
  }

  /** Reads the workbook; pasted copies within the scope are tables of their own from then on. */
  private async find(scope: TableScope, job: Job): Promise<Found> {
    this.requireData();
    const found = await findAll(scope, this.options.session(), job);
    const pasted = found.chosen.filter(({ isPasted }) => isPasted);
    if (pasted.length === 0) return found;
    const ids = await rememberPasted(pasted);
    return findAll(typeof scope === "string" ? scope : [...scope, ...ids], this.options.session(), {
      signal: job.signal,
    });
  }

  private tasks({ from, to }: Way): (found: Found) => TableTask[] {
    return ({ scan, record, chosen }) =>
      chosen.map((instance): TableTask => {
        const stood = [from, ...standingsIn(record.log)];
        const plan = (fresh: Found): TableTask["plan"] => {
          const same = fresh.instances.find(
            ({ table, markSheetId }) => table.id === instance.table.id && markSheetId === instance.markSheetId,
          );
          return planRefresh(fresh.scan, same ?? instance, this.options.session(), to, stood);
        };
        return {
          id: instance.table.id,
          plan: planRefresh(scan, instance, this.options.session(), to, stood),
          contents: undefined,
          replan: plan,
        };
      });
  }

  /** Where the workbook stands; one that was never used stands where its formulas are answered from. */
  private here(): Standing {
    const { release, day } = this.options.standing.read();
    return { release: release ?? this.options.session().standing.release, day };
  }

  /** Nothing is computed anew in a workbook that rests on data which are not here: it would be blanked. */
  private requireData(): void {
    const { dataset, language } = this.options.session();
    const { release = "", address } = this.options.standing.read();
    if (dataset.lacks(release)) throw new WorkbookError("lacking", lackingText(release, address, language));
  }

  private at({ release, day }: Standing): Session {
    return { ...this.options.session(), standing: { release, day } };
  }

  /** Writes down where the workbook stands now, and that its cells are still to follow. */
  private async stand(way: Way): Promise<void> {
    const { standing } = this.options;
    try {
      await standing.change({ ...way.to, refreshing: way });
    } catch (error) {
      // Only the answer may have been lost: the document knows.
      const { refreshing } = await standing.reread().catch(() => standing.read());
      if (!refreshing || !sameStanding(refreshing.to, way.to)) throw error;
    }
  }
}

function stopped({ from, to }: Way, error: unknown, { signal }: Job): RefreshOutcome {
  const fault = signal?.aborted ? "canceled" : asWorkbookError(error);
  return { kind: "unchanged", from: place(from), to: place(to), cells: 0, left: [], tables: [], fault };
}

function place({ release, day }: Standing): Standing {
  return { release, day };
}
