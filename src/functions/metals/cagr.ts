import { compoundGrowth } from "../../query/derived/growth";
import { askOf, inUnit, readerOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, countryOrUsual, indicator, itemWord, period } from "../reading/parameters";

export const CAGR = define({
  id: "METALS.CAGR",
  summary:
    "Compound annual growth between two periods, as a fraction: 0.059 is 5.9 % a year. From two levels of one basis.",
  parameters: {
    indicator,
    item: itemWord,
    from: { ...period, description: "First period" },
    to: { ...period, description: "Last period" },
    country: countryOrUsual,
    as_of: asOf,
  },
  isWhole: () => true,
  examples: [
    { formula: '=METALS.CAGR("imports","copper",2012,2024)', says: "Growth of copper imports a year, 2012 to 2024" },
    {
      formula: '=METALS.CAGR("quota mining","rare earths",2018,2024)',
      says: "Growth of the rare-earth mining quota a year",
    },
  ],
  wordings({ show, ask, period, base }, say) {
    if (show !== "compound" || base === undefined) return [];
    const args = { indicator: say.phrase(ask), item: say.item(ask), from: say.period(base), to: say.period(period) };
    return [{ said: ask, args: { ...args, country: say.country(ask) } }];
  },
  method({ indicator, item, from, to, country, as_of }, session) {
    const ask = askOf(session, as_of, indicator, item, country);
    return inUnit(session, compoundGrowth(readerOf(as_of, session), ask, from, to), undefined);
  },
});
