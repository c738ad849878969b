import { Decimal } from "../../../src/dataset/decimal";
import { parseFormula } from "../model/formula";
import type { Check } from "./check";

export const factors: Check = {
  guarantees: "What of a compound is the metal follows from its arithmetic; every content that a unit names is listed.",
  run({ seeds, report }) {
    const ids = new Set(seeds.rows("codes-factors").map((row) => row.get("id")));
    for (const row of seeds.rows("codes-factors")) {
      const [mass, metal] = [Decimal.parse(row.get("mass")), Decimal.parse(row.get("metal_mass"))];
      const share = parseFormula(row.get("arithmetic")).evaluate(new Map());
      if (metal.dividedBy(mass).compare(share) !== 0)
        report.problem(
          row,
          `arithmetic: ${row.get("arithmetic")} is not ${row.get("metal_mass")} of ${row.get("mass")}`,
        );
    }
    for (const unit of seeds.rows("codes-units")) {
      const content = unit.get("content");
      if (content !== "" && content !== "REO" && !ids.has(content))
        report.problem(unit, `content: there is no "${content}" in factors.csv`);
    }
  },
};
