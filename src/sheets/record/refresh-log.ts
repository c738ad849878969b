import { count, fieldsOf, list, text } from "./fields";
import { placeOf, sameStanding, type Standing } from "./standing";

/** One refresh, as the document remembers it. */
export interface LogEntry {
  /** ISO time at which it ended. */
  readonly at: string;
  readonly what: "refresh" | "undo" | "pin" | "unpin";
  readonly from: Standing;
  readonly to: Standing;
  /** How many cells show another value. */
  readonly cells: number;
  /** Tables written anew. */
  readonly tables: readonly string[];
  /** Tables that stayed as they were, and cells that did not follow. */
  readonly left: readonly string[];
}

/** Older entries go: a log is for people. */
const KEPT = 200;

const WHAT: readonly LogEntry["what"][] = ["refresh", "undo", "pin", "unpin"];

export function withEntry(log: readonly LogEntry[], entry: LogEntry): LogEntry[] {
  return [...log, entry].slice(-KEPT);
}

/** Everywhere the workbook stood, as far as its log tells. */
export function standingsIn(log: readonly LogEntry[]): Standing[] {
  const all = log.flatMap(({ from, to }) => [from, to]);
  return all.filter((one, i) => all.findIndex((other) => sameStanding(one, other)) === i);
}

export function readLogEntry(value: unknown): LogEntry | undefined {
  const fields = fieldsOf(value);
  const [at, what] = [text(fields["at"]), WHAT.find((one) => one === fields["what"])];
  if (!at || !what) return undefined;
  const texts = (name: string) => list(fields[name], text);
  return {
    at,
    what,
    from: placeOf(fieldsOf(fields["from"])),
    to: placeOf(fieldsOf(fields["to"])),
    cells: count(fields["cells"]) ?? 0,
    tables: texts("tables"),
    left: texts("left"),
  };
}
