/** A value that is replaced, never changed in place, and whose old values the journal keeps. */
import type { Journal } from "./journal";

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
