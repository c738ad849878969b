import { Refusal } from "../../query/refusal";
import { Decimal } from "../../dataset/decimal";
import { frequencyOf } from "../../dataset/period";
import type { Observation } from "../../dataset/records";
import { candidates, type Reader } from "../../query/answer/candidates";
import { evidence, type Answer } from "../../query/answer/answer";
import { meantBasis, usualBasis, type Ask } from "../../query/answer/ask";
import { licenseeOf, shortCitation, sourceOf, termsText } from "../../query/citation";
import { printedEvidence } from "../../query/evidence";
import { growth } from "../../query/derived/growth";
import { computationInWords, formulaInWords, printed } from "./arithmetic";
import { messagesOf } from "../messages";
import type { Session } from "../session";
import { stateWords } from "./state-words";

export { printed } from "./arithmetic";

/** A line names so many sources at most; METALS.SOURCE has them all. */
const SOURCES_NAMED = 4;

/** One line on a figure: what it is, how it came about, who says so, and what disagrees. */
export function statusLine(session: Session, reader: Reader, found: Answer): string {
  const texts = messagesOf(session).status;
  const { observation } = found;
  const parts = observation ? observationParts(session, reader, observation) : computationInWords(session, found);
  const named = observation ? [texts.series(observation.series.id, String(observation.series.rank ?? ""))] : [];
  const told = [...parts, ...basisWords(session, reader, found), ...disagreements(session, reader, found)];
  return [...told, ...sources(session, reader, found), ...named].join("; ");
}

/** Who counts, where it is not the usual one; and that no other does, where that is why. */
function basisWords(session: Session, { view }: Reader, found: Answer): string[] {
  const { ask } = found;
  const usual = usualBasis(view.dataset, ask);
  const basis = evidence(found)[0]?.series.basis;
  if (ask.series || !usual || !basis || basis === usual) return [];
  const texts = messagesOf(session).status;
  const only = meantBasis(view.catalogue.meaning(ask.indicator, ask.item), ask.measure) === basis;
  return [(only ? texts.onlyBasis : texts.onBasis)(session.dataset.label("bases", basis, session.language))];
}

/** The state of a figure in a word or two, for a column of statuses. */
export function shortStatus(session: Session, { observation }: Answer): string {
  return observation ? stateWords(session, observation).join(", ") : messagesOf(session).status.derivedWord;
}

/** What a figure is or was made from, for a column of statuses: also the series, where it is not the first that answers. */
export function madeOf(session: Session, reader: Reader, found: Answer): string {
  const { observation, ask, period } = found;
  if (!observation) return computationInWords(session, found).join("; ");
  const [first] = ask.series ? [ask.series] : candidates(reader, ask, frequencyOf(period)!);
  const { series } = observation;
  const named = series === first ? [] : [messagesOf(session).status.series(series.id, String(series.rank ?? ""))];
  return [shortStatus(session, found), ...named].join("; ");
}

function observationParts(session: Session, reader: Reader, observation: Observation): string[] {
  const texts = messagesOf(session).status;
  const [first, ...more] = stateWords(session, observation);
  const state = observation.formula ? texts.derived(formulaInWords(reader, observation)) : first;
  const earlier = reader.view.vintages(observation.series, observation.period).at(-2);
  const revised =
    earlier && earlier.value !== observation.value
      ? [texts.revised(printed(earlier), earlier.published || earlier.known)]
      : [];
  const note = session.dataset.remark(observation.note, session.language);
  return [[printed(observation), state, ...more].join(", "), ...revised, ...(note ? [note] : [])];
}

function sources(session: Session, reader: Reader, found: Answer): string[] {
  const { dataset, language } = session;
  const ids = new Set(printedEvidence(reader.view, evidence(found)).map(({ source }) => source));
  const all = [...ids].map((id) => sourceOf(dataset, id));
  const named = all.slice(0, SOURCES_NAMED).map((one) => messagesOf(session).status.source(shortCitation(one)));
  const licensed = all.filter((one) => licenseeOf(dataset, one)).map((one) => termsText(dataset, one, language));
  return [...named, ...new Set(licensed)];
}

/** Other answers to the same question: what a printed rate of a later period implies, and other series. */
function disagreements(session: Session, reader: Reader, found: Answer): string[] {
  const { observation: own } = found;
  if (found.ask.series || found.ask.transformation !== "level" || !own) return [];
  const texts = messagesOf(session).status;
  return candidates(reader, found.ask, frequencyOf(found.period)!)
    .filter((series) => series !== own.series)
    .flatMap((series) => reader.view.observation(series, found.period) ?? [])
    .filter((other) => reader.units.baseValue(other).compare(found.value) !== 0)
    .map((other) => {
      if (other.series.transformation !== "implied") return texts.otherSeries(printed(other), other.series.id);
      const rate = other.inputs.find(({ series }) => series.includes(".growth"));
      return texts.rateImplies(asPreciseAs(other, own), rate?.period ?? "");
    });
}

/** A computed figure with no more digits after the point than the printed one beside it. */
function asPreciseAs(computed: Observation, beside: Observation): string {
  const { value, unit } = computed;
  if (unit !== beside.unit) return printed(computed);
  const places = beside.value.split(".")[1]?.length ?? 0;
  return printed({ value: Decimal.parse(value).rounded(places).toString(), unit });
}

/** The status of a change: how it was reached, and the other figure for it. */
export function growthStatus(session: Session, reader: Reader, ask: Ask, period: string): string | Refusal {
  const found = growth(reader, ask, period);
  if (found instanceof Refusal) return found;
  const { answer, printed: rate, levels } = found;
  const texts = messagesOf(session).status;
  const line = statusLine(session, reader, answer);
  if (answer.observation && levels) return `${line}; ${texts.levelsGive(percent(levels.value))}`;
  if (!answer.observation && rate?.observation)
    return `${line}; ${texts.printedRate(printed(rate.observation), shortCitation(sourceOf(session.dataset, rate.observation.source)))}`;
  return line;
}

function percent(fraction: Decimal): string {
  return `${fraction.shifted(2).rounded(2).toString()} %`;
}
