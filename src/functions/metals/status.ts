import { Refusal } from "../../query/refusal";
import { resolved } from "../../query/answer/compute";
import { askOf, checkUnit, readerOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, figure, optional, unit } from "../reading/parameters";
import { conversionWords } from "../answering/conversion-words";
import { growthStatus, statusLine } from "../answering/status";

export const STATUS = define({
  id: "METALS.STATUS",
  summary:
    "One line on a figure: published, derived (with the arithmetic), estimated, lower bound, confidential, not published; and what disagrees.",
  parameters: {
    ...figure,
    as_of: asOf,
    unit: optional(unit, "base units; of another the line says by what rate or factor"),
  },
  result: "text",
  neverRefuses: true,
  isWhole: () => true,
  examples: [
    {
      formula: '=METALS.STATUS("production","ten nonferrous metals",2024)',
      says: "As published, and what the next year's growth rate implies",
    },
    { formula: '=METALS.STATUS("quota mining","rare earths",2025)', says: "Why there is no figure" },
  ],
  method({ indicator, item, period, country, as_of, unit }, session) {
    const reader = readerOf(as_of, session);
    const ask = askOf(session, as_of, indicator, item, country);
    if (ask.transformation === "growth" && !ask.series) return growthStatus(session, reader, ask, period);
    checkUnit(session, as_of, ask, unit);
    const found = resolved(reader, ask, period);
    if (found instanceof Refusal) return found;
    const line = statusLine(session, reader, found);
    return [line, ...(unit ? conversionWords(session, reader, found, unit) : [])].join("; ");
  },
});
