import type { DocumentRecord } from "./document-record";
import { fieldsOf, type Fields } from "./fields";
import { latestOf, recordedStanding } from "./latest";
import {
  changedSettings,
  keptStanding,
  placeOf,
  readStanding,
  sameKept,
  sameStanding,
  type DocumentStanding,
  type KeptStanding,
  type Standing,
  type Way,
} from "./standing";

/** Orebook's one entry in the document's settings: read at once when Office is ready, written with the document. */
export interface DocumentSettings {
  /** What is in memory; undefined when there is nothing. */
  get(): unknown;
  /** Reads again what the document holds: somebody else may have changed it. */
  refresh(): Promise<void>;
  /** Puts the value into the document. Rejects with a `WorkbookError`; the value in memory is then as it was. */
  save(value: unknown): Promise<void>;
  /** Tells that somebody else who has the document open saved settings, where Excel tells. What is in memory is then old. */
  onSavedElsewhere(listener: () => void): void;
}

/** What the file itself remembers, whichever copy of the add-in has it open. */
export interface FileMemory {
  /** Rejects with a `WorkbookError`. */
  read(): Promise<DocumentRecord>;
  /** Notes where the workbook stands; writes nothing where it says so already. Rejects with a `WorkbookError`. */
  write(standing: KeptStanding): Promise<void>;
}

/** Who changed where the workbook stands: this Excel, or somebody else who has the workbook open. */
export type Changer = "here" | "elsewhere";

/** What is not said of a standing is not so, whatever else says it. */
const EMPTY: KeptStanding = { release: undefined, day: undefined, refreshing: undefined };

type Listener = (standing: DocumentStanding, by: Changer) => void;

/**
 * Where the workbook stands: kept in its settings, which are there at once, and in what the file remembers, which other
 * copies of the add-in see too. Changed only by what the user does.
 */
export class StandingRecord {
  private readonly listeners = new Set<Listener>();
  /** One after the other: what is read while a change is on its way would undo it in memory. */
  private turn: Promise<unknown> = Promise.resolve();
  private moved: Way | undefined;
  /** What the file says, where that is later than what the settings say. */
  private told: KeptStanding | undefined;
  /** What the file said when it was last read. */
  private recorded: KeptStanding | undefined;
  /** What the file says though the settings were seen to be changed after it: an earlier version of the add-in does not note it there. */
  private overruled: KeptStanding | undefined;
  /** Whether the file is known to say where the workbook stands. */
  private isNoted = false;
  /** What was being written when Excel did not answer: found in the document later, it is no one else's. */
  private unanswered: string | undefined;

  constructor(
    private readonly settings: DocumentSettings,
    private readonly memory: FileMemory,
  ) {}

  read(): DocumentStanding {
    return readStanding(this.fields());
  }

  /** How somebody else moved the workbook since it was opened here, until that is settled. */
  get movedElsewhere(): Way | undefined {
    return this.moved;
  }

  /** Every cell shows here what somebody else's move made of it. */
  settleMoved(): void {
    this.moved = undefined;
  }

  /** Where this copy's settings say nothing, looks what another copy noted in the file. Rejects with a `WorkbookError`. */
  open(): Promise<void> {
    return this.alone(async () => {
      if (this.read().release === undefined) this.heed(await this.memory.read());
    });
  }

  /** Reads what the document holds now. Rejects with a `WorkbookError`. */
  reread(): Promise<DocumentStanding> {
    return this.alone(async () => {
      const before = this.read();
      const said = keptStanding(this.settings.get());
      const record = await this.memory.read();
      await this.settings.refresh();
      const recorded = recordedStanding(record);
      const isNew = !sameKept(said, keptStanding(this.settings.get()));
      if (isNew && this.recorded && sameKept(recorded, this.recorded)) this.overruled = recorded;
      this.heed(record);
      const standing = this.read();
      if (JSON.stringify(standing) === JSON.stringify(before)) return standing;
      const by = this.unanswered === JSON.stringify(standing) ? "here" : "elsewhere";
      if (by === "elsewhere") this.noteMove(before, standing);
      this.tell(standing, by);
      return standing;
    });
  }

  /** Notices from now on what somebody else changes. Never rejects: what cannot be read is as it was. */
  watch(): void {
    this.settings.onSavedElsewhere(() => void this.reread().catch(() => undefined));
  }

  /** Notes the release on first use; later calls change nothing, but that the file learns of what only the settings say. */
  async begin(release: string): Promise<void> {
    if (this.read().release !== undefined && this.isNoted) return;
    const standing = await this.reread();
    if (standing.release === undefined) await this.change({ release });
    else if (!this.isNoted) await this.alone(() => this.note(standing));
  }

  /** Changes what is given and leaves the rest; undefined removes. Rejects with a `WorkbookError`, and then nothing has changed here. */
  change(to: Partial<DocumentStanding>): Promise<DocumentStanding> {
    return this.alone(async () => {
      const content = changedSettings(this.fields(), to);
      const next = readStanding(content);
      this.unanswered = JSON.stringify(next);
      await this.note(next);
      await this.settings.save(content);
      this.unanswered = this.told = undefined;
      const standing = this.read();
      if (this.moved) this.noteMove(this.moved.from, standing);
      this.tell(standing, "here");
      return standing;
    });
  }

  /** Tells of every change made or noticed here; the result ends it. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private fields(): Fields {
    return { ...fieldsOf(this.settings.get()), ...this.told };
  }

  private heed(record: DocumentRecord): void {
    const said = keptStanding(this.settings.get());
    this.recorded = recordedStanding(record);
    const isOverruled = this.overruled !== undefined && sameKept(this.overruled, this.recorded);
    const latest = isOverruled ? said : latestOf(said, record);
    this.told = latest === said || latest.release === undefined ? undefined : { ...EMPTY, ...latest };
    this.isNoted = record.standing !== undefined && sameStanding(record.standing, latest);
  }

  private async note(standing: KeptStanding): Promise<void> {
    this.isNoted = false;
    await this.memory.write(keptStanding(standing));
    this.recorded = keptStanding(standing);
    this.isNoted = true;
  }

  private noteMove(before: Standing, now: Standing): void {
    const from = this.moved?.from ?? placeOf(before);
    const isMoved = from.release !== undefined && !sameStanding(from, now);
    this.moved = isMoved ? { from, to: placeOf(now) } : undefined;
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work, work);
    this.turn = turn;
    return turn;
  }

  private tell(standing: DocumentStanding, by: Changer): void {
    for (const listener of this.listeners) listener(standing, by);
  }
}
