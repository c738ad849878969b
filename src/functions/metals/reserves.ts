import { figureOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, country, item, optional, period, unit } from "../reading/parameters";

export const RESERVES = define({
  id: "METALS.RESERVES",
  summary:
    'Reserves of a metal in a country, in tonnes: contained metal, or as METALS.LIST("defaults") says. Rare earths in t of oxide.',
  parameters: {
    metal: item("reserves", "Metal or product, such as lithium, Li or 锂"),
    period,
    country: optional({ ...country, description: "Country that holds them, or World" }, "China"),
    unit: optional(unit, "t"),
    as_of: asOf,
  },
  examples: [
    {
      formula: '=METALS.RESERVES("rare earths",2025,,"Mt")',
      says: "China's rare-earth reserves, million tonnes of oxide",
    },
    { formula: '=METALS.RESERVES("lithium",2025,"World")', says: "World reserves of lithium, in tonnes" },
  ],
  wordings({ show, ask, period }, say) {
    const { indicator, item, reporter, transformation } = ask;
    if (show !== "value" || indicator !== "reserves" || transformation !== "level") return [];
    return [
      {
        said: { indicator, item, reporter },
        args: { metal: say.item(ask), period: say.period(period), country: say.reporter(ask) },
      },
    ];
  },
  method({ metal, period, country, unit, as_of }, session) {
    return figureOf(session, as_of, { indicator: "reserves", item: metal, reporter: country }, period, unit);
  },
});
