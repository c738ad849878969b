import type { Dataset } from "../src/dataset/dataset";
import { viewAt } from "../src/dataset/view";
import type { Search } from "../src/query/search/search";
import { Facets } from "../src/taskpane/find/facets";
import { measure } from "./measure";

const SEARCHES = [
  "copper imports",
  "magnets US June",
  "稀土 配额",
  "gallium controls",
  "refind coper productoin",
  "lithium carbonate imports from chile 2024",
];

/** The searches as they stand after each letter. */
export const TYPED = SEARCHES.flatMap((words) => [...words].map((_, i) => words.slice(0, i + 1)));

/** What a letter sets off: the search, the filters, and the counts of the menu that is open. */
export function keystrokesIn(dataset: Dataset, { find }: Search): (typed: string) => void {
  const facets = new Facets(viewAt(dataset));
  return (typed) => {
    const { hits } = find(typed);
    facets.filter(hits, { period: "freq:a" });
    facets.count(hits, { period: "freq:a" }, "area");
  };
}

/** Milliseconds that 99 of 100 letters stay below. */
export function slowest(keystroke: (typed: string) => void, times = 3): number {
  const taken = TYPED.map((words) => measure(() => keystroke(words), times)).sort((a, b) => b - a);
  return taken[Math.floor(taken.length / 100)]!;
}
