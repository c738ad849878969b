import { rewrite } from "../../sheets/formula";
import { type Token, tokenize } from "../../sheets/formula/read/tokens";
import { referenceKind, splitSheet } from "../../sheets/notation/reference";

/** Calls of LET and LAMBDA, and the names that they give to values: from where to where each means one. */
interface OwnName {
  /** In lower case. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Names that a formula gives by LET and LAMBDA; counted in tokens. */
function ownNames(tokens: readonly Token[]): OwnName[] {
  return tokens.flatMap((token, index) => {
    const of = token.text.toUpperCase();
    if (token.kind !== "word" || (of !== "LET" && of !== "LAMBDA") || tokens[index + 1]?.text !== "(") return [];
    const { places, to } = argumentsOf(tokens, index + 1);
    // All of LAMBDA's but the last are names, of LET's every other one.
    const names = places.slice(0, -1).filter((_, i) => of === "LAMBDA" || i % 2 === 0);
    return names.flatMap((from) => {
      const name = tokens[from]!;
      return name.kind === "word" ? [{ name: name.text.toLowerCase(), from, to }] : [];
    });
  });
}

/** Where the arguments of a call begin whose parenthesis opens at `open`, and where the call ends. */
function argumentsOf(tokens: readonly Token[], open: number): { places: number[]; to: number } {
  const places = [open + 1];
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind !== "symbol") continue;
    if (text === "(" || text === "{") depth++;
    else if (text === "}") depth--;
    else if (text === ")" && --depth === 0) return { places, to: at };
    else if (text === "," && depth === 1) places.push(at + 1);
  }
  return { places, to: tokens.length };
}

/** Whether a word at a place is such a name, in its call. */
function isOwn(names: readonly OwnName[], { text }: Token, at: number): boolean {
  const name = text.toLowerCase();
  return names.some((one) => one.name === name && at >= one.from && at <= one.to);
}

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
