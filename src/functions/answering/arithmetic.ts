import type { Observation } from "../../dataset/records";
import { evidence, type Answer, type Arithmetic } from "../../query/answer/answer";
import type { Reader } from "../../query/answer/candidates";
import { describe } from "../../query/describe";
import { relationOf } from "../../query/derived/relation";
import { messagesOf } from "../messages";
import { relationWords, stateWords } from "./state-words";
import type { Session } from "../session";

const SIGNS: Readonly<Record<Arithmetic["operation"], string>> = {
  months: " + ",
  sum: " + ",
  mean: " + ",
  index: " ÷ ",
  difference: " − ",
  growth: " ÷ ",
  share: " ÷ ",
  quotient: " ÷ ",
  compound: " → ",
  concentration: ", ",
};

/** What puts figures of one question together, which are of one series as a rule. */
const ALIKE: ReadonlySet<Arithmetic["operation"]> = new Set(["months", "sum", "mean", "index", "growth", "compound"]);

/** Digits after the point of a computed term: a mean has no end of them. */
const SHOWN_PLACES = 6;

const OPERATORS: Readonly<Record<string, string>> = { "*": "×", "/": "÷", "-": "−" };

/** A figure as its source prints it. */
export function printed({ value, unit }: Pick<Observation, "value" | "unit">): string {
  return ["1", "count", "ratio"].includes(unit) ? value : `${value} ${unit}`;
}

/** The formula of a derived figure of the dataset with its inputs written out as printed. */
export function formulaInWords(reader: Reader, { formula, inputs }: Observation): string {
  const spaced = formula.replace(/\s*([-+*/^])\s*/g, (_, sign: string) => ` ${OPERATORS[sign] ?? sign} `);
  return spaced.replace(/[A-Za-z_]\w*/g, (name) => {
    const input = inputs.find((candidate) => candidate.name === name);
    const series = input && reader.view.catalogue.seriesById(input.series);
    const value = series && reader.view.observation(series, input.period);
    return value ? printed(value) : name;
  });
}

/** How a figure was computed on asking, and what there is to say of the figures it was computed from. */
export function computationInWords(session: Session, found: Answer): string[] {
  const texts = messagesOf(session).status;
  const { operation, terms } = found.arithmetic!;
  const ofTerms = evidence(found).flatMap((observation) => stateWords(session, observation, "exact"));
  const remarks = new Set([
    ...relationWords(session, relationOf(found)),
    ...ofTerms.filter((word) => word !== texts.published && word !== texts.derivedWord),
    ...severalSeries(session, found),
  ]);
  const [first, last] = [terms[0]!, terms.at(-1)!];
  if (operation === "months")
    return [texts.derived(texts.sumOfMonths(terms.length, first.period, last.period)), ...remarks];
  if (operation === "sum" || operation === "mean") {
    const put = operation === "sum" ? texts.sumOfPeriods : texts.meanOfPeriods;
    return [texts.derived(put(terms.length, first.period, last.period)), ...remarks];
  }
  if (operation === "index")
    return [texts.derived(`${termValue(first)} ÷ ${termValue(last)}`), texts.indexOf(last.period), ...remarks];
  const written = terms.map((term) => `${termInWords(session, term)} ${termValue(term)}`).join(SIGNS[operation]);
  return [texts.derived(operation === "growth" ? `${written} − 1` : written), ...remarks];
}

/** The series behind what is one figure's months or levels, where they are several. */
function severalSeries(session: Session, found: Answer): string[] {
  if (!ALIKE.has(found.arithmetic!.operation)) return [];
  const ids = [...new Set(evidence(found).map(({ series }) => series.id))];
  return ids.length > 1 ? [messagesOf(session).status.severalSeries(ids.length, ids.join(", "))] : [];
}

function termInWords(session: Session, { ask, period }: Answer): string {
  return `${describe(session.dataset, { ...ask, basis: undefined, measure: "" }, session.language)} ${period}`;
}

function termValue({ observation, value, unit }: Answer): string {
  return observation ? printed(observation) : `${value.rounded(SHOWN_PLACES).toString()} ${unit}`;
}
