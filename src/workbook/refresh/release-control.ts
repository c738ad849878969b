import { createCaller, type Block } from "../../functions";
import { inLanguage } from "../../functions/languages";
import type { Language } from "../../query/describe";
import type { Channel } from "../../update";
import { sameStanding, type DocumentStanding, type LogEntry, type Way, type Standing } from "../../sheets/record";
import type { Job } from "../../sheets/job";
import { asWorkbookError } from "../../sheets/workbook-error";
import type { SheetExport } from "../own-sheet/own-sheet";
import { exportChanges } from "./export-changes";
import type { RefresherOptions, RefreshWishes } from "./options";
import type { RefreshOutcome } from "../../sheets/refresh/outcome";
import type { Refresher } from "./refresher";
import type { ReleaseState, Move } from "./release-state";

/** Rows of news that a pane has room for. */
const NEWS_SHOWN = 30;

export interface ReleaseControlOptions extends Pick<RefresherOptions, "standing" | "session" | "now"> {
  readonly channel: Channel;
  readonly refresher: Refresher;
}

/**
 * Everything about data releases that a person can see and do in a workbook. It outlives the views that show it: a
 * refresh goes on while the pane is built anew. One thing at a time; no method rejects.
 */
export class ReleaseControl {
  private busy: ReleaseState["busy"];
  private comparison: ReleaseState["comparison"];
  private outcome: RefreshOutcome | undefined;
  private undoable: Way | undefined;
  private fault: ReleaseState["fault"];
  private isMarked = false;
  private lastMove: LogEntry | undefined;
  private running: AbortController | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: ReleaseControlOptions) {
    options.channel.onChange(() => this.tell());
    options.standing.onChange((_, by) => {
      // What was shown or could be taken back is of a workbook that is no more.
      if (by === "elsewhere") this.comparison = this.undoable = undefined;
      this.tell();
    });
  }

  get state(): ReleaseState {
    const { standing, channel } = this.options;
    const { dataset, standing: answered } = this.options.session();
    const here = standing.read();
    const { busy, comparison, outcome, undoable, fault, isMarked } = this;
    const release = here.release ?? answered.release ?? dataset.release;
    const known = (id: string) => dataset.releases[dataset.ordinalOf(id)];
    return {
      standing: { ...here, release, date: known(release)?.date ?? "" },
      newest: known(dataset.release)!,
      channel: channel.state,
      busy,
      comparison,
      outcome,
      movedElsewhere: standing.movedElsewhere,
      isMarked,
      canUndo: undoable !== undefined,
      earlier: this.earlierThan({ release, day: here.day }),
      fault,
    };
  }

  /** What the newest data here says otherwise than the workbook's release: the rows of METALS.CHANGES. */
  news(language: Language): Block {
    const session = { ...inLanguage(this.options.session(), language), standing: {} };
    try {
      const told = createCaller(session).call("METALS.CHANGES", [this.state.standing.release, null, NEWS_SHOWN]);
      return (told as Block).slice(1);
    } catch (error) {
      return [[asWorkbookError(error).message]];
    }
  }

  /** Tells of every change; the result ends it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Looks what the document remembers, and what somebody else changed in it meanwhile. */
  async look(): Promise<void> {
    const { standing, refresher } = this.options;
    await standing.reread().catch(() => undefined);
    this.isMarked = await refresher.isMarked().catch(() => this.isMarked);
    this.lastMove = (await this.log()).findLast(({ from, to }) => !sameStanding(from, to));
    this.tell();
  }

  /** Asks the channel for a newer release, in the background. */
  async check(signal?: AbortSignal): Promise<void> {
    await this.options.channel.check(signal);
  }

  /** Fetches what the channel offers. The workbook stays where it stands. */
  fetch(): Promise<void> {
    return this.alone(undefined, async ({ signal }) => void (await this.options.channel.fetch(signal)));
  }

  /** Looks what a move would change. `day` is the day to pin to. */
  compare(move: Move, day?: string): Promise<void> {
    return this.alone("comparing", async (job) => {
      this.comparison = undefined;
      const comparison = await this.options.refresher.compare(this.goal(move, day), job);
      this.comparison = { ...comparison, move };
      this.outcome = undefined;
    });
  }

  /** Makes the move that was compared, or completes one that was left unfinished. */
  move(wishes: RefreshWishes): Promise<void> {
    const { comparison } = this;
    return this.alone("moving", async (job) => {
      const { refresher } = this.options;
      const unfinished = refresher.unfinished;
      const outcome = comparison
        ? await refresher.refresh(comparison.to, wishes, job, comparison.move === "back" ? "undo" : comparison.move)
        : await refresher.resume(wishes, job);
      const back: Way = { from: unfinished?.from ?? outcome.from, to: outcome.to };
      this.settle(outcome, wishes.onlyTables ? { from: back.from, to: back.from } : back);
      this.isMarked ||= wishes.mark === true && outcome.cells > 0;
    });
  }

  /** Has Excel compute what does not show yet what somebody else's move made of it. */
  catchUp(): Promise<void> {
    return this.alone("moving", async (job) => {
      const { standing, refresher } = this.options;
      if (!standing.movedElsewhere) return;
      const outcome = await refresher.catchUp(standing.movedElsewhere, job);
      if (outcome.kind === "done") standing.settleMoved();
      this.settle(outcome, undefined);
    });
  }

  /** Takes the last move back. */
  undo(): Promise<void> {
    const { undoable } = this;
    if (!undoable) return Promise.resolve();
    return this.alone("undoing", async (job) => {
      const outcome = await this.options.refresher.undo(undoable, job);
      this.settle(outcome, undefined);
      if (outcome.kind !== "done") this.undoable = undoable;
      this.isMarked = await this.options.refresher.isMarked().catch(() => this.isMarked);
    });
  }

  /** Takes the colour from the cells that were marked. */
  unmark(): Promise<void> {
    return this.alone("writing", async () => {
      await this.options.refresher.unmark();
      this.isMarked = false;
    });
  }

  /** Writes what would change on a sheet; undefined when it failed. */
  async export(): Promise<SheetExport | undefined> {
    const { comparison } = this;
    let written: SheetExport | undefined;
    if (comparison)
      await this.alone(
        "writing",
        async () => void (written = await exportChanges(this.options.session(), comparison, this.options.now())),
      );
    return written;
  }

  askOnOpen(onOpen: DocumentStanding["onOpen"]): Promise<void> {
    return this.alone("writing", async () => void (await this.options.standing.change({ onOpen })));
  }

  /** Every refresh of this workbook, oldest first; empty when it cannot be read. */
  async log(): Promise<readonly LogEntry[]> {
    return this.options.refresher.log().catch(() => []);
  }

  /** Stops what is going on. */
  cancel(): void {
    this.running?.abort();
  }

  private goal(move: Move, day: string | undefined): Standing {
    const { standing, newest } = this.state;
    if (move === "pin") return { release: standing.release, day };
    if (move === "back") return this.state.earlier ?? standing;
    return move === "unpin" ? { release: standing.release, day: undefined } : { release: newest.id, day: standing.day };
  }

  /** Undefined where that is not known, or was itself the way back. */
  private earlierThan(here: Standing): Standing | undefined {
    const { lastMove: last } = this;
    const { dataset } = this.options.session();
    const leadsHere = last !== undefined && last.what !== "undo" && sameStanding(last.to, here);
    return leadsHere && last.from.release !== undefined && dataset.ordinalOf(last.from.release) >= 0
      ? last.from
      : undefined;
  }

  private settle(outcome: RefreshOutcome, undoable: Way | undefined): void {
    this.outcome = outcome;
    this.comparison = undefined;
    this.undoable = outcome.kind === "unchanged" ? this.undoable : undoable;
    this.fault = outcome.fault;
  }

  private async alone(
    what: NonNullable<ReleaseState["busy"]>["what"] | undefined,
    work: (job: Job) => Promise<void>,
  ): Promise<void> {
    if (this.running) return;
    const running = (this.running = new AbortController());
    const show = (part: number) => {
      this.busy = what && { what, part };
      this.tell();
    };
    this.fault = undefined;
    show(0);
    try {
      await work({ signal: running.signal, onProgress: ({ done, total }) => show(total === 0 ? 1 : done / total) });
    } catch (error) {
      this.fault = running.signal.aborted ? "canceled" : asWorkbookError(error);
    } finally {
      this.running = undefined;
      this.busy = undefined;
      this.tell();
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
