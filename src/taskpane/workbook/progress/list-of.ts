import { h } from "../../widgets/dom";

/** More lines than this are counted, not shown. */
const MOST_LINES = 50;

/** A list of what was found, long ones cut; `more` says how many lines are missing. */
export function listOf<T>(
  found: readonly T[],
  line: (one: T) => (Node | string)[],
  more: (count: number) => string,
): HTMLElement {
  const lines = found.slice(0, MOST_LINES).map((one) => h("li", {}, ...line(one)));
  return h("ul", {}, ...lines, ...(found.length > MOST_LINES ? [h("li", {}, more(found.length - MOST_LINES))] : []));
}
