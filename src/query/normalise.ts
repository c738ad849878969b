/**
 * The form in which words are compared: lower case, without accents, spaces, hyphens and punctuation.
 * Chinese characters are kept as they are (full-width letters become ordinary ones), and & is read as and.
 */
export function normalise(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[\s\p{Pd}'’‘"“”.,;:_()[\]/+]/gu, "");
}
