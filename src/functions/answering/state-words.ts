import type { Observation } from "../../dataset/records";
import { messagesOf } from "../messages";
import type { Session } from "../session";

/** What a figure is, in a few words: published, derived, estimated; a lower bound; with what in mind it must be read. */
export function stateWords(session: Session, observation: Observation, relation = observation.relation): string[] {
  const { status, flag, formula, series } = observation;
  const texts = messagesOf(session).status;
  const states: Readonly<Record<string, readonly string[]>> = {
    A: [texts.published],
    B: [texts.published, texts.break],
    E: [texts.estimated],
    F: [texts.forecast],
    P: [texts.provisional],
    U: [texts.lowReliability],
  };
  return [
    ...(formula ? [texts.derivedWord] : (states[status] ?? [])),
    ...relationWords(session, relation),
    ...flag
      .split(" ")
      .filter(Boolean)
      .map((code) => texts.flag(session.dataset.label("flags", code, session.language))),
    ...(series.transformation === "implied" ? [texts.implied] : []),
  ];
}

/** Whether a figure is a bound or an approximation, in a word; nothing for an exact one. */
export function relationWords(session: Session, relation: string): readonly string[] {
  const texts = messagesOf(session).status;
  const words: Readonly<Record<string, readonly string[]>> = {
    "at-least": [texts.atLeast],
    "at-most": [texts.atMost],
    approximately: [texts.approximately],
  };
  return words[relation] ?? [];
}
