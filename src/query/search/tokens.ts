const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/** A text as search words: lower case, without accents; a run of Chinese characters is one word until it is cut by meaning. */
export function tokensOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(RUN) ?? [];
}

export function isHan(token: string): boolean {
  return HAN.test(token);
}
