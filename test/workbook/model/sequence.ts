/** A sequence of what a user and Orebook do, played in a workbook of its own and looked at when it is over. */
import { Book } from "./user/book";
import { faultsIn } from "./checks";
import { pass, startClock } from "./orebook/clock";
import { EDITS, type EditName } from "./user/edits";
import { evaluating } from "./orebook/evaluate";
import { OPERATIONS, type Memory, type OperationName } from "./orebook/operations";
import { picking } from "./user/pick";
import { loadCode, Runtime, type Disturbance } from "./orebook/runtime";

/** What somebody does; the numbers choose where, and what. */
export interface Edit {
  readonly edit: EditName;
  readonly seed: number;
}

export interface Deed {
  readonly operation: OperationName;
  readonly seed: number;
  /** What becomes of some of its messages; `edit`: what the user does before one arrives. */
  readonly disturbances: readonly {
    readonly at: number;
    readonly what: Exclude<Disturbance["fate"], "interrupted"> | Edit;
  }[];
}

/** `others`: what a second Orebook does at the same time, and how the messages of the two meet. */
export type Step = Edit | Deed | { readonly both: readonly [Deed, Deed]; readonly pace: readonly number[] };

export interface Sequence {
  readonly api: string;
  readonly isRestored: boolean;
  readonly steps: readonly Step[];
}

/** Longer than any claim of a page that is gone is heeded. */
const LATER = 10 * 60_000;

/** How long it takes to open a page again. */
const SOON = 55_000;

class Player {
  private readonly book: Book;
  private readonly runtimes: { runtime: Runtime; memory: Memory }[] = [];
  private opened = 0;

  constructor(private readonly sequence: Sequence) {
    const { code, session } = loadCode(0);
    this.book = new Book(sequence.api, evaluating(code, session));
  }

  /** Plays it and gives everything that is wrong afterwards. */
  async play(): Promise<string[]> {
    await this.open(0);
    const { steps, isRestored } = this.sequence;
    await this.runtimes[0]!.runtime.does(({ standing }) => standing.change({ release: "R1" }));
    for (const step of steps) {
      if ("edit" in step) this.edit(step);
      else if ("both" in step) {
        if (!this.runtimes[1]) await this.open(1);
        await Promise.all(step.both.map((deed, i) => this.carryOut(i, deed, [...step.pace.slice(i), 1])));
      } else await this.carryOut(0, step, []);
      await this.book.workbook.calculation.settled();
    }
    pass(LATER);
    const { runtime } = await this.open(0);
    const { session, refresher, code } = runtime;
    if (isRestored) await runtime.does(() => code.restore(session.call(runtime), "workbook", new Date()));
    const outcome = await runtime.does(() =>
      refresher.refresh({ release: "R3", day: undefined }, { tables: "workbook" }),
    );
    await this.book.workbook.calculation.settled();
    const left = outcome.tables.filter(({ obstacle }) => obstacle && obstacle.kind !== "fault").map(({ id }) => id);
    const unfinished = outcome.kind === "done" ? [] : [`the last refresh is ${outcome.kind}: ${String(outcome.fault)}`];
    return [...unfinished, ...(await faultsIn(this.book, runtime, left))];
  }

  private edit({ edit, seed }: Edit): void {
    EDITS[edit](this.book, picking(seed));
  }

  private async open(index: number): Promise<{ runtime: Runtime; memory: Memory }> {
    const runtime = new Runtime(this.book, this.opened++);
    const one = (this.runtimes[index] = { runtime, memory: {} });
    await runtime.does(({ standing }) => standing.open());
    return one;
  }

  private async carryOut(
    index: number,
    { operation, seed, disturbances }: Deed,
    pace: readonly number[],
  ): Promise<void> {
    const { runtime, memory } = this.runtimes[index]!;
    const { book } = this;
    runtime.pace = pace;
    const met = disturbances.map(({ at, what }): Disturbance =>
      typeof what === "object" ? { at, fate: "interrupted", deed: () => this.edit(what) } : { at, fate: what },
    );
    try {
      await runtime.does(() => OPERATIONS[operation](runtime, { book, memory, pick: picking(seed) }), met);
    } catch (error) {
      if (!(error instanceof runtime.code.WorkbookError)) throw error;
    }
    // Whoever was gone comes back as another page; what it claimed is heeded for a while.
    if (disturbances.some(({ what }) => what === "gone")) {
      pass(SOON);
      await this.open(index);
    }
  }
}

startClock();

export function play(sequence: Sequence): Promise<string[]> {
  return new Player(sequence).play();
}
