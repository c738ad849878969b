/** An Orebook that has a workbook open: code and library of its own, and a connection that can be disturbed. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { ReleaseFile } from "../../../../src/dataset/format/codec";
import type { DocumentSettings, FileMemory, StandingRecord } from "../../../../src/sheets/record";
import type { Refresher } from "../../../../src/workbook/refresh/refresher";
import type { Workbook } from "../../../../workbench/host/workbook-model";
import { openExcel, type TestExcel } from "../../excel";
import type * as Code from "./code";
import { now } from "./clock";
import { threeReleases } from "./releases";

/** What becomes of a message, by its number in the operation: it is lost, its answer is, that one and all after it are lost, or somebody does something before it arrives. */
export interface Disturbance {
  readonly at: number;
  readonly fate: "lost" | "unanswered" | "gone" | "interrupted";
  readonly deed?: () => void;
}

/** What the document holds beside its cells, for every runtime that has it open. */
export interface SharedDocument {
  readonly workbook: Workbook;
  readonly api: string;
  /** The settings as they are saved. */
  settings: string | undefined;
}

const current = new AsyncLocalStorage<Runtime>();

for (const name of ["Excel", "Office"] as const)
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => current.getStore()?.globals[name],
    // Each runtime finds its own.
    set: () => undefined,
  });

interface Loaded {
  readonly code: typeof Code;
  readonly session: Code.Session;
}

/** Loading takes a while: what is no longer open in a sequence is used again in the next. */
const loaded: Loaded[] = [];
let file: ReleaseFile | undefined;

/** The code number `index`, which no other number shares anything with. */
export function loadCode(index: number): Loaded {
  if (!loaded[index]) {
    let code!: typeof Code;
    jest.isolateModules(() => (code = jest.requireActual<typeof Code>("./code")));
    const dataset = new code.Dataset((file ??= threeReleases()));
    loaded[index] = { code, session: code.createSession(dataset, { addinVersion: "0.1.0", standing: {} }) };
  }
  return loaded[index];
}

export class Runtime {
  readonly code: typeof Code;
  readonly excel: TestExcel;
  readonly standing: StandingRecord;
  readonly refresher: Refresher;
  /** Ticks before each message, so that those of two runtimes meet in any order. */
  pace: readonly number[] = [];
  private readonly loaded: Loaded;
  private disturbances: readonly Disturbance[] = [];
  private sent = 0;
  private isGone = false;

  constructor(
    readonly document: SharedDocument,
    index: number,
  ) {
    this.loaded = loadCode(index);
    const { code } = this.loaded;
    this.code = code;
    this.excel = openExcel({
      workbook: document.workbook,
      api: document.api,
      turn: () => this.turn(),
      onAnswer: () => this.answered(),
    });
    this.standing = new code.StandingRecord(this.settings(), this.memory());
    this.refresher = new code.Refresher({
      standing: this.standing,
      session: () => this.session(),
      pause: () => document.workbook.calculation.settled(),
      now: () => new Date(now()),
    });
  }

  get globals(): TestExcel["globals"] {
    return this.excel.globals;
  }

  session(): Code.Session {
    const { release, day } = this.standing.read();
    return { ...this.loaded.session, standing: { release: release ?? "R1", day } };
  }

  /** Carries out work of this runtime, with what disturbs its messages. */
  async does<T>(work: (runtime: this) => Promise<T>, disturbances: readonly Disturbance[] = []): Promise<T> {
    [this.sent, this.disturbances, this.isGone] = [0, disturbances, false];
    try {
      return await current.run(this, () => work(this));
    } finally {
      this.disturbances = [];
      this.isGone = false;
    }
  }

  private async turn(): Promise<void> {
    const at = this.sent++;
    for (let ticks = this.pace[at % this.pace.length] ?? 0; ticks > 0; ticks--)
      await new Promise((resolve) => setImmediate(resolve));
    if (this.isGone) throw new Error("the page is gone");
    for (const { at: number, fate, deed } of this.disturbances) {
      if (number !== at || fate === "unanswered") continue;
      deed?.();
      if (fate === "gone") this.isGone = true;
      if (fate !== "interrupted") throw new Error("connection lost");
    }
  }

  private answered(): void {
    if (this.disturbances.some(({ at, fate }) => at === this.sent - 1 && fate === "unanswered"))
      throw new Error("connection lost");
  }

  private settings(): DocumentSettings {
    const { document } = this;
    let held = document.settings;
    return {
      get: () => (held === undefined ? undefined : (JSON.parse(held) as unknown)),
      refresh: async () => {
        try {
          await this.turn();
          held = document.settings;
          this.answered();
        } catch (error) {
          throw new this.code.WorkbookError("failed", String(error));
        }
      },
      save: async (value) => {
        try {
          await this.turn();
          document.settings = JSON.stringify(value);
          this.answered();
          held = document.settings;
        } catch (error) {
          throw new this.code.WorkbookError("failed", String(error));
        }
      },
      onSavedElsewhere: () => undefined,
    };
  }

  private memory(): FileMemory {
    const { changeRecord, readRecord, sameKept, WorkbookError } = this.code;
    const told = (error: unknown) => {
      throw new WorkbookError("failed", String(error));
    };
    return {
      read: () => Excel.run(readRecord).catch(told),
      write: (standing) =>
        changeRecord((record) =>
          record.standing && sameKept(record.standing, standing) ? undefined : { ...record, standing },
        ).catch(told),
    };
  }
}
