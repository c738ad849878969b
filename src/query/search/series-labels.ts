import type { Series } from "../../dataset/records";
import { LONGEST_NAME, type Pointers, type Target } from "./pointers";
import { isFiller, searchTokens } from "./search-words";

/** What labels set their parts off with. */
const SIGNS = /[,:;()（），：；]/;

/** What stands between two signs, with the series whose labels have it. */
interface Part {
  readonly tokens: readonly string[];
  readonly telling: readonly string[];
  readonly entries: number[];
}

/** Labels say much the same over and over, each part of one is stored once. As a name a label is its own alone. Gives the targets. */
export function addLabels(
  pointers: Pointers,
  series: readonly Series[],
  text: Omit<Target, "entries">,
): { readonly from: number; readonly to: number } {
  const from = pointers.targets.length;
  const parts = new Map<string, Part>();
  series.forEach(({ label, label_zh }, position) => {
    for (const name of [label, label_zh]) {
      const own = name.split(SIGNS).flatMap((part) => partIn(parts, part));
      const tokens = own.flatMap((part) => part.tokens);
      if (tokens.length === 1) pointers.add(text, [position], [name]);
      if (tokens.length <= 1) continue;
      const telling = own.flatMap((part) => part.telling);
      if (telling.length <= LONGEST_NAME)
        pointers.postWhole(pointers.place({ ...text, entries: [position] }), [tokens, telling]);
      for (const { entries } of own) entries.push(position);
    }
  });
  for (const { tokens, entries } of parts.values())
    if (entries.length > 0) pointers.postWords(pointers.place({ ...text, entries }), tokens, true);
  return { from, to: pointers.targets.length };
}

function partIn(parts: Map<string, Part>, text: string): Part | [] {
  let part = parts.get(text);
  if (!part) {
    const tokens = searchTokens(text);
    part = { tokens, telling: tokens.filter((token) => !isFiller(token)), entries: [] };
    parts.set(text, part);
  }
  return part.tokens.length > 0 ? part : [];
}
