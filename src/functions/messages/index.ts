import { shortCitation, sourceOf } from "../../query/citation";
import { describe, type Language } from "../../query/describe";
import type { Refusal, RefusalData, RefusalKind } from "../../query/refusal";
import type { WordList } from "../../query/words";
import type { Session } from "../session";
import { en } from "./en";
import { zh } from "./zh";
import type { Messages, Speaker } from "./messages";

const LANGUAGES: Readonly<Record<Language, Messages>> = { en, zh };

/** Excel shows an error's message in a card; what is longer is cut there. */
const LONGEST = 1000;

/** Lists in which the codes of a dimension have their words. */
const LIST_OF: Readonly<Record<string, WordList>> = {
  item: "items",
  partner: "areas",
  reporter: "areas",
  stage: "stages",
  group: "groups",
  batch: "batches",
  holder: "holders",
  measure: "measures",
  basis: "bases",
  side: "indicators",
  indicator: "indicators",
  transformation: "transformations",
};

export function messagesOf(session: Session): Messages {
  return LANGUAGES[session.language];
}

/** A refusal in the words of the session's language. */
export function refusalText(refusal: Refusal, session: Session): string {
  const text = messagesOf(session).refusals[refusal.kind] as (data: RefusalData[RefusalKind], say: Speaker) => string;
  const words = text(refusal.data, speaker(session));
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}

export function speaker(session: Session): Speaker {
  const { dataset, words, language } = session;
  return {
    subject: (ask) => describe(dataset, ask, language),
    label: (list, id) => dataset.label(list, id, language),
    word: (dimension, code) => {
      const list = LIST_OF[dimension];
      if (!list) return code;
      return language === "zh" ? dataset.label(list, code, "zh") : words.mainWord(list, code);
    },
    citation: (source) => shortCitation(sourceOf(dataset, source)),
  };
}
