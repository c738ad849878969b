/** Formulas whose references follow the cells that change place. */
import { tokenize, type Token } from "../../../src/sheets/formula/read/tokens";
import { parseRectangle, quoteSheetName, rectangleAddress, splitSheet, type Area } from "../a1";
import { areaAfter, type Step } from "./step";

export interface SheetNames {
  /** Undefined when there is no sheet of this name. */
  idOf(name: string): string | undefined;
  nameOf(id: string): string;
}

/** The sheet that a formula stands on, before the step and after it; null for the formula of a name. */
export interface Standing {
  readonly before: string | null;
  readonly after: string | null;
}

interface Reference {
  readonly start: number;
  readonly end: number;
  /** With its exclamation mark; `""` without a sheet. */
  readonly prefix: string;
  readonly address: string;
}

/** The formula as it reads after the step. */
export function formulaAfter(step: Step, formula: string, { before, after }: Standing, sheets: SheetNames): string {
  let result = "";
  let position = 0;
  for (const { start, end, prefix, address } of references(formula)) {
    const sheet = prefix === "" ? before : sheets.idOf(splitSheet(prefix).sheet!);
    const rectangle = parseRectangle(address);
    if (!sheet || !rectangle) continue;
    const area = { sheet, ...rectangle };
    const now = areaAfter(step, area);
    if (now === area && (prefix !== "" || sheet === after)) continue;
    const place = now?.sheet ?? sheet;
    const needsSheet = prefix === "" ? place !== after : true;
    const on = !needsSheet
      ? ""
      : place === sheet && prefix !== ""
        ? prefix
        : `${quoteSheetName(sheets.nameOf(place))}!`;
    result += `${formula.slice(position, start)}${on}${now ? marked(now, address) : "#REF!"}`;
    position = end;
  }
  return result + formula.slice(position);
}

/** The formula after a sheet got another name. */
export function formulaRenamed(formula: string, from: string, to: string): string {
  let result = "";
  let position = 0;
  for (const { start, prefix } of references(formula)) {
    if (prefix === "" || splitSheet(prefix).sheet!.toLowerCase() !== from.toLowerCase()) continue;
    result += `${formula.slice(position, start)}${quoteSheetName(to)}!`;
    position = start + prefix.length;
  }
  return result + formula.slice(position);
}

function* references(formula: string): Generator<Reference> {
  const tokens = tokenize(formula);
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]!;
    if (!isPart(first) || isFunction(tokens, i)) continue;
    const bang = first.text.lastIndexOf("!") + 1;
    const [prefix, address] = [first.text.slice(0, bang), first.text.slice(bang)];
    const [colon, second] = [tokens[i + 1], tokens[i + 2]];
    const isRange =
      colon?.text === ":" &&
      second !== undefined &&
      isPart(second) &&
      !isFunction(tokens, i + 2) &&
      parseRectangle(`${address}:${second.text}`) !== null;
    const last = isRange ? second : first;
    yield {
      start: first.start,
      end: last.start + last.text.length,
      prefix,
      address: isRange ? `${address}:${second.text}` : address,
    };
    if (isRange) i += 2;
  }
}

const isPart = ({ kind }: Token): boolean => kind === "word" || kind === "number";
const isFunction = (tokens: readonly Token[], i: number): boolean => tokens[i + 1]?.text === "(";

/** `$A`, `A$1`, `$3`: whether column and row are marked as absolute. */
const PART = /^(\$?)[A-Z]+(\$?)\d*$|^(\$?)\d+$/i;

/** The area's address with the dollar signs of `as`. */
function marked(area: Area, as: string): string {
  const parts = rectangleAddress(area).split(":");
  const like = as.split(":");
  // A range that came down to one cell stays a range, as in Excel.
  const both = like.length > parts.length ? [parts[0]!, parts[0]!] : parts;
  return both.map((part, i) => withMarks(part, like[i] ?? like[0]!)).join(":");
}

function withMarks(part: string, like: string): string {
  const [, column = "", row = "", rowAlone = ""] = PART.exec(like) ?? [];
  const [, letters = "", digits = ""] = /^([A-Z]*)(\d*)$/.exec(part) ?? [];
  return (letters && column + letters) + (digits && (row || rowAlone) + digits);
}
