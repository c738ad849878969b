import { Decimal } from "../../../src/dataset/decimal";
import type { Check } from "./check";

const ONE = Decimal.fromInteger(1);

export const shares: Check = {
  guarantees: "A share is no less than nothing and no more than the whole.",
  run({ seeds, figures, report }) {
    for (const series of seeds.rows("series")) {
      if (series.get("transformation") !== "share") continue;
      for (const period of figures.periods(series.get("id"))) {
        for (const { row, value, text, unit } of figures.vintages(series.get("id"), period)) {
          if (value.coefficient < 0n || value.compare(ONE) > 0)
            report.problem(row, `value: ${text} ${unit.id} is no share of a whole`);
        }
      }
    }
  },
};
