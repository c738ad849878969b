import { resolve } from "../../query/answer/compute";
import { askOf, readerOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, figure } from "../reading/parameters";
import { growthStatus, statusLine } from "../answering/status";

export const STATUS = define({
  id: "METALS.STATUS",
  summary:
    "One line on a figure: published, derived (with the arithmetic), estimated, lower bound, confidential, not published; and what disagrees.",
  details: [
    "For a question without an answer the line is the reason, as text and not as an error, so that a column of statuses never breaks.",
  ],
  parameters: {
    ...figure,
    as_of: asOf,
  },
  spills: false,
  result: "text",
  neverRefuses: true,
  examples: [
    {
      formula: '=METALS.STATUS("production","ten nonferrous metals",2024)',
      says: "As published, and what the next year's growth rate implies",
    },
    { formula: '=METALS.STATUS("quota mining","rare earths",2025)', says: "Why there is no figure" },
  ],
  method({ indicator, item, period, country, as_of }, session) {
    const reader = readerOf(as_of, session);
    const ask = askOf(session, as_of, indicator, item, country);
    return ask.transformation === "growth" && !ask.series
      ? growthStatus(session, reader, ask, period)
      : statusLine(session, reader, resolve(reader, ask, period));
  },
});
