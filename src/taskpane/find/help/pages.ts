import { FUNCTIONS } from "../../../functions";
import type { Found, Hit, OtherHit } from "../../../query/search/search";
import type { PaneContext } from "../../context/pane-context";
import { helpTexts } from "./texts";

/** What explains how something is done: a function with its arguments and guide, or a place of the pane. */
interface HelpPage {
  readonly title: string;
  readonly says: string;
  readonly isPlace: boolean;
}

type HelpHit = Extract<OtherHit, { kind: "help" }>;

const PLACES = Object.keys(helpTexts.en);

/** As many as may stand above what the data has. */
const MOST = 5;

/** Who writes these wants to be told how something is done, and who is shown the error of an unknown function. */
const ASKS =
  /(?=#NAME)|\b(?:METALS|REE)\.|\b(?:help|guide|functions?|formulas?|how)\b|函数|公式|帮助|指南|怎么|怎样|如何/gi;

const HAN = /\p{Script=Han}/u;

const FILLERS = /^(?:a|an|the|to|do|i|my|in|of|for|with)$/;

const FAR = 25;

/** No two scores are nearer to one another than this. */
const A_LITTLE = 1e-6;

/** By the id of a function or a place. */
export function helpPage({ language, nameOf, texts }: PaneContext, id: string): HelpPage {
  const says = helpTexts[language][id];
  if (says !== undefined) return { title: texts.sections[id as keyof typeof texts.sections], says, isPlace: true };
  const { parameters } = FUNCTIONS.find((one) => one.id === id)!;
  return { title: nameOf(id), says: Object.keys(parameters).join(texts.comma), isPlace: false };
}

/**
 * What explains how the thing searched for is done. Before everything that was found where that is asked, or where the
 * data has not all of the words; otherwise functions of that name and places of the pane stand behind the best.
 * @param best of what was found.
 */
export function helpFor(context: PaneContext, text: string, found: Found, best: Hit | undefined): HelpHit[] {
  const isAsked = text.search(ASKS) >= 0;
  const rest = tokensIn(text.replace(ASKS, " ")).filter((word) => !FILLERS.test(word));
  const words = rest.length > 0 ? rest : isAsked ? tokensIn(context.texts.sections.help) : [];
  if (words.length === 0) return [];
  // What has every word comes far before series that have not.
  const isWholly = best !== undefined && best.kind !== "computed" && best.score > (found.hits[0]?.score ?? 0) + FAR;
  const isFirst = isAsked || (!found.isWhole && !isWholly);
  const exact = FUNCTIONS.filter(({ id }) => id === text.trim().toUpperCase());
  const named = FUNCTIONS.filter((one) => words.every((word) => meansFunction(context, word, nameOf(one.id))));
  const about = isAsked ? FUNCTIONS.filter(({ summary }) => hasAll(words, [summary])) : [];
  const ids = [
    ...[...exact, ...named].map(({ id }) => id),
    ...PLACES.filter((id) => hasAll(words, wordsOfPlace(context, id))),
    ...about.map(({ id }) => id),
  ];
  const score = (best?.score ?? 0) + (isFirst ? 1 : -A_LITTLE);
  return [...new Set(ids)].slice(0, MOST).map((id) => ({ kind: "help", id, score }));
}

/** The word after the prefix, as searches compare it. */
function nameOf(id: string): string {
  return tokensIn(id.split(".")[1]!).join("");
}

function meansFunction({ session }: PaneContext, word: string, name: string): boolean {
  return [word, tokensIn(session.words.find("indicators", word) ?? "").join("")].includes(name);
}

function wordsOfPlace({ texts, language }: PaneContext, id: string): string[] {
  return [texts.sections[id as keyof typeof texts.sections], helpTexts.en[id]!, helpTexts[language][id]!];
}

/** Whether every word is one of some texts, or begins one; of Chinese, where words have no ends, whether either holds the other. */
function hasAll(words: readonly string[], texts: readonly string[]): boolean {
  const tokens = tokensIn(texts.join(" "));
  return words.every((word) =>
    tokens.some((token) =>
      HAN.test(word)
        ? token.includes(word) || (HAN.test(token) && word.includes(token))
        : token === word || (word.length > 3 && token.startsWith(word)),
    ),
  );
}

/** Words in lower case, plurals as singulars; Chinese in runs. */
function tokensIn(text: string): string[] {
  const words = text.toLowerCase().match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return words.map((word) => word.replace(/(?<=\w{3})s$/, ""));
}
