import { tradeFunction } from "./trade";

export const IMPORTS = tradeFunction({
  id: "METALS.IMPORTS",
  indicator: "imports",
  summary:
    "China's imports of a metal or product in a period, in USD (China Customs, CIF) unless a measure, unit or basis says otherwise.",
  partner: "Country the goods come from",
  examples: [
    { formula: '=METALS.IMPORTS("copper",2024)', says: "Imports of copper ores and concentrates in 2024, in USD" },
    { formula: '=METALS.IMPORTS("Cu",2012,,,"USD bn")', says: "The same for 2012, in billion USD" },
    { formula: '=METALS.IMPORTS("zinc ores",2025,"Pakistan")', says: "Imports from one country" },
  ],
});
