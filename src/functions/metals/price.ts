import { figureOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, item, optional, period, unit } from "../reading/parameters";

export const PRICE = define({
  id: "METALS.PRICE",
  summary:
    "Annual average price of a metal in USD per tonne, as the World Bank publishes it; iron ore is 62 % Fe, CFR China, per dry tonne.",
  parameters: {
    metal: item("price", "Metal, such as copper, Cu or 铜"),
    period,
    unit: optional(unit, "USD/t"),
    as_of: asOf,
  },
  examples: [
    { formula: '=METALS.PRICE("copper",2024)', says: "Average copper price of 2024, USD per tonne" },
    { formula: '=METALS.PRICE("nickel",2024,"USD/kg")', says: "Nickel in USD per kilogram" },
  ],
  wordings({ show, ask, period }, say) {
    const { indicator, item, transformation } = ask;
    if (show !== "value" || indicator !== "price" || transformation !== "level") return [];
    return [{ said: { indicator, item }, args: { metal: say.item(ask), period: say.period(period) } }];
  },
  method({ metal, period, unit, as_of }, session) {
    return figureOf(session, as_of, { indicator: "price", item: metal }, period, unit);
  },
});
