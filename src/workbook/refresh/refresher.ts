import type { Session } from "../../functions";
import { readRecord, sameStanding, withEntry, writeRecord, type DocumentRecord, type LogEntry, type StandingRecord, type WorkbookStanding } from "../record";
import { portion, scanWorkbook, supervised, type Job } from "../scan";
import { guarded, WorkbookError } from "../workbook-error";
import { findChanges, type FormulaChanges } from "./changes";
import { mark, unmark } from "./marks";
import type { RefreshOutcome } from "./outcome";
import { recalculate, settle, type Settled } from "./recalculate";
import { targetsOf, type Target } from "./target";

export interface RefresherOptions {
  readonly standing: StandingRecord;
  /** The session that answers; its dataset must know every release the workbook may stand on. Switched by whoever listens to `standing`. */
  readonly session: () => Session;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

/** What a move to another standing would change. */
export interface Comparison extends FormulaChanges {
  readonly from: WorkbookStanding;
  readonly to: WorkbookStanding;
}

/** What the user wants besides. */
export interface RefreshWishes {
  /** Colours every cell that changed. */
  readonly mark?: boolean;
}

type What = LogEntry["what"];

/** Moves the workbook from one data release or day to another: shows the difference, recalculates exactly what differs, logs it, takes it back. */
export class Refresher {
  constructor(private readonly options: RefresherOptions) {}

  /** What would change. Rejects with a `WorkbookError`, or with the signal's reason. */
  async compare(to: WorkbookStanding, job: Job = {}): Promise<Comparison> {
    const { refreshing, ...here } = await this.options.standing.reread();
    return this.difference(refreshing?.from ?? here, to, job);
  }

  /** A refresh that was begun and is not complete, if there is one. */
  get unfinished(): { readonly from: WorkbookStanding; readonly to: WorkbookStanding } | undefined {
    return this.options.standing.read().refreshing;
  }

  /** Moves the workbook, after completing a move that was left unfinished. Never rejects. */
  async refresh(to: WorkbookStanding, wishes: RefreshWishes = {}, job: Job = {}, what: What = "refresh"): Promise<RefreshOutcome> {
    const { standing } = this.options;
    try {
      await standing.reread();
    } catch (error) {
      return this.stopped({ from: standing.read(), to }, error, job);
    }
    const { refreshing } = standing.read();
    if (!refreshing) return this.move(standing.read(), to, what, wishes, job);
    const rest = await this.move(refreshing.from, refreshing.to, what, wishes, job);
    return rest.kind !== "done" || sameStanding(refreshing.to, to) ? rest : this.move(refreshing.to, to, what, wishes, job);
  }

  /** Completes a move that was left unfinished. */
  async resume(wishes: RefreshWishes = {}, job: Job = {}): Promise<RefreshOutcome> {
    const { unfinished } = this;
    return this.refresh(unfinished?.to ?? this.options.standing.read(), wishes, job);
  }

  /** Takes a move back, complete or not: the same, the other way round. */
  async undo({ from, to }: Pick<RefreshOutcome, "from" | "to">, job: Job = {}): Promise<RefreshOutcome> {
    const outcome = await this.move(to, from, "undo", {}, job);
    if (outcome.kind === "done") await this.unmark().catch(() => undefined);
    return outcome;
  }

  /** Takes the colour from every cell that a refresh marked. Rejects with a `WorkbookError`. */
  unmark(): Promise<void> {
    return guarded(() =>
      Excel.run(async (context) => {
        const record = await readRecord(context);
        await unmark(context, record.marks);
        await this.write(context, { ...record, marks: [] });
      }),
    );
  }

  /** Every refresh of this document, oldest first. Rejects with a `WorkbookError`. */
  log(): Promise<readonly LogEntry[]> {
    return guarded(() => Excel.run(async (context) => (await readRecord(context)).log));
  }

  private async difference(from: WorkbookStanding, to: WorkbookStanding, job: Job): Promise<Comparison & { scan: Awaited<ReturnType<typeof scanWorkbook>> }> {
    const scan = await scanWorkbook(portion(job, 0, 0.6));
    const changes = await findChanges(scan, this.at(from), this.at(to), portion(job, 0.6, 1));
    return { ...changes, from: place(from), to: place(to), scan };
  }

  private at({ release, day }: WorkbookStanding): Session {
    return { ...this.options.session(), standing: { release, day } };
  }

  private async move(from: WorkbookStanding, to: WorkbookStanding, what: What, wishes: RefreshWishes, job: Job): Promise<RefreshOutcome> {
    const way = { from: place(from), to: place(to) };
    let targets: Target[] = [];
    try {
      // What was shown to the user may be older than the workbook: it is compared again.
      const difference = await this.difference(from, to, portion(job, 0, 0.4));
      targets = targetsOf(difference.scan, difference);
      await this.stand(way);
    } catch (error) {
      return this.stopped(way, error, job);
    }
    return this.follow(way, targets, what, wishes, portion(job, 0.4, 1));
  }

  /** Writes down where the workbook stands now, and that its cells are still to follow. */
  private async stand(way: Pick<RefreshOutcome, "from" | "to">): Promise<void> {
    const { standing } = this.options;
    try {
      await standing.change({ ...way.to, refreshing: way });
    } catch (error) {
      // Only the answer may have been lost: the document knows.
      const { refreshing } = await standing.reread().catch(() => standing.read());
      if (!refreshing || !sameStanding(refreshing.to, way.to)) throw error;
    }
  }

  /** The workbook stands anew: its cells follow. */
  private async follow(way: Pick<RefreshOutcome, "from" | "to">, targets: readonly Target[], what: What, wishes: RefreshWishes, job: Job): Promise<RefreshOutcome> {
    let settled: Settled = { left: targets, moved: [] };
    try {
      settled = await supervised(job, () =>
        Excel.run(async (context) => {
          await recalculate(context, targets, portion(job, 0, 0.3));
          return settle(context, targets, this.options.pause, portion(job, 0.3, 0.9));
        }),
      );
      await guarded(() => Excel.run((context) => this.conclude(context, way, settled, what, wishes)));
      if (settled.left.length === 0) await this.options.standing.change({ refreshing: undefined });
    } catch (error) {
      return { ...this.stopped(way, error, job), kind: "stopped", cells: settled.moved.length, left: settled.left };
    }
    const { left, moved } = settled;
    return { kind: left.length === 0 ? "done" : "stopped", ...way, cells: moved.length, left, tables: [], fault: undefined };
  }

  /** Marks what changed and notes it in the log. */
  private async conclude(context: Excel.RequestContext, { from, to }: Pick<RefreshOutcome, "from" | "to">, { left, moved }: Settled, what: What, wishes: RefreshWishes): Promise<void> {
    const record = await readRecord(context);
    const marks = wishes.mark ? await mark(context, moved) : [];
    const entry: LogEntry = { at: this.options.now().toISOString(), what, from, to, cells: moved.length, tables: [], left: left.map(({ address }) => address) };
    await this.write(context, { ...record, marks: [...record.marks, ...marks], log: withEntry(record.log, entry) });
  }

  private async write(context: Excel.RequestContext, record: DocumentRecord): Promise<void> {
    await writeRecord(context, record);
    await context.sync();
  }

  private stopped({ from, to }: Pick<RefreshOutcome, "from" | "to">, error: unknown, { signal }: Job): RefreshOutcome {
    const fault = signal?.aborted ? "canceled" : error instanceof WorkbookError ? error : new WorkbookError("failed", String(error));
    return { kind: "unchanged", from: place(from), to: place(to), cells: 0, left: [], tables: [], fault };
  }
}

function place({ release, day }: WorkbookStanding): WorkbookStanding {
  return { release, day };
}
