import { ASCII } from "../words/normalise";

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const ASCII_RUN = /[a-z\d]+/g;
const HAN = /^\p{Script=Han}/u;

/** A text as search words: lower case, without accents; a run of Chinese characters is one word until it is cut by meaning. */
export function tokensOf(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(ASCII_RUN) ?? [];
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(RUN) ?? [];
}

export function isHan(token: string): boolean {
  return HAN.test(token);
}
