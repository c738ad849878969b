import type { FunctionDefinition, Session } from "../../functions";
import type { Parameter } from "../../functions/definition";
import { rectangleOf, splitSheet } from "../../sheets/notation/reference";
import type { Call, CallArgument } from "../../functions/calls/call";
import { simplifier } from "../../query/words/simplified";

const CELLS =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?$/iu;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const BETWEEN_VALUES = /\s*[,;，；、\n]\s*/;

/** The last cell of a sheet: nobody means it as a word. */
const NO_WORD = "XFD1048576";

/**
 * What the text of a field means in a formula. In quotation marks it is a text, after an equals sign a cell; without
 * either, a cell where it looks like one, unless the argument has such a word (`R1` is a data release). An argument that
 * takes a range also takes values between commas or semicolons.
 */
export function readTyped(typed: string, name: string, parameter: Parameter<unknown>, session: Session): CallArgument {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return undefined;
  if (/^".*"$/s.test(text) && text.length > 1) return text.slice(1, -1).replaceAll('""', '"');
  const cells = text.replace(/^=/, "");
  if (isCells(cells) && (cells !== text || !isWord(text, name, parameter, session)))
    return { reference: withoutCase(cells) };
  if (!parameter.matrix) return valueOf(text);
  const list = text
    .replace(/^\{|\}$/g, "")
    .split(BETWEEN_VALUES)
    .filter((part) => part !== "")
    .map(valueOf);
  return list.length > 1 ? { list } : list[0];
}

/** The text that gives an argument again. */
export function typedText(
  argument: CallArgument,
  name: string,
  parameter: Parameter<unknown>,
  session: Session,
): string {
  if (argument === undefined) return "";
  if (typeof argument === "number") return String(argument);
  if (typeof argument === "object") return "reference" in argument ? argument.reference : argument.list.join("; ");
  return readTyped(argument, name, parameter, session) === argument ? argument : `"${argument.replaceAll('"', '""')}"`;
}

/** What to type into the fields of a function for arguments as a formula has them. Undefined where one of them is computed: a field holds values and cells. */
export function argumentTexts({ parameters }: FunctionDefinition, args: readonly string[]) {
  const isPlain = (text: string) =>
    text === "" || NUMBER.test(text) || isCells(text) || /^"(?:[^"]|"")*"$/.test(text) || /^\{[^{}]*\}$/.test(text);
  if (!args.every(isPlain)) return undefined;
  return Object.fromEntries(Object.keys(parameters).map((name, i) => [name, plainArgument(args[i] ?? "")]));
}

/** A text without its quotation marks, unless it would read as a cell without them; a list without its braces. */
function plainArgument(text: string): string {
  if (text.startsWith("{")) return text.replace(/^\{|\}$/g, "").replaceAll('"', "");
  const plain = /^"(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"');
  return plain === undefined || isCells(plain) ? text : plain;
}

/** A reference as it stands on a sheet: without the name of that sheet. */
export function onSheet(reference: string, sheet: string | undefined): string {
  const { sheet: own, rest } = splitSheet(reference);
  return own !== undefined && own.toLowerCase() === sheet?.toLowerCase() ? rest : reference;
}

/** A reference with its next way of standing still when it is copied, as F4 does it: B2, $B$2, B$2, $B2. Undefined for anything else. */
export function nextAnchoring(typed: string): string | undefined {
  const cells = typed.trim().replace(/^=/, "");
  if (!isCells(cells)) return undefined;
  const { rest } = splitSheet(cells);
  const [, column = "", row = ""] = /^(\$?)[A-Z]+(\$?)/i.exec(rest)!;
  const [nextColumn, nextRow] = NEXT_ANCHORS[column + "|" + row]!;
  return (
    cells.slice(0, cells.length - rest.length) +
    rest.replace(
      /\$?([A-Z]+)\$?(\d+)/gi,
      (_, letters: string, digits: string) => nextColumn + letters.toUpperCase() + nextRow + digits,
    )
  );
}

const NEXT_ANCHORS: Readonly<Record<string, readonly [column: string, row: string]>> = {
  "|": ["$", "$"],
  "$|$": ["", "$"],
  "|$": ["$", ""],
  "$|": ["", ""],
};

function isCells(text: string): boolean {
  return CELLS.test(text) && rectangleOf(splitSheet(text).rest) !== undefined;
}

/** Column letters as Excel writes them; the name of a sheet stays as it is. */
function withoutCase(reference: string): string {
  const { rest } = splitSheet(reference);
  return reference.slice(0, reference.length - rest.length) + rest.toUpperCase();
}

function valueOf(text: string): string | number {
  return NUMBER.test(text) ? Number(text) : text.replace(/^"(.*)"$/s, "$1");
}

function isWord(text: string, name: string, parameter: Parameter<unknown>, session: Session): boolean {
  const reads = (typed: string) => {
    const word = simplifier(session.dataset)(typed);
    try {
      parameter.read(word, { argument: name, session, block: [[word]], first: undefined });
      return true;
    } catch {
      return false;
    }
  };
  return reads(text) && !reads(NO_WORD);
}

export function referencesOf({ args }: Call<CallArgument>): string[] {
  return args.flatMap((arg) => (isReference(arg) ? [arg.reference] : []));
}

export function isReference(arg: CallArgument): arg is { readonly reference: string } {
  return typeof arg === "object" && "reference" in arg;
}
