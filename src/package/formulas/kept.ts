import { rewrite } from "../../sheets/formula";
import { tokenize } from "../../sheets/formula/read/tokens";

/** Functions younger than the format, and those of them that bear a mark of their own. */
const YOUNGER = new Set(
  "ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DROP EXPAND HSTACK IFNA IFS MAXIFS MINIFS RANDARRAY SEQUENCE SORTBY SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VALUETOTEXT VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH".split(
    " ",
  ),
);
const SHEETS = new Set(["FILTER", "SORT"]);
/** What names of its own a formula gives, or marks of Excel's, this does not write. */
const BEYOND = new Set(["LET", "LAMBDA"]);

/** A formula as a file keeps it, without an equals sign, from what Excel shows; undefined for one that is beyond this. */
export function keptFormula(shown: string): string | undefined {
  const tokens = tokenize(shown);
  const replacements = [];
  for (const [index, { kind, text, start }] of tokens.entries()) {
    if (kind === "symbol" && (text === "#" || text === "@")) return undefined;
    if (kind !== "word" || tokens[index + 1]?.text !== "(") continue;
    const name = text.toUpperCase();
    if (BEYOND.has(name)) return undefined;
    const kept = /^(?:METALS|REE)\.\w+$/.test(name)
      ? `_xldudf_${name.replace(".", "_")}`
      : SHEETS.has(name)
        ? `_xlfn._xlws.${name}`
        : YOUNGER.has(name)
          ? `_xlfn.${name}`
          : undefined;
    if (kept !== undefined) replacements.push({ start, end: start + text.length, text: kept });
  }
  return rewrite(shown, replacements).replace(/^=/, "");
}
