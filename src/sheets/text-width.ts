/** Characters of the widest column that is made: longer texts are wrapped. */
export const WIDEST = 60;

/** Chinese characters, and the marks and letters made as wide as they are. */
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60]/u;

/** How much wider bold letters are. */
const BOLD = 1.1;

/** How wide a text is, in digits: a Chinese character takes the room of two. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** The same of a column header, which is bold. */
export function headerWidth(text: string): number {
  return Math.ceil(textWidth(text) * BOLD);
}

/** How wide a number is in a format of ours, thousands separators, places and the sign of a bound included. */
export function numberWidth(value: number, format: string): number {
  const places = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const isFraction = format.endsWith("%");
  const digits = (isFraction ? value * 100 : value).toLocaleString("en-US", {
    minimumFractionDigits: places,
    maximumFractionDigits: format.includes("0") ? places : 10,
    useGrouping: format.includes(","),
  });
  const sign = /^"([^"]*)"/.exec(format)?.[1] ?? "";
  return digits.length + sign.length + Number(isFraction) + 1;
}
