import type { Standing } from "../../query/as-of";
import { day, fieldsOf, text, type Fields } from "./fields";

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

export type { Standing };

/** From where to where a workbook moves. */
export interface Way {
  readonly from: Standing;
  readonly to: Standing;
}

/** What the document's settings say. Its `address` stays known when the workbook moves: it belongs to the organisation's word. */
export interface DocumentStanding extends Standing {
  /** Whether the pane may ask about a newer release when the workbook opens. */
  readonly onOpen: "ask" | "never";
  /** A refresh of formulas that began and has not ended: from where to where. */
  readonly refreshing?: Way | undefined;
}

/** Who changed where the workbook stands: this Excel, or somebody else who has the workbook open. */
export type Changer = "here" | "elsewhere";

type Listener = (standing: DocumentStanding, by: Changer) => void;

const VERSION = 1;

/** Where the workbook stands, kept in its settings. Changed only by what the user does. */
export class StandingRecord {
  private readonly listeners = new Set<Listener>();
  /** One after the other: what is read while a change is on its way would undo it in memory. */
  private turn: Promise<unknown> = Promise.resolve();
  private moved: Way | undefined;
  /** What was being written when Excel did not answer: found in the document later, it is no one else's. */
  private unanswered: string | undefined;

  constructor(private readonly settings: DocumentSettings) {}

  read(): DocumentStanding {
    return readStanding(this.settings.get());
  }

  /** How somebody else moved the workbook since it was opened here, until that is settled. */
  get movedElsewhere(): Way | undefined {
    return this.moved;
  }

  /** Every cell shows here what somebody else's move made of it. */
  settleMoved(): void {
    this.moved = undefined;
  }

  /** Reads what the document holds now. Rejects with a `WorkbookError`. */
  reread(): Promise<DocumentStanding> {
    return this.alone(async () => {
      const before = this.read();
      await this.settings.refresh();
      const standing = this.read();
      if (JSON.stringify(standing) === JSON.stringify(before)) return standing;
      const by = this.unanswered === JSON.stringify(this.settings.get()) ? "here" : "elsewhere";
      if (by === "elsewhere") this.noteMove(before, standing);
      this.tell(standing, by);
      return standing;
    });
  }

  /** Notices from now on what somebody else changes. Never rejects: what cannot be read is as it was. */
  watch(): void {
    this.settings.onSavedElsewhere(() => void this.reread().catch(() => undefined));
  }

  /** Notes the release on first use; later calls change nothing. */
  async begin(release: string): Promise<void> {
    if (this.read().release === undefined && (await this.reread()).release === undefined)
      await this.change({ release });
  }

  /** Changes what is given and leaves the rest; undefined removes. Rejects with a `WorkbookError`, and then nothing has changed here. */
  change(to: Partial<DocumentStanding>): Promise<DocumentStanding> {
    return this.alone(async () => {
      const content = changedSettings(this.settings.get(), to);
      this.unanswered = JSON.stringify(content);
      await this.settings.save(content);
      this.unanswered = undefined;
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

export function sameStanding(a: Standing, b: Standing): boolean {
  return a.release === b.release && a.day === b.day;
}

/** Whether a version of the add-in that is younger than this one wrote the settings in a way of its own. */
export function isYounger(settings: unknown): boolean {
  const { version } = fieldsOf(settings);
  return typeof version === "number" && version > VERSION;
}

/** The settings with something changed; what a later version keeps there stays. */
export function changedSettings(settings: unknown, to: Partial<DocumentStanding>): Fields {
  return { version: VERSION, ...fieldsOf(settings), ...written({ ...readStanding(settings), ...to }) };
}

/** What the settings of a document say; of damaged ones, as much as can be read. */
export function readStanding(value: unknown): DocumentStanding {
  const fields = fieldsOf(value);
  const { from, to } = fieldsOf(fields["refreshing"]);
  const address = text(fields["address"]);
  return {
    ...placeOf(fields),
    ...(address && { address }),
    onOpen: fields["onOpen"] === "never" ? "never" : "ask",
    refreshing: from && to ? { from: placeOf(fieldsOf(from)), to: placeOf(fieldsOf(to)) } : undefined,
  };
}

export function placeOf(fields: Fields | Standing): Standing {
  const { release, day: pin } = fields;
  return { release: text(release), day: day(pin) };
}

function written({ release, day, address, onOpen, refreshing }: DocumentStanding): Fields {
  // null, for a key without a value would leave the old one.
  return {
    release: release ?? null,
    day: day ?? null,
    ...(address && { address }),
    onOpen,
    refreshing: refreshing ?? null,
  };
}
