import { tradeFunction } from "./trade";

export const EXPORTS = tradeFunction({
  id: "METALS.EXPORTS",
  indicator: "exports",
  summary:
    "China's exports of a metal or product in a period, in USD (China Customs, FOB) unless a measure, unit or basis says otherwise.",
  partner: "Country the goods go to",
  examples: [
    { formula: '=METALS.EXPORTS("lithium",2024)', says: "Exports of lithium carbonate and hydroxide in 2024, in USD" },
    { formula: '=METALS.IMPORTS("lithium",2024)-METALS.EXPORTS("lithium",2024)', says: "What was imported on balance" },
  ],
});
