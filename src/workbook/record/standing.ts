import type { DocumentSettings } from "./settings";
import { day, fieldsOf, text, type Fields } from "./fields";

/** When a workbook's formulas answer as of: a data release and, when it is pinned, a day. */
export interface WorkbookStanding {
  readonly release?: string | undefined;
  /** ISO day. */
  readonly day?: string | undefined;
}

/** What the document's settings say. */
export interface DocumentStanding extends WorkbookStanding {
  /** Whether the pane may ask about a newer release when the workbook opens. */
  readonly onOpen: "ask" | "never";
  /** A refresh of formulas that began and has not ended: from where to where. */
  readonly refreshing?: { readonly from: WorkbookStanding; readonly to: WorkbookStanding } | undefined;
}

const VERSION = 1;

/** Where the workbook stands, kept in its settings. Changed only by what the user does. */
export class StandingRecord {
  private readonly listeners = new Set<(standing: DocumentStanding) => void>();

  constructor(private readonly settings: DocumentSettings) {}

  read(): DocumentStanding {
    return readStanding(this.settings.get());
  }

  /** Reads what the document holds now. Rejects with a `WorkbookError`. */
  async reread(): Promise<DocumentStanding> {
    const before = JSON.stringify(this.read());
    await this.settings.refresh();
    const standing = this.read();
    if (JSON.stringify(standing) !== before) this.tell(standing);
    return standing;
  }

  /** Notes the release on first use; later calls change nothing. */
  async begin(release: string): Promise<void> {
    if (this.read().release === undefined && (await this.reread()).release === undefined) await this.change({ release });
  }

  /** Changes what is given and leaves the rest; undefined removes. Rejects with a `WorkbookError`, and then nothing has changed here. */
  async change(to: Partial<DocumentStanding>): Promise<DocumentStanding> {
    // What a later version keeps there stays.
    const kept = fieldsOf(this.settings.get());
    await this.settings.save({ version: VERSION, ...kept, ...written({ ...this.read(), ...to }) });
    const standing = this.read();
    this.tell(standing);
    return standing;
  }

  /** Tells of every change made or noticed here; the result ends it. */
  onChange(listener: (standing: DocumentStanding) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(standing: DocumentStanding): void {
    for (const listener of this.listeners) listener(standing);
  }
}

export function sameStanding(a: WorkbookStanding, b: WorkbookStanding): boolean {
  return a.release === b.release && a.day === b.day;
}

function readStanding(value: unknown): DocumentStanding {
  const fields = fieldsOf(value);
  const { from, to } = fieldsOf(fields["refreshing"]);
  return {
    ...placeOf(fields),
    onOpen: fields["onOpen"] === "never" ? "never" : "ask",
    refreshing: from && to ? { from: placeOf(fieldsOf(from)), to: placeOf(fieldsOf(to)) } : undefined,
  };
}

export function placeOf(fields: Fields): WorkbookStanding {
  return { release: text(fields["release"]), day: day(fields["day"]) };
}

function written({ release, day, onOpen, refreshing }: DocumentStanding): Fields {
  // null, for a key without a value would leave the old one.
  return { release: release ?? null, day: day ?? null, onOpen, refreshing: refreshing ?? null };
}
