/** A place in a file of the package: its path inside the package with forward slashes, and a line counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A fault that stops the build. */
export interface Problem extends Place {
  readonly message: string;
}

/** What kind of remark a note is; also the order of the sections of docs/data-notes.md. */
export const NOTE_TOPICS = ["growth", "change", "balance", "sum", "rounding", "revision", "programme"] as const;
export type NoteTopic = (typeof NOTE_TOPICS)[number];

/** Something a reader of the data should know that is no fault, such as a printed rate that the printed levels do not give. */
export interface Note {
  readonly topic: NoteTopic;
  readonly text: string;
}

/** Collects everything the checks find, so that one run shows all of it. */
export class Report {
  private readonly found: Problem[] = [];
  private readonly remarks: Note[] = [];

  problem(place: Place, message: string): void {
    this.found.push({ file: place.file, line: place.line, message });
  }

  note(topic: NoteTopic, text: string): void {
    this.remarks.push({ topic, text });
  }

  /** Ordered by file, line and message; the same message for the same line appears once. */
  get problems(): Problem[] {
    return distinct(this.found).sort(
      (a, b) => compareTexts(a.file, b.file) || a.line - b.line || compareTexts(a.message, b.message),
    );
  }

  /** Ordered by topic, then text; each once. */
  get notes(): Note[] {
    return distinct(this.remarks).sort(
      (a, b) => NOTE_TOPICS.indexOf(a.topic) - NOTE_TOPICS.indexOf(b.topic) || compareTexts(a.text, b.text),
    );
  }
}

/** Each once, of those that say the same. */
function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** Orders texts by code unit: the same on every machine, whatever its language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
