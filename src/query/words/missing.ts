import { remembering } from "../../dataset/remembering";
import { letters, normalise } from "./normalise";

/** What tables write where there is no figure, in any punctuation. */
const MARKERS: ReadonlySet<string> = new Set([
  ..."na nan nap nav null nil none nodata missing notavailable notapplicable notreported".split(" "),
  ..."无 暂无 无数据 暂无数据 缺失 缺 不详 不适用 未公布".split(" "),
]);

/** Written with a stroke or stops these mark missing data as well; `Nd` and `NR` as they stand are a symbol and a code. */
const STROKED: ReadonlySet<string> = new Set(["nd", "nr", "ns", "tba", "tbd"]);

/** Dots, dashes, colons, stars and the like, alone or several. A sign of a currency or of percent is a unit. */
const MARKS = /^(?![^\S]*$)[\s\p{P}~^=<>|+`]*$/u;
const UNIT_SIGNS = /[%‰]/;

/** No marker is longer. */
const LONGEST = 40;

/** Letters joined by strokes or stops, as `P/L`, `N.A.` and `U. S.` are. */
const ABBREVIATION =
  /^[\s([{<"'“‘]*\p{Script=Latin}{1,3}(?:\s?[./\\,;:_+'’‘]\s?\p{Script=Latin}{1,3})+\s?[.)\]}>"'”’\s]*$/u;

/** Whether a text is a marker of missing data, such as `n/a`, `NA`, `-` or `..`: never a word of any list. */
export const isMissing = remembering((text: string): boolean => {
  if (text.length > LONGEST || text.trim() === "") return false;
  const folded = letters(text);
  if (MARKS.test(folded)) return !UNIT_SIGNS.test(folded);
  const bare = normalise(folded.replace(/[#<>{}|*?!\\]/g, ""));
  return MARKERS.has(bare) || (STROKED.has(bare) && isAbbreviation(text));
});

/** Whether a text is an abbreviation with a stroke or stops inside: a word only where it is listed so. */
export function isAbbreviation(text: string): boolean {
  return text.length <= LONGEST && ABBREVIATION.test(letters(text));
}

/** An abbreviation as lists hold it: `u.s` for `U.S.`, `U. S.` and `U.S`. */
export function abbreviationKey(text: string): string {
  return letters(text)
    .replace(/[\s()[\]{}<>"“”]/gu, "")
    .replace(/[.'’]+$/u, "");
}
