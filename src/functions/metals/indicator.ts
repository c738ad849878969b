import { dimensionsOf } from "../../query/answer/ask";
import type { Phrase } from "../../query/words/phrase";
import { refuse } from "../../query/refusal";
import { askOf, figureIn } from "../answering/asking";
import { define } from "../definition";
import { asOf, indicator, optional, period, unit } from "../reading/parameters";
import type { Session } from "../session";

/** An indicator that needs a metal has other functions of its own; here the metal may stand beside its name. */
function named(phrase: Phrase, { dataset }: Session): Phrase {
  if ("series" in phrase) return phrase;
  const { indicator, item } = phrase.ask;
  const needsItem =
    dimensionsOf(dataset, indicator).includes("item") && !item && !dataset.codes("indicators").get(indicator)?.["item"];
  return needsItem ? refuse("needsItem", { argument: "name", indicator }) : phrase;
}

export const INDICATOR = define({
  id: "METALS.INDICATOR",
  summary:
    "A sector indicator in a period: total trade, value added growth, mining investment growth, revenue, profit. Growth is a fraction.",
  parameters: {
    name: {
      ...indicator,
      description: "Name of the indicator, such as total trade, value added growth or mining investment growth",
    },
    period,
    unit: optional(unit, "USD, CNY, t, or a fraction"),
    as_of: asOf,
  },
  examples: [
    {
      formula: '=METALS.INDICATOR("total trade",2025,"USD bn")',
      says: "Imports plus exports of China's nonferrous metals, in billion USD",
    },
    {
      formula: '=METALS.INDICATOR("value added growth",2025)',
      says: "Growth of industrial value added, as a fraction",
    },
    {
      formula: '=METALS.INDICATOR("mining investment growth",2025,"%")',
      says: "Growth of investment in mining and ore dressing, in per cent",
    },
  ],
  wordings({ show, ask: { indicator }, series, period }, say) {
    if (show !== "value") return [];
    const named = (name: string) => ({ name, period: say.period(period) });
    return [
      { said: { indicator }, args: named(say.word("indicators", indicator)) },
      ...(series ? [{ said: undefined, args: named(series) }] : []),
    ];
  },
  method({ name, period, unit, as_of }, session) {
    const ask = askOf(session, as_of, named(name, session), undefined);
    return figureIn(session, as_of, ask, period, unit);
  },
});
