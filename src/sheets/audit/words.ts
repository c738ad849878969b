import { grouped } from "../../dataset/catalogue";
import { comparePeriods } from "../../dataset/period";
import type { Observation } from "../../dataset/records";
import type { Session } from "../../functions";
import { messagesOf } from "../../functions/messages";
import { stateWords } from "../../functions/answering/state-words";
import { askOfSeries } from "../../query/answer/ask";
import { describe } from "../../query/describe";
import type { AuditedCall } from "./entry";
import { isComputed } from "./traits";

/** A formula may rest on more series than anyone wants to read in a line. */
const MOST_SERIES = 3;

/** What stands between words and between sentences of a list, in the session's language. */
export function separators({ language }: Session): { readonly comma: string; readonly semicolon: string } {
  return language === "zh" ? { comma: "，", semicolon: "；" } : { comma: ", ", semicolon: "; " };
}

/** What a call asks, in words: the series and periods of its figures; the call itself where there are none. */
export function questionOf(session: Session, call: AuditedCall): string {
  const bySeries = grouped(call.figures, ({ series }) => series);
  if (bySeries.size === 0) return call.text;
  const { comma, semicolon } = separators(session);
  const parts = [...bySeries]
    .slice(0, MOST_SERIES)
    .map(
      ([series, figures]) =>
        `${describe(session.dataset, askOfSeries(series), session.language)}${comma}${spanOf(figures.map(({ period }) => period))}`,
    );
  const words = [...parts, ...(bySeries.size > MOST_SERIES ? [`… (${bySeries.size})`] : [])].join(semicolon);
  return isComputed(call) ? `${call.id}: ${words}` : words;
}

/** What the figures of a call are, each state once; why there is none. */
export function statusOf(session: Session, call: AuditedCall): string {
  const { outcome } = call;
  if (outcome?.kind === "refused") return outcome.reason || outcome.error;
  const { comma, semicolon } = separators(session);
  if (isComputed(call))
    return [messagesOf(session).status.derivedWord, ...exceptional(session, call.figures)].join(comma);
  return unique(call.figures.map((figure) => stateOfFigure(session, figure))).join(semicolon);
}

/** What is to be said of the figures something was computed from, besides that they were published. */
function exceptional(session: Session, figures: readonly Observation[]): string[] {
  const { published } = messagesOf(session).status;
  return unique(figures.flatMap((figure) => stateWords(session, figure))).filter((word) => word !== published);
}

/** What a figure is: published, estimated by the source, at least … */
export function stateOfFigure(session: Session, figure: Observation): string {
  return stateWords(session, figure).join(separators(session).comma);
}

function spanOf(periods: readonly string[]): string {
  const sorted = [...periods].sort(comparePeriods);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  return first === last ? first : `${first} – ${last}`;
}

/** Each text once; empty ones left out. */
export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== "");
}
