import { Refusal } from "../../query/refusal";
import { periodCell } from "../../query/period/period";
import { latest } from "../../query/answer/latest";
import { askOf, inUnit, readerOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, choice, countryOrUsual, indicator, itemWord, optional } from "../reading/parameters";

export const LATEST = define({
  id: "METALS.LATEST",
  summary:
    "The last full published period of an indicator: its figure in base units, or which period it is. No forecasts, no months so far.",
  parameters: {
    indicator,
    item: itemWord,
    country: countryOrUsual,
    what: optional(choice("latest_facts", "value or period"), "value"),
    as_of: asOf,
  },
  result: "any",
  isWhole: () => true,
  examples: [
    { formula: '=METALS.LATEST("imports","copper")', says: "The newest full year of copper imports, in USD" },
    {
      formula: '=METALS.LATEST("quota mining","rare earths",,"period")',
      says: "Which year that is for the rare-earth mining quota",
    },
  ],
  method({ indicator, item, country, what, as_of }, session) {
    const found = latest(readerOf(as_of, session), askOf(session, as_of, indicator, item, country));
    if (found instanceof Refusal) return found;
    return what === "period" ? periodCell(found.period) : inUnit(session, found, undefined);
  },
});
