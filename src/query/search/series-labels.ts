import type { Series } from "../../dataset/records";
import { addTo, type Pointers, type Target } from "./pointers";
import { searchTokens } from "./search-words";

/** What labels set their parts off with. */
const SIGNS = /[,:;()（），：；]/;

/**
 * Labels say much the same over and over: what stands between two signs of one is stored once, with the series whose
 * labels have it. None is asked for as a whole name. Gives the targets.
 */
export function addLabels(
  pointers: Pointers,
  series: readonly Series[],
  text: Omit<Target, "entries">,
): { readonly from: number; readonly to: number } {
  const from = pointers.targets.length;
  const parts = new Map<string, number[]>();
  series.forEach(({ label, label_zh }, position) => {
    for (const name of [label, label_zh]) for (const part of name.split(SIGNS)) addTo(parts, part, position);
  });
  for (const [part, entries] of parts) pointers.addPart({ ...text, entries }, searchTokens(part));
  return { from, to: pointers.targets.length };
}
