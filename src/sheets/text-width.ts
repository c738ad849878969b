import { remembering } from "../dataset/remembering";

/** Characters of the widest column that is made: longer texts are wrapped. */
export const WIDEST = 60;

/** Chinese characters, and the marks and letters made as wide as they are. */
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60]/u;
const BROAD = /[mwMW%@–—≥≤]/;
const CAPITAL = /\p{Lu}/u;
const NARROW = /[ijlftrI .,:;'|!()/-]/;

/** How much wider bold letters are. */
export const BOLD = 1.1;

/** Digits that a character takes the room of, in any of Excel's usual fonts. */
function roomOf(character: string): number {
  if (WIDE.test(character)) return 2;
  if (BROAD.test(character)) return 1.7;
  if (CAPITAL.test(character)) return 1.35;
  return NARROW.test(character) ? 0.65 : 1;
}

/** How wide a text is, in digits: a Chinese character takes the room of two. */
export function textWidth(text: string): number {
  return Math.ceil(Math.max(0, [...text].reduce((sum, character) => sum + roomOf(character), 0) - 1e-6));
}

/** The same of a column header, which is bold. */
export function headerWidth(text: string): number {
  return Math.ceil(textWidth(text) * BOLD);
}

/** How wide a number is in a format of ours, thousands separators, places and the sign of a bound included. */
export function numberWidth(value: number, format: string): number {
  const isFraction = format.endsWith("%");
  const digits = digitsOf(format).format(isFraction ? value * 100 : value);
  const sign = /^"([^"]*)"/.exec(format)?.[1] ?? "";
  const blanks = format.split("_").length - 1;
  return digits.length + textWidth(sign) + blanks + Number(isFraction) + 1;
}

const digitsOf = remembering((format) => {
  const places = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  return new Intl.NumberFormat("en-US", {
    minimumFractionDigits: places,
    maximumFractionDigits: format.includes("0") ? places : 10,
    useGrouping: format.includes(","),
  });
});
