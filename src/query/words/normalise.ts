/**
 * Characters that nobody sees: Unicode's format characters, such as the zero-width space, those it lets fonts ignore, and
 * what Excel's CLEAN takes out, but for blanks.
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu;

/** Nearly every word there is; nothing invisible, no accents and no wide letters are among these characters. */
export const ASCII = /^[ -~]*$/;

/** What is typed without the characters that nobody sees. */
export function visible(text: string): string {
  return ASCII.test(text) ? text : text.replace(INVISIBLE, "");
}

/** A text as typed, in ordinary letters: full-width ones, the dotless i of Turkish, invisible characters and outer blanks do not matter. */
export function plain(text: string): string {
  return ASCII.test(text) ? text.trim() : visible(text.normalize("NFKC")).replace(/ı/g, "i").trim();
}

/**
 * The form in which words are compared: lower case, without accents, spaces, hyphens and punctuation.
 * Chinese characters are kept as they are (full-width letters become ordinary ones), and & is read as and.
 */
export function normalise(word: string): string {
  return letters(word).replace(/[\s\p{Pd}'’‘"“”.,;:_()[\]/+*]/gu, "");
}

/** A word in lower case, without accents and with & read as and. */
export function letters(word: string): string {
  const plainest = ASCII.test(word) ? word : visible(word.normalize("NFKD")).replace(/\p{M}/gu, "");
  return plainest.toLowerCase().replace(/ı/g, "i").replace(/&/g, "and");
}
