import type { Event } from "../../dataset/records";
import { describe } from "../../query/describe";
import { askOfSeries } from "../../query/answer/ask";
import { periodCell } from "../../query/period/period";
import { refuse, type RefusalData } from "../../query/refusal";
import { rowsOf } from "../../query/search/search-rows";
import { withoutWords, type Found, type NotHeld, type SearchHit } from "../../query/search/search";
import { searchFor } from "../../query/search/view-search";
import { tableDocuments } from "../../tables/recipe/recipes";
import { define, type Parameter } from "../definition";
import { messagesOf } from "../messages";
import { textOf } from "../reading/parameters";
import { standingView } from "../session";

/** As many as fit a screen. */
const MOST = 40;

const text: Parameter<string> = {
  description: "Words to look for: a metal, country, indicator, HS heading or part of a series id",
  optional: false,
  read: (given) => textOf(given),
};

export const FIND = define({
  id: "METALS.FIND",
  summary:
    "Spills the series that match some words, best first: id, label, unit, first and last period. Typing errors are forgiven, but not in digits.",
  parameters: { text },
  spills: true,
  isWhole: () => true,
  examples: [
    { formula: '=METALS.FIND("magnets US")', says: "Series on China's magnet exports to the United States" },
    { formula: '=METALS.FIND("稀土配额")', says: "Rare-earth quotas, found in Chinese" },
  ],
  method({ text }, session) {
    const view = standingView(session);
    const { none } = messagesOf(session).cells;
    const found = searchFor(view, tableDocuments(session.dataset)).find(text);
    if (!found.isWhole) refuse("notFound", whatIsMissing(text, found));
    return found.hits.slice(0, MOST).map(({ series }) => {
      const periods = view.periods(series);
      const [first, last] = [periods[0], periods.at(-1)];
      const label = describe(session.dataset, askOfSeries(series), session.language);
      return [series.id, label, series.unit, first ? periodCell(first) : none, last ? periodCell(last) : none];
    });
  },
});

/** Why there is no series for a search, what else answers it, and a search like it that finds series. */
function whatIsMissing(text: string, found: Found): RefusalData["notFound"] {
  const { hits, unknown, notHeld, missing } = found;
  const best = unknown.length === 0 ? rowsOf(found)[0] : undefined;
  const instead = notHeld.map(({ nearest }) => nearest.replaceAll("-", " "));
  const left = withoutWords(text, [...unknown, ...missing, ...notHeld.map(({ words }) => words)]);
  return {
    unknown,
    notHeld,
    missing,
    rest: hits.length > 0 ? [...instead, left].join(" ").trim() : "",
    tables: best?.kind === "table" ? [best.id.replaceAll("-", " ")] : [],
    events: best?.kind === "events" ? [{ type: best.type, item: itemOf(best.events, hits, notHeld) }] : [],
  };
}

/** The item that was asked for, among those that the best event is about; "" when none is. */
function itemOf([event]: readonly Event[], [hit]: readonly SearchHit[], notHeld: readonly NotHeld[]): string {
  const asked = [...notHeld.map(({ good }) => good), ...(hit ? [hit.series.item] : [])];
  return asked.find((item) => event?.items.includes(item)) ?? "";
}
