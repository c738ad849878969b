/** An Excel whose messages fail in their turn: lost before it saw them, or done and the answer lost. */
import { startClock } from "./model/orebook/clock";
import { openOrebook, type OrebookExcel, type OrebookOptions } from "./orebook";

export type Fate = "lost" | "unanswered";

export interface FailingExcel {
  readonly excel: OrebookExcel;
  /** From now on message number `at` (from 0) meets its fate, and with `persistent` all after it. */
  fail(at: number, fate?: Fate, persistent?: boolean): void;
  /** How many messages were sent since. */
  sent(): number;
}

export const FATES: readonly [string, Fate, boolean][] = [
  ["lost", "lost", false],
  ["done and unanswered", "unanswered", false],
  ["lost, and all after it", "lost", true],
  ["done and unanswered, and all after it", "unanswered", true],
];

// Thousands of runs wait for Excel, each a little.
startClock();

export function openFailing(options: OrebookOptions = {}): FailingExcel {
  let sent = 0;
  let isMet: (number: number, fate: Fate) => boolean = () => false;
  const meet = (number: number, fate: Fate) => {
    if (isMet(number, fate)) throw new Error("connection lost");
  };
  const excel = openOrebook({
    ...options,
    sharesLibrary: true,
    onRequest: () => meet(sent++, "lost"),
    onAnswer: () => meet(sent - 1, "unanswered"),
  });
  return {
    excel,
    sent: () => sent,
    fail: (at, fate, persistent = false) => {
      sent = 0;
      isMet = (number, kind) => kind === fate && (number === at || (persistent && number > at));
    },
  };
}
