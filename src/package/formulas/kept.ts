import { rewrite } from "../../sheets/formula";
import { tokenize, type Token } from "../../sheets/formula/read/tokens";
import { referenceKind, splitSheet } from "../../sheets/notation/reference";
import { isOwn, ownNames } from "./own-names";

/** Functions younger than the format, and those of them that bear a mark of their own. */
const YOUNGER = new Set(
  "ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DROP EXPAND HSTACK IFNA IFS ISOMITTED LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS RANDARRAY REDUCE SCAN SEQUENCE SORTBY SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VALUETOTEXT VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH".split(
    " ",
  ),
);
const SHEETS = new Set(["FILTER", "SORT"]);

/** A formula as a file keeps it, without an equals sign, from what Excel shows; undefined for one that is beyond this. */
export function keptFormula(shown: string): string | undefined {
  const tokens = tokenize(shown);
  const own = ownNames(tokens);
  const replacements = [];
  for (const [index, token] of tokens.entries()) {
    const { kind, text, start } = token;
    const end = start + text.length;
    // What a mark before a formula's part reaches over is not told here.
    if (kind === "symbol" && text === "@") return undefined;
    if (kind === "symbol" && text === "#") {
      const before = tokens[index - 1];
      if (!before || !isCell(before)) return undefined;
      replacements.push({ start: before.start, end, text: `_xlfn.ANCHORARRAY(${before.text})` });
    }
    if (kind !== "word") continue;
    if (isOwn(own, token, index)) {
      replacements.push({ start, end: start, text: "_xlpm." });
      continue;
    }
    const kept = tokens[index + 1]?.text === "(" ? keptName(text) : undefined;
    if (kept !== undefined) replacements.push({ start, end, text: kept });
  }
  return rewrite(shown, replacements).replace(/^=/, "");
}

function isCell({ kind, text }: Token): boolean {
  return kind === "word" && referenceKind(splitSheet(text).rest) === "cell";
}

function keptName(text: string): string | undefined {
  const name = text.toUpperCase();
  if (/^(?:METALS|REE)(?:\.\w+)+$/.test(name)) return `_xldudf_${name.replaceAll(".", "_")}`;
  if (SHEETS.has(name)) return `_xlfn._xlws.${name}`;
  return YOUNGER.has(name) ? `_xlfn.${name}` : undefined;
}
