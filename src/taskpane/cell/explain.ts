import { printedEvidence } from "../../query/evidence";
import { UNTRACED, type AuditedCall } from "../../sheets/audit/entry";
import { questionOf } from "../../sheets/audit/words";
import type { Value } from "../../sheets/formula/value";
import { FactTracer } from "../../sheets/audit/trace";
import { shownOf } from "../../sheets/trace/tracer";
import type { SelectedCell } from "../../workbook/cell/selected-cell";
import type { PaneContext } from "../context/pane-context";
import { statusWords } from "../words/answer-words";

/** A document that a call rests on, with the place in it. */
export interface Ground {
  readonly source: string;
  readonly locator: string;
}

/** Everything Orebook answers in a cell, call by call in the order of its formula. */
export function explainCell({ session, reader }: PaneContext, cell: SelectedCell) {
  const tracer = new FactTracer(session);
  const answer = (id: string, args: readonly Value[]) => shownOf(tracer.trace(id, args).outcome);
  return cell.calls.map((found) => {
    const args = cell.argumentsOf(found, answer, session.dateSystem);
    const traced = args && tracer.trace(found.id, args);
    const text = cell.formula.slice(found.start, found.end);
    const call: AuditedCall = { id: found.id, text, ...(traced ?? UNTRACED) };
    const status = statusWords({ session, reader }, call);
    const printed = [...printedEvidence(reader.view, call.figures), ...call.events];
    const grounds = new Map(printed.map(({ source, locator }) => [`${source}#${locator}`, { source, locator }]));
    return {
      call,
      /** As it stands in the formula. */
      found,
      /** What Excel hands over; undefined where only Excel can tell. */
      args,
      question: questionOf(session, call),
      /** One line on the answer, or why there is none. */
      status,
      /** The documents, each place once. */
      grounds: [...grounds.values()],
    };
  });
}

/** What one call in a cell asks and answers, in words. */
export type ExplainedCall = ReturnType<typeof explainCell>[number];
