import type { Block } from "../cells";
import { answersOf } from "../../query/answer/answers";
import { refuseUnanswered } from "../../query/answer/unanswered";
import { shortCitation, sourceOf } from "../../query/citation";
import { askOf, inUnit, readerOf } from "../answering/asking";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { figure } from "../reading/parameters";
import { placesOf } from "../answering/source-facts";
import { shortStatus } from "../answering/status";
import { standingView } from "../session";

export const SOURCES = define({
  id: "METALS.SOURCES",
  summary:
    "Spills every answer to a question, the default one first: value in base units, basis, status, source and when it was published.",
  parameters: {
    ...figure,
  },
  spills: true,
  isWhole: () => true,
  examples: [
    {
      formula: '=METALS.SOURCES("production","ten nonferrous metals",2024)',
      says: "The published figure and the one the next year's growth implies",
    },
    { formula: '=METALS.SOURCES("imports","copper",2024)', says: "Who prints the figure" },
  ],
  method({ indicator, item, period, country }, session) {
    const view = standingView(session);
    const reader = readerOf(view, session);
    const ask = askOf(session, view, indicator, item, country);
    const { none } = messagesOf(session).cells;
    const rows: Block = answersOf(reader, ask, period).flatMap((found) => {
      const basis = session.dataset.label("bases", found.basis, session.language);
      return placesOf(reader, found.answer).map(({ source, published }) => [
        inUnit(session, found.answer, undefined),
        basis,
        shortStatus(session, found.answer),
        shortCitation(sourceOf(session.dataset, source)),
        published || none,
      ]);
    });
    return rows.length > 0 ? rows : refuseUnanswered(reader, ask, period);
  },
});
