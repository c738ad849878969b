import { resolve } from "../../query/answer/compute";
import { answerFrom, type Answer } from "../../query/answer/answer";
import { askOf, inUnit, readerOf } from "../answering/asking";
import type { Block } from "../cells";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { figure } from "../reading/parameters";
import { sourceFact } from "../answering/source-facts";
import { standingView } from "../session";

export const REVISIONS = define({
  id: "METALS.REVISIONS",
  summary:
    "Spills every vintage of a figure, oldest first: when it was published, its value in base units, the change from the one before, and the source.",
  parameters: {
    ...figure,
  },
  spills: true,
  examples: [
    {
      formula: '=METALS.REVISIONS("production","cobalt",2024,"World")',
      says: "What two editions of the USGS summaries print for 2024",
    },
    { formula: '=METALS.REVISIONS("imports","copper",2024)', says: "A figure that was never revised has one row" },
  ],
  method({ indicator, item, period, country }, session) {
    const view = standingView(session);
    const reader = readerOf(view, session);
    const ask = askOf(session, view, indicator, item, country);
    const found = resolve(reader, ask, period);
    const { none, firstVintage } = messagesOf(session).cells;
    const vintages: Answer[] = found.observation
      ? view.vintages(found.observation.series, period).map((vintage) => answerFrom(reader, ask, vintage))
      : [found];
    return vintages.map((vintage, position): Block[number] => {
      const before = vintages[position - 1];
      const change = before ? vintage.value.minus(before.value).toNumber() : firstVintage;
      return [
        vintage.observation?.published || none,
        inUnit(session, vintage, undefined),
        change,
        sourceFact(session, reader, vintage, "short"),
      ];
    });
  },
});
