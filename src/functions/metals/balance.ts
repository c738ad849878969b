import { tradeFunction } from "./trade";

export const BALANCE = tradeFunction({
  id: "METALS.BALANCE",
  indicator: "balance",
  summary:
    "China's trade balance in a metal: exports minus imports, or the balance as published; a deficit is negative. In USD.",
  partner: "Country traded with",
  examples: [
    { formula: '=METALS.BALANCE("ten strategic metals",2021)', says: "The published deficit of the ten-metal basket" },
    { formula: '=METALS.BALANCE("lithium",2024,,,"USD m")', says: "Exports minus imports, in million USD" },
  ],
});
