import { observationKey, type Series } from "../../dataset/records";
import { viewAt, type View } from "../../dataset/view";
import { evidence, type Answer } from "../../query/answer/answer";
import { answeredPeriods, askLedBy } from "../../query/answer/answered";
import { completeAsk, questionOf, type PartialAsk } from "../../query/answer/ask";
import { findResolved } from "../../query/answer/compute";
import { growth } from "../../query/derived/growth";
import { pointsIn, type Point } from "../../query/answer/points";
import { orThrow, Refusal } from "../../query/refusal";
import { readerOf } from "../answering/asking";
import { createCaller, FunctionError, type Session } from "..";
import type { Asked } from "./asked";
import type { Call } from "./call";
import { callFor, type WrittenCall } from "./write";

/**
 * The friendliest call that answers with this very figure of the series: a function named after what is asked where it
 * gives the same observation, else METALS.GET, which reaches every series. `unit` is left out when it is the base unit.
 */
export function figureCall(session: Session, series: Series, period: string, unit: string | undefined): WrittenCall {
  const view = viewAt(session.dataset, session.standing);
  const reader = readerOf(view, session);
  const ask = questionOf(series);
  const caller = createCaller(session);
  const level = { ...ask, basis: undefined, transformation: "level" };
  const asked: Asked[] = [
    { show: "value", ask, period, unit },
    ...(series.transformation === "growth" ? [{ show: "growth", ask: level, period } as const] : []),
  ];
  const answered = (show: Asked["show"], said: PartialAsk): Answer | undefined => {
    const question = completeAsk(view, said);
    return show === "growth"
      ? orThrow(growth(reader, question, period)).answer
      : findResolved(reader, question, period);
  };
  // Where the series has no figure, the question it answers has one computed from others.
  const isOf = (answer: Answer | undefined) =>
    answer?.arithmetic ? !view.has(series, period) : answer?.observation?.series.id === series.id;
  for (const one of asked) {
    // A function may offer fewer words than the data has.
    const found = callFor(session, view, one, ({ said, call: { id, args } }) =>
      attempt(() => said !== undefined && isOf(answered(one.show, said)) && typeof caller.call(id, args) === "number"),
    );
    if (found) return found;
  }
  return byId(session, view, { show: "value", ask, period, series: series.id });
}

/**
 * The friendliest call of METALS.SERIES that spills, under a header row, exactly what the pane shows of this series: words
 * where they lead to it, else its id. `unit` is left out when it is the base unit.
 */
export function seriesCall(session: Session, series: Series, unit: string | undefined): Call {
  const view = viewAt(session.dataset, session.standing);
  const reader = readerOf(view, session);
  const led = askLedBy(reader, series);
  const periods = answeredPeriods(reader, led, series.freq);
  const whole = periods.map((period) => restsOn(findResolved(reader, led, period))).join();
  const isWhole = (points: readonly Point[]) =>
    points.map(({ found }) => restsOn(found instanceof Refusal ? undefined : found)).join() === whole;
  const asked: Asked = { show: "series", ask: questionOf(series), period: periods[0] ?? "", unit };
  const found = callFor(session, view, asked, ({ said, args: { from } }) =>
    attempt(
      () =>
        said !== undefined &&
        isWhole(pointsIn(reader, completeAsk(view, said), { from: from === undefined ? undefined : asked.period })),
    ),
  );
  return (found ?? byId(session, view, { ...asked, series: series.id })).call;
}

/** The figures that an answer is or was computed from. */
function restsOn(found: Answer | undefined): string {
  return found ? evidence(found).map(observationKey).join("+") : "";
}

function byId(session: Session, view: View, asked: Asked): WrittenCall {
  return callFor(session, view, asked, ({ said }) => said === undefined)!;
}

/** A question that is refused does not answer. */
function attempt(question: () => boolean): boolean {
  try {
    return question();
  } catch (error) {
    if (error instanceof Refusal || error instanceof FunctionError) return false;
    throw error;
  }
}
