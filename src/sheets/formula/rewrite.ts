import { callsIn } from "./calls";
import { parsed } from "./walk";

/** A part of a text and what is to stand there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A text with parts replaced, all else untouched; places are those of the text as given. Of two insertions at one place the
 * earlier in the list comes first. Throws RangeError where parts overlap.
 */
export function rewrite(whole: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text } of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < position) throw new RangeError(`two parts to be replaced overlap at ${start}`);
    pieces.push(whole.slice(position, start), text);
    position = end;
  }
  return pieces.join("") + whole.slice(position);
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
