import { plain } from "./normalise";

/** No code of customs has more digits. */
const MOST_DIGITS = 12;

/** Digits in pairs, as customs writes codes: `2603`, `26.03`, `2603.00`, `2603 00 00`, with or without HS before them. */
const HEADING = /^(?:hs(?:\s?code|\s?heading)?[\s.:#-]{0,3})?(\d[\d. ]*)$/i;

/**
 * A code of the Harmonised System as lists hold it, or undefined for what is none. Zeros that only fill a heading up to a
 * subheading or a tariff line do not matter; every other digit does.
 */
export function headingOf(word: string): string | undefined {
  const written = HEADING.exec(plain(word))?.[1]?.trimEnd();
  if (written === undefined || written.length > 2 * MOST_DIGITS) return undefined;
  const groups = written.split(/[. ]/);
  if (!groups.every((group) => group.length > 0 && group.length % 2 === 0)) return undefined;
  return shortened(groups.join(""));
}

function shortened(digits: string): string {
  let length = digits.length;
  while (length > 4 && digits.slice(length - 2, length) === "00") length -= 2;
  return digits.slice(0, length);
}
