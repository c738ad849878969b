import { shortCitation, sourceOf } from "../../query/citation";
import { rememberingOf } from "../../dataset/remembering";
import { describe, type SaidGoods } from "../../query/describe";
import type { Ask } from "../../query/answer/ask";
import type { Refusal, RefusalData, RefusalKind } from "../../query/refusal";
import type { WordList } from "../../query/words/spellings";
import type { CellError } from "../cells";
import type { Session } from "../session";
import type { Messages } from "./en";
import { ENGLISH_NOTATION, inNotation } from "./notation";
import type { Speaker } from "./messages";

/** Excel shows an error's message in a card; what is longer is cut there. */
const LONGEST = 1000;

/** Facts of refusals that repeat what was typed. */
const QUOTED = ["word", "given", "unit", "what"];
const LONGEST_QUOTE = 80;

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

export function messagesOf({ messages }: Session): Messages {
  return messages;
}

const NOTHING_SAID: SaidGoods = {};

/** A refusal in the words of the session's language. `said`: what its goods were called. */
export function refusalText(refusal: Refusal, session: Session, said: SaidGoods = NOTHING_SAID): string {
  const { say, kept } = speaking(session)(said);
  // What is told of one period is not told again.
  return "period" in refusal.data ? inWords(refusal, session, say) : kept(refusal);
}

/** For each name that goods are called by: there are refusals that a whole column comes to. */
const speaking = rememberingOf((session: Session) =>
  rememberingOf((said: SaidGoods) => {
    const say = speaker(session, said);
    return { say, kept: rememberingOf((refusal: Refusal) => inWords(refusal, session, say)) };
  }),
);

function inWords(refusal: Refusal, session: Session, say: Speaker): string {
  const text = messagesOf(session).refusals[refusal.kind] as (data: RefusalData[RefusalKind], say: Speaker) => string;
  const words = inNotation(text(shortened(refusal.data), say), session.notation ?? ENGLISH_NOTATION);
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}

/** A refusal as the error of one cell of a spill. */
export function refusedCell(refusal: Refusal, session: Session, said?: SaidGoods): CellError {
  return { error: refusal.code, message: refusalText(refusal, session, said) };
}

/** What was typed is repeated as far as a reader needs to recognise it. */
function shortened<T extends object>(data: T): T {
  const said = data as Readonly<Record<string, unknown>>;
  let short = data;
  for (const key of QUOTED) {
    const text = said[key];
    if (typeof text === "string" && text.length > LONGEST_QUOTE)
      short = { ...short, [key]: `${text.slice(0, LONGEST_QUOTE - 1)}…` };
  }
  return short;
}

export function speaker({ dataset, words, language }: Session, said?: SaidGoods): Speaker {
  return {
    subject: rememberingOf((ask: Ask) => describe(dataset, ask, language, said)),
    label: (list, id) => dataset.label(list, id, language),
    word: (dimension, code) => {
      const list = LIST_OF[dimension];
      if (!list) return code;
      return language === "zh" ? dataset.label(list, code, "zh") : words.mainWord(list, code);
    },
    citation: (source) => shortCitation(sourceOf(dataset, source)),
    remark: (note) => dataset.remark(note, language),
  };
}
