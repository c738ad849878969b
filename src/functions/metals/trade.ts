import { figureOf } from "../answering/asking";
import { define, type Example, type FunctionDefinition } from "../definition";
import { asOf, country, item, oneOf, optional, period, unit } from "../reading/parameters";

/** What the three trade functions differ in. */
interface TradeFunction {
  readonly id: string;
  readonly indicator: "imports" | "exports" | "balance";
  readonly summary: string;
  readonly partner: string;
  readonly examples: readonly Example[];
}

/** METALS.IMPORTS, EXPORTS and BALANCE have one shape: metal, period, then partner, measure, unit, basis, as-of. */
export function tradeFunction({ id, indicator, summary, partner, examples }: TradeFunction): FunctionDefinition {
  return define({
    id,
    summary,
    parameters: {
      metal: item(indicator, "Metal or product, such as copper, Cu, 铜 or 2603"),
      period,
      partner: optional({ ...country, description: partner }, "World"),
      measure: optional(
        oneOf("measures", ["value", "weight", "unit-value"], "value, weight or unit value", "measures"),
        "value",
      ),
      unit: optional(unit, "USD for values, t for weights, USD/t for unit values"),
      basis: optional(
        oneOf(
          "bases",
          ["customs", "baci", "any"],
          "customs (China Customs: imports CIF, exports FOB), baci (CEPII, FOB), or any: the first that has it",
          "bases",
        ),
        "customs",
      ),
      as_of: asOf,
    },
    examples,
    wordings({ show, ask, period }, say) {
      const { item, partner, measure, basis } = ask;
      if (show !== "value" || ask.indicator !== indicator || ask.transformation !== "level") return [];
      const said = { indicator, item, partner, measure };
      const args = {
        metal: say.item(ask),
        period: say.period(period),
        partner: say.partner(ask),
        measure: say.unless("value", "measures", measure),
      };
      return [
        { said, args },
        ...(basis ? [{ said: { ...said, basis }, args: { ...args, basis: say.word("bases", basis) } }] : []),
      ];
    },
    method({ metal, period, partner, measure, unit, basis, as_of }, session) {
      return figureOf(
        session,
        as_of,
        {
          indicator,
          item: metal,
          partner,
          measure: measure ?? "value",
          basis,
        },
        period,
        unit,
      );
    },
  });
}
