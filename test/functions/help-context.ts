import { FunctionError, type Block, type Cell } from "../../src/functions";
import { isCellError } from "../../src/functions/cells";
import type { Language } from "../../src/query/describe";
import type { HelpContext } from "../../tools/help/function-page";
import { evaluate, sessionOf } from "../fixtures/seeds";

/** What the help pages are made from, over the seeds. */
export function contextIn(language: Language): HelpContext {
  const { dataset, words } = sessionOf({ language });
  const values = (result: Cell | Block) =>
    Array.isArray(result) ? result.map((row) => row.map((cell) => (isCellError(cell) ? cell.error : cell))) : result;
  return {
    dataset,
    words,
    language,
    evaluate: async (formula) => {
      try {
        return { formula, value: values(evaluate(formula, { language })) };
      } catch (error) {
        if (error instanceof FunctionError) return { formula, error: error.code, message: error.message };
        throw error;
      }
    },
  };
}

/** Elements that are opened and not closed, or the other way round. */
export function unbalanced(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*)?>/g)) {
    if (["meta", "link", "img", "input", "br"].includes(name)) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}
