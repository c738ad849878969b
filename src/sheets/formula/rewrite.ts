import { callsIn } from "./calls";
import { parsed } from "./walk";

/** A part of a formula and what is to stand there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The formula with parts replaced; places are those of the text as given. Throws RangeError where parts overlap. */
export function rewrite(formula: string, replacements: readonly Replacement[]): string {
  let result = "";
  let position = 0;
  for (const { start, end, text } of [...replacements].sort((a, b) => a.start - b.start)) {
    if (start < position) throw new RangeError(`parts of a formula overlap at ${start}`);
    result += formula.slice(position, start) + text;
    position = end;
  }
  return result + formula.slice(position);
}

/**
 * The formula with Orebook's functions under the names that people type: what a file stored or another workbook left in
 * front is gone. A text that is no formula stays as it is. `namespace` is that of the build, "" for the ordinary one.
 */
export function withTypedNames(formula: string, namespace = ""): string {
  const typed = (id: string) => (namespace === "" || id.startsWith(`${namespace}.`) ? id : `${namespace}.${id}`);
  const renamed = callsIn(formula)
    .map(({ start, name, id }) => ({ start, end: start + name.length, text: typed(id) }))
    .filter(({ start, end, text }) => formula.slice(start, end) !== text);
  return renamed.length > 0 && parsed(formula) ? rewrite(formula, renamed) : formula;
}
