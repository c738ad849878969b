import { frequencyOf } from "../../../src/dataset/period";
import type { Check } from "./check";

export const periods: Check = {
  guarantees: "Every period is well-formed and of the frequency of its series.",
  run({ seeds, report }) {
    for (const row of [...seeds.rows("observations"), ...seeds.rows("derivations"), ...seeds.rows("corrections")]) {
      const period = row.get("period");
      if (period === "") continue;
      const frequency = frequencyOf(period);
      const wanted = seeds.find("series", row.get("series"))?.get("freq");
      if (!frequency) report.problem(row, `period: "${period}" is no period`);
      else if (wanted && frequency !== wanted)
        report.problem(row, `period: ${period} has frequency ${frequency}; the series has ${wanted}`);
    }
  },
};
