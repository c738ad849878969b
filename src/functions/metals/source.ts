import { Refusal } from "../../query/refusal";
import { resolved } from "../../query/answer/compute";
import { growth } from "../../query/derived/growth";
import { conversion } from "../../query/units/conversion";
import { askOf, checkUnit, readerOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, choice, figure, optional, unit } from "../reading/parameters";
import { sourceFact } from "../answering/source-facts";

export const SOURCE = define({
  id: "METALS.SOURCE",
  summary:
    "Where a figure comes from: short reference, full citation, publisher, date, address, place in the source, or licence.",
  parameters: {
    ...figure,
    what: optional(choice("source_facts", "short, full, publisher, published, url, locator or licence"), "short"),
    as_of: asOf,
    unit: optional(unit, "base units; of another currency the source of the rate is named as well"),
  },
  result: "text",
  isWhole: ({ indicator }) => "ask" in indicator && indicator.ask.transformation === "growth",
  examples: [
    { formula: '=METALS.SOURCE("imports","copper",2024)', says: "Who says so, in short" },
    { formula: '=METALS.SOURCE("quota mining","rare earths",2024,,"full")', says: "The full citation" },
  ],
  method({ indicator, item, period, country, what, as_of, unit }, session) {
    const reader = readerOf(as_of, session);
    const ask = askOf(session, as_of, indicator, item, country);
    const change = ask.transformation === "growth" ? growth(reader, ask, period) : undefined;
    if (change instanceof Refusal) return change;
    const found = change?.answer ?? resolved(reader, ask, period);
    if (found instanceof Refusal) return found;
    checkUnit(session, as_of, ask, unit);
    const rates = (unit && conversion(reader, found, unit).exchange?.rates) ?? [];
    const facts = [found, ...rates].map((one) => sourceFact(session, reader, one, what ?? "short"));
    return [...new Set(facts)].join("; ");
  },
});
