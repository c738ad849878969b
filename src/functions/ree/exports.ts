import { figureOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, country, item, oneOf, optional, period, unit } from "../reading/parameters";

/** The products that have weights, in the words offered. */
const PRODUCTS: Readonly<Record<string, string>> = { "rare-earth-magnets": "magnets", "rare-earths": "rare earths" };

export const REE_EXPORTS = define({
  id: "REE.EXPORTS",
  summary:
    "China's exports of rare-earth magnets or of rare earths in a month, half-year or year, in gross tonnes unless value is asked for.",
  parameters: {
    product: item("exports", "magnets or rare earths", "products"),
    period,
    partner: optional({ ...country, description: "Country the goods go to" }, "World"),
    measure: optional(oneOf("measures", ["weight", "value", "unit-value"], "weight or value", "measures"), "weight"),
    unit: optional(unit, "t for weights, USD for values"),
    as_of: asOf,
  },
  examples: [
    { formula: '=REE.EXPORTS("magnets","2025-06")', says: "Magnet exports in June 2025, in tonnes" },
    { formula: '=REE.EXPORTS("magnets","2025-06","US")', says: "Those to the United States" },
  ],
  /** Weights only: values are what METALS.EXPORTS gives. */
  wordings({ show, ask, period }, say) {
    const { indicator, item, partner, measure } = ask;
    const product = PRODUCTS[item];
    if (show !== "value" || indicator !== "exports" || measure !== "weight" || !product) return [];
    const args = { product, period: say.period(period), partner: say.partner(ask) };
    return [{ said: { indicator, item, partner, measure }, args }];
  },
  method({ product, period, partner, measure, unit, as_of }, session) {
    return figureOf(
      session,
      as_of,
      {
        indicator: "exports",
        item: product,
        partner,
        measure: measure ?? "weight",
      },
      period,
      unit,
    );
  },
});
