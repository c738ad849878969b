/** How a user's Excel writes formulas. */
export interface Notation {
  readonly decimal: string;
  /** Between the arguments of a formula. */
  readonly list: string;
}

export const ENGLISH_NOTATION: Notation = { decimal: ".", list: "," };

const CALL = /\b(?:METALS|REE)\.[A-Z]+\(/g;

/** Texts, array constants, numbers with decimals, or one other character. */
const PART = /"(?:[^"]|"")*"|\{[^}]*\}|\d+\.\d+|[^]/g;

/** A text with the calls in it as the user types them. */
export function inNotation(text: string, notation: Notation): string {
  if (notation.list === ENGLISH_NOTATION.list) return text;
  let result = "";
  let position = 0;
  for (const { 0: opening, index } of text.matchAll(CALL)) {
    const start = index + opening.length;
    if (index < position) continue;
    const end = endOfCall(text, start);
    result += text.slice(position, start) + argumentsIn(text.slice(start, end), notation);
    position = end;
  }
  return result + text.slice(position);
}

/** Where the parenthesis closes; where none does, nothing belongs to the call. */
function endOfCall(text: string, start: number): number {
  let depth = 1;
  let end = start;
  for (const [part] of text.slice(start).matchAll(PART)) {
    if (part === "(") depth++;
    if (part === ")" && --depth === 0) return end;
    end += part.length;
  }
  return start;
}

function argumentsIn(text: string, { list, decimal }: Notation): string {
  return text.replace(PART, (part) =>
    part === "," ? list : /^\d+\.\d+$/.test(part) ? part.replace(".", decimal) : part,
  );
}
