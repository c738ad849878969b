import { tokenize, type Token } from "./read/tokens";

/** An argument as written, without the blanks around it; an omitted one is empty. */
export interface Argument {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A call of one of Orebook's functions. `start` to `end` is its place in the formula, `end` behind its closing parenthesis. */
export interface OrebookCall {
  /** The function's id, such as `METALS.IMPORTS`; maybe one that this version does not have. */
  readonly id: string;
  /** As written: `METALS.IMPORTS`, `_xldudf_METALS_IMPORTS`, `[1]!_xldudf_METALS.IMPORTS`. It stands at `start`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly args: readonly Argument[];
  /** How many of Orebook's calls it stands inside. */
  readonly depth: number;
}

const FAMILIES = /METALS|REE/i;
/** A build with a namespace has it before the names of the other family: METALS.REE.QUOTA. */
const NAME =
  /^(?:.*!)?(?:_xlfn\.)?(?:(?:METALS\.)*(METALS|REE)\.|_xldudf_(?:METALS[._])*(METALS|REE)[._])([\p{L}\p{N}_.]+)$/isu;

/** The id of one of Orebook's functions from any spelling that Excel shows; undefined for any other name. */
export function functionId(name: string): string | undefined {
  const [, dotted, underscored, rest = ""] = NAME.exec(name) ?? [];
  const family = dotted ?? underscored;
  return family && `${family}.${rest}`.toUpperCase();
}

/** Every call of Orebook's functions in what a cell holds, nested ones included, in the order of the text. None in what is no formula. */
export function callsIn(content: unknown): OrebookCall[] {
  if (typeof content !== "string" || !content.startsWith("=") || !FAMILIES.test(content)) return [];
  const tokens = tokenize(content);
  const found: OrebookCall[] = [];
  const open: number[] = [];
  tokens.forEach((token, index) => {
    while (open.length > 0 && token.start >= open.at(-1)!) open.pop();
    const id = token.kind === "word" && isSymbol(tokens[index + 1], "(") ? functionId(token.text) : undefined;
    if (!id) return;
    const { args, end } = readArguments(content, tokens, index + 2);
    found.push({ id, name: token.text, start: token.start, end, args, depth: open.length });
    open.push(end);
  });
  return found;
}

/** Reads to the parenthesis that closes the call; in a text that breaks off, to its end. */
function readArguments(content: string, tokens: readonly Token[], first: number): { args: Argument[]; end: number } {
  const args: Argument[] = [];
  let depth = 0;
  let from = tokens[first - 1]!.start + 1;
  const add = (to: number) => args.push(trimmed(content, from, to));
  for (const token of tokens.slice(first)) {
    if (isSymbol(token, "(") || isSymbol(token, "{")) depth++;
    else if (depth > 0 && (isSymbol(token, ")") || isSymbol(token, "}"))) depth--;
    else if (depth === 0 && isSymbol(token, ",")) {
      add(token.start);
      from = token.start + 1;
    } else if (isSymbol(token, ")") || token.kind === "end") {
      add(token.start);
      const none = args.length === 1 && args[0]!.text === "";
      return { args: none ? [] : args, end: Math.min(token.start + 1, content.length) };
    }
  }
  throw new RangeError("tokens without an end");
}

function trimmed(content: string, from: number, to: number): Argument {
  const text = content.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return { text: text.trim(), start, end: start + text.trim().length };
}

function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.kind === "symbol" && token.text === symbol;
}
