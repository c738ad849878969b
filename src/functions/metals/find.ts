import { describe } from "../../query/describe";
import { askOfSeries } from "../../query/answer/ask";
import { periodCell } from "../../query/period/period";
import { refuse } from "../../query/refusal";
import { searchFor } from "../../query/search/view-search";
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
    "Spills the series that match some words, best first: id, label, unit, first and last period. Typing errors are forgiven.",
  details: [
    "The id goes into METALS.GET, and into any function in place of an indicator. At most 40 rows; further words narrow the list.",
  ],
  parameters: { text },
  spills: true,
  result: "any",
  examples: [
    { formula: '=METALS.FIND("magnets US")', says: "Series on China's magnet exports to the United States" },
    { formula: '=METALS.FIND("稀土配额")', says: "Rare-earth quotas, found in Chinese" },
  ],
  method({ text }, session) {
    const view = standingView(session);
    const { none } = messagesOf(session).cells;
    const hits = searchFor(view).search(text, MOST);
    if (hits.length === 0) refuse("nothing", { what: text });
    return hits.map(({ series }) => {
      const periods = view.periods(series);
      const [first, last] = [periods[0], periods.at(-1)];
      const label = describe(session.dataset, askOfSeries(series), session.language);
      return [series.id, label, series.unit, first ? periodCell(first) : none, last ? periodCell(last) : none];
    });
  },
});
