import { figureOf } from "../answering/asking";
import { define } from "../definition";
import { asOf, country, item, optional, period, unit, word } from "../reading/parameters";

export const PRODUCTION = define({
  id: "METALS.PRODUCTION",
  summary:
    "Output of a metal in a country and period, in tonnes; China and the metal's usual stage unless named. Rare earths in t of oxide.",
  parameters: {
    metal: item("production", "Metal or product, such as copper, Cu or 铜"),
    period,
    country: optional({ ...country, description: "Producing country, or World" }, "China"),
    stage: optional(word("stages", "mine, smelter, refinery or total", "stages"), "the metal's usual stage"),
    unit: optional(unit, "t"),
    as_of: asOf,
  },
  examples: [
    {
      formula: '=METALS.PRODUCTION("ten nonferrous metals",2025,,,"Mt")',
      says: "China's output of the ten nonferrous metals, in million tonnes",
    },
    { formula: '=METALS.PRODUCTION("ten nonferrous metals",2024)', says: "The year before, in tonnes, as published" },
  ],
  wordings({ show, ask, period }, say) {
    const { indicator, item, reporter, stage, transformation } = ask;
    if (show !== "value" || indicator !== "production" || transformation !== "level") return [];
    const args = { metal: say.item(ask), period: say.period(period), country: say.reporter(ask) };
    return [
      { said: { indicator, item, reporter }, args },
      { said: { indicator, item, reporter, stage }, args: { ...args, stage: say.word("stages", stage) } },
    ];
  },
  method({ metal, period, country, stage, unit, as_of }, session) {
    return figureOf(session, as_of, { indicator: "production", item: metal, reporter: country, stage }, period, unit);
  },
});
