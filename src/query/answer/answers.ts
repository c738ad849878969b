import { frequencyOf } from "../../dataset/period";
import { evidence, findAnswer, findInSeries, type Answer } from "./answer";
import type { Reader } from "./candidates";
import { questionOf, type Ask } from "./ask";
import { findResolved } from "./compute";

/** What a figure can be told as besides the level itself: with fewer digits. */
const RETOLD = ["rounded"];

/** One of several answers to a question. */
export interface OneAnswer {
  readonly answer: Answer;
  /** Code of who counts. */
  readonly basis: string;
}

/**
 * Every answer to a question: each series of whatever basis (or of the one named), best rank first, then those that
 * never answer by default; a figure computed from others when no series has one.
 */
export function answersOf(reader: Reader, ask: Ask, period: string): OneAnswer[] {
  const freq = frequencyOf(period)!;
  const question = questionOf(ask);
  const family =
    ask.transformation === "level" || ask.transformation === "implied" ? ["level", ...RETOLD] : [ask.transformation];
  const series = family
    .flatMap((transformation) => reader.view.catalogue.seriesFor({ ...question, transformation }, freq))
    .filter((one) => ask.series !== undefined || ask.basis === undefined || one.basis === ask.basis);
  const found = series.flatMap((one): OneAnswer[] => {
    const answer = findInSeries(reader, one, question, period);
    return answer ? [{ answer, basis: one.basis }] : [];
  });
  if (found.some(({ answer }) => answer.observation?.series.rank !== undefined)) return found;
  const computed = ask.series ? findAnswer(reader, ask, period) : findResolved(reader, ask, period);
  const basis = computed && evidence(computed)[0]?.series.basis;
  return computed?.arithmetic && basis ? [{ answer: computed, basis }, ...found] : found;
}
