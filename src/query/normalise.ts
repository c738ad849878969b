/**
 * The form in which words are compared: lower case, without accents, spaces, hyphens and punctuation.
 * Chinese characters are kept as they are (full-width letters become ordinary ones).
 */
export function normalise(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\p{Pd}'’‘"“”.,;:_()[\]/&+]/gu, "");
}
