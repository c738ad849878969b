import type { Observation } from "../dataset/records";
import { candidates, evidence, type Answer, type Reader } from "../query/answer";
import { frequencyOf } from "../dataset/period";
import { shortCitation, sourceOf } from "../query/citation";
import { describe } from "../query/describe";
import { growth } from "../query/growth";
import { Refusal } from "../query/refusal";
import type { Ask } from "../query/ask";
import { messagesOf } from "./messages";
import type { StatusTexts } from "./messages/messages";
import type { Session } from "./session";

const SIGNS = { months: " + ", difference: " − ", growth: " ÷ ", share: " ÷ ", quotient: " ÷ ", compound: " → ", concentration: " , " } as const;

/** One line on a figure: what it is, how it came about, who says so, and what disagrees. */
export function statusLine(session: Session, reader: Reader, found: Answer): string {
  const texts = messagesOf(session).status;
  const parts = found.observation ? observationParts(session, reader, found.observation, texts) : computedParts(session, found, texts);
  parts.push(...sources(session, found).map(texts.source));
  if (found.observation) parts.push(texts.series(found.observation.series.id, String(found.observation.series.rank ?? "")));
  return [...parts, ...disagreements(reader, found, texts)].join("; ");
}

/** The state of a figure in a word or two, for a column of statuses. */
export function shortStatus(session: Session, found: Answer): string {
  const texts = messagesOf(session).status;
  if (!found.observation) return texts.derived("").replace(/[:：]\s*$/, "");
  const [first = "", ...rest] = stateWords(found.observation, texts);
  return [first.startsWith(texts.derived("").trim()) ? texts.derived("").replace(/[:：]\s*$/, "") : first, ...rest].join(", ");
}

function observationParts(session: Session, reader: Reader, observation: Observation, texts: StatusTexts): string[] {
  const parts = [`${printed(observation)}, ${stateWords(observation, texts).join(", ")}`];
  if (observation.formula) parts[0] = `${printed(observation)}, ${texts.derived(arithmeticOf(session, reader, observation))}`;
  const earlier = reader.view.vintages(observation.series, observation.period).slice(0, -1).at(-1);
  if (earlier && earlier.value !== observation.value) parts.push(texts.revised(printed(earlier), earlier.published));
  if (observation.note) parts.push(observation.note);
  return parts;
}

function stateWords(observation: Observation, texts: StatusTexts): string[] {
  const states: Readonly<Record<string, string>> = { A: texts.published, E: texts.estimated, F: texts.forecast, P: texts.provisional, U: texts.lowReliability, B: `${texts.published}, ${texts.break}` };
  const relations: Readonly<Record<string, string>> = { "at-least": texts.atLeast, "at-most": texts.atMost, approximately: texts.approximately };
  const flags: Readonly<Record<string, string>> = { "revised-base": texts.revisedBase, unverified: texts.unverified, "different-definition": texts.differentDefinition };
  const words = [
    observation.formula ? texts.derived("").trim() : states[observation.status],
    relations[observation.relation],
    ...observation.flag.split(" ").map((flag) => flags[flag]),
    observation.series.transformation === "implied" ? texts.implied : undefined,
  ];
  return words.filter((text): text is string => Boolean(text));
}

/** The formula of a derived figure with its inputs written out as printed. */
function arithmeticOf(session: Session, reader: Reader, observation: Observation): string {
  const spaced = observation.formula.replace(/\s*([-+*/^])\s*/g, " $1 ").replace("* ", "× ").replace(/\/ /g, "÷ ").replace(/ - /g, " − ");
  return spaced.replace(/[A-Za-z_]\w*/g, (name) => {
    const input = observation.inputs.find((candidate) => candidate.name === name);
    const series = input && session.dataset.seriesById(input.series);
    const value = series && reader.view.observation(series, input.period);
    return value ? printed(value) : name;
  });
}

function computedParts(session: Session, found: Answer, texts: StatusTexts): string[] {
  const { operation, terms } = found.arithmetic!;
  if (operation === "months") return [texts.derived(texts.sumOfMonths(terms.length, terms[0]!.period, terms.at(-1)!.period))];
  const written = terms.map((term) => `${describeTerm(session, term)} ${termValue(term)}`).join(SIGNS[operation]);
  const bounds = terms.flatMap(evidence).some(({ relation }) => relation !== "exact") ? [texts.approximately] : [];
  return [texts.derived(operation === "growth" ? `${written} − 1` : written), ...bounds];
}

function describeTerm(session: Session, term: Answer): string {
  return `${describe(session.dataset, { ...term.ask, basis: undefined, measure: "" }, session.language)} ${term.period}`;
}

function termValue(term: Answer): string {
  return term.observation ? printed(term.observation) : `${term.value.toString()} ${term.unit}`;
}

/** A figure as its source prints it. */
export function printed(observation: Pick<Observation, "value" | "unit">): string {
  return observation.unit === "%" ? `${observation.value} %` : `${observation.value} ${observation.unit}`.replace(/ (1|count|ratio)$/, "");
}

function sources(session: Session, found: Answer): string[] {
  const ids = new Set(evidence(found).map(({ source }) => source).filter((id) => id !== ""));
  return [...ids].slice(0, 4).map((id) => shortCitation(sourceOf(session.dataset, id)));
}

/** Other answers to the same question: what a printed rate says beside the levels, what the next year's rate implies, other series. */
function disagreements(reader: Reader, found: Answer, texts: StatusTexts): string[] {
  if (found.ask.series || found.ask.transformation !== "level" || !found.observation) return [];
  const others = candidates(reader, found.ask, frequencyOf(found.period)!)
    .filter((series) => series !== found.observation?.series)
    .map((series) => reader.view.observation(series, found.period))
    .filter((other) => other !== undefined);
  return others
    .filter((other) => reader.units.baseValue(other).compare(found.value) !== 0)
    .map((other) => (other.series.transformation === "implied" ? texts.rateImplies(printed(other)) : texts.otherSeries(printed(other), other.series.id)));
}

/** The status of a change: how it was reached, and the other figure for it. */
export function growthStatus(session: Session, reader: Reader, ask: Ask, period: string): string {
  const { answer, printed: rate, levels } = growth(reader, ask, period);
  const texts = messagesOf(session).status;
  const line = statusLine(session, reader, answer);
  if (levels) return `${line}; ${texts.levelsGive(percent(levels))}`;
  return rate?.observation ? `${line}; ${texts.printedRate(printed(rate.observation), shortCitation(sourceOf(session.dataset, rate.observation.source)))}` : line;
}

function percent(answer: Answer): string {
  return `${answer.value.shifted(2).rounded(2).toString()} %`;
}

/** The line for a question without an answer: the reason itself. */
export function refusalLine(error: unknown, textOf: (refusal: Refusal) => string): string {
  if (error instanceof Refusal) return textOf(error);
  throw error;
}

