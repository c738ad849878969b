/** The words to offer for the argument that is being typed, as Excel does from a function's custom enums. */
import { tokenize } from "../../src/sheets/formula/read/tokens";
import type { EnumValue, FunctionsMetadata } from "../host/function-metadata";

export interface Offer {
  /** What is typed of the argument: from here to the caret it is replaced by the word that is picked. */
  readonly start: number;
  /** Without its quotation mark. */
  readonly typed: string;
  readonly words: readonly EnumValue[];
}

interface OpenCall {
  readonly name: string;
  argument: number;
  /** Where the present argument begins. */
  start: number;
}

/** Nothing is offered where no enum applies, no word fits, or the argument is complete. `formula` has its equals sign. */
export function offerAt(formula: string, caret: number, { functions, enums = [] }: FunctionsMetadata): Offer | null {
  const call = innermostCall(formula.slice(0, caret));
  const parameters = functions.find(({ name }) => name.toUpperCase() === call?.name.toUpperCase())?.parameters;
  const values = enums.find(({ id }) => id === parameters?.[call!.argument]?.customEnumId)?.values;
  if (!call || !values) return null;
  const written = formula.slice(call.start, caret);
  const [, blanks, typed] = /^(\s*)"?([^"]*)$/.exec(written) ?? [];
  if (typed === undefined) return null;
  const words = values.filter((value) => startsWith(value, typed));
  return words.length > 0 ? { start: call.start + blanks!.length, typed, words } : null;
}

/** What stands in the formula for a word. */
export const literal = ({ name, stringValue = name, numberValue }: EnumValue): string =>
  numberValue === undefined ? `"${stringValue.replaceAll('"', '""')}"` : String(numberValue);

/** The word itself or one within it begins so: "earths" finds rare earths. */
function startsWith({ name }: EnumValue, typed: string): boolean {
  const [word, sought] = [name.toLowerCase(), typed.toLowerCase()];
  return word.startsWith(sought) || word.includes(` ${sought}`);
}

function innermostCall(formula: string): OpenCall | undefined {
  const open: (OpenCall | null)[] = [];
  let before = "";
  // A text that is not finished yet is no token: its words are not to be taken for parts of the formula.
  for (const { kind, text, start } of tokenize(finished(formula))) {
    if (start >= formula.length) break;
    if (text === "(") open.push(before ? { name: before, argument: 0, start: start + 1 } : null);
    else if (text === ")") open.pop();
    else if (text === ",") {
      const call = open.at(-1);
      if (call) Object.assign(call, { argument: call.argument + 1, start: start + 1 });
    }
    before = kind === "word" ? text : "";
  }
  return open.at(-1) ?? undefined;
}

/** With the quotation mark that ends its last text. */
const finished = (formula: string): string => ((formula.match(/"/g)?.length ?? 0) % 2 === 1 ? `${formula}"` : formula);
