import { Refusal } from "../../query/refusal";
import { growth } from "../../query/derived/growth";
import { askOf, inUnit, readerOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, countryOrUsual, indicator, itemWord, optional, period } from "../reading/parameters";

export const GROWTH = define({
  id: "METALS.GROWTH",
  summary:
    "Change of an indicator over a base period, as a fraction: 0.059 is 5.9 %. Base: the same period a year before.",
  parameters: {
    indicator,
    item: itemWord,
    period,
    base_period: optional({ ...period, description: "Period to compare with" }, "the same period a year before"),
    country: countryOrUsual,
    as_of: asOf,
  },
  isWhole: () => true,
  examples: [
    {
      formula: '=METALS.GROWTH("quota mining","rare earths",2024)',
      says: "Growth of the rare-earth mining quota over 2023",
    },
    {
      formula: '=METALS.GROWTH("production","ten nonferrous metals",2025)',
      says: "The printed rate, because the publisher revised the base",
    },
    { formula: '=METALS.GROWTH("imports","copper",2024,2012)', says: "Change of copper imports from 2012 to 2024" },
  ],
  wordings({ show, ask, period, base }, say) {
    if (show !== "growth") return [];
    const base_period = base && say.period(base);
    return [{ said: ask, args: { ...say.named(ask, period), period: say.period(period), base_period } }];
  },
  method({ indicator, item, period, base_period, country, as_of }, session) {
    const ask = askOf(session, as_of, indicator, item, country);
    const found = growth(readerOf(as_of, session), ask, period, base_period);
    return found instanceof Refusal ? found : inUnit(session, found.answer, undefined);
  },
});
