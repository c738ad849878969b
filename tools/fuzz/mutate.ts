import type { Chance } from "./random";

const LONGEST = 32 * 1024;

/** Characters on which readers stumble: blanks of all kinds, signs, halves of pairs, the ends of ranges. */
const SPECIAL = [
  ..." \t\n\r\u00a0\u3000\u200b\ufeff\0'\"`!#$%&()*+,-./:;<=>?@[\\]^_{|}~0129AZaz年月铜é\u0301İß\u2028😀",
].concat("\ud800", "\udc00", "\uffff", "1e309", "99999999999999999999");

/** A text that differs a little from one, or takes some of another. */
export function mutated(text: string, other: string, words: readonly string[], chance: Chance): string {
  let next = text;
  for (let steps = 1 + chance.below(chance.below(4) === 0 ? 8 : 3); steps > 0; steps--)
    next = step(next, other, words, chance);
  return next.slice(0, LONGEST);
}

function step(text: string, other: string, words: readonly string[], chance: Chance): string {
  const at = chance.below(text.length + 1);
  const to = Math.min(text.length, at + 1 + chance.below(chance.below(3) === 0 ? 32 : 3));
  const replaced = (by: string, end = at) => text.slice(0, at) + by + text.slice(end);
  switch (chance.below(10)) {
    case 0:
      return replaced("", to);
    case 1:
      return replaced(chance.of(SPECIAL));
    case 2:
      return replaced(chance.of(SPECIAL), to);
    case 3:
      return replaced(words.length > 0 ? chance.of(words) : chance.of(SPECIAL));
    case 4:
      return replaced(words.length > 0 ? chance.of(words) : chance.of(SPECIAL), to);
    case 5:
      return replaced(text.slice(at, to).repeat(1 + chance.below(chance.below(20) === 0 ? 200 : 4)));
    case 6: {
      const from = chance.below(other.length + 1);
      return replaced(other.slice(from, from + 1 + chance.below(24)));
    }
    case 7:
      return replaced(String.fromCharCode(chance.below(0x10000)), Math.min(text.length, at + 1));
    case 8:
      return replaced(
        String.fromCharCode((text.charCodeAt(at) || 48) + (chance.below(2) ? 1 : -1)),
        Math.min(text.length, at + 1),
      );
    default:
      return replaced(text.slice(at, to).toUpperCase(), to);
  }
}
