/** The undo stack of the in-memory workbook: every change leaves behind how to take it back. */
import type { Undo } from "../workbook-model";

export class Journal implements Undo {
  private readonly entries: (() => void)[][] = [];
  private open: (() => void)[] | null = null;
  /** The newest entry that belongs to something, and to what. */
  private last: { readonly of: object; readonly entry: readonly (() => void)[] } | null = null;

  /** Notes how to take back a change just made. Outside a group each change is an entry of its own. */
  note(takeBack: () => void): void {
    if (this.open) this.open.push(takeBack);
    else this.entries.push([takeBack]);
  }

  group<T>(work: () => T, of?: object): T {
    if (this.open) return work();
    const goesOn = of !== undefined && this.last?.of === of && this.entries.at(-1) === this.last.entry;
    const entry = goesOn ? this.entries.pop()! : [];
    this.open = entry;
    try {
      return work();
    } finally {
      this.open = null;
      if (entry.length > 0) {
        this.entries.push(entry);
        this.last = of ? { of, entry } : null;
      }
    }
  }

  undo(): boolean {
    const entry = this.entries.pop();
    for (const takeBack of entry?.reverse() ?? []) takeBack();
    return entry !== undefined;
  }

  get depth(): number {
    return this.entries.length;
  }
}

export class Journaled<T> {
  constructor(
    private readonly journal: Journal,
    private current: T,
  ) {}

  get value(): T {
    return this.current;
  }

  set value(next: T) {
    const before = this.current;
    this.journal.note(() => {
      this.current = before;
    });
    this.current = next;
  }
}
