import type { Seeds } from "../model/seeds";
import type { Row } from "../read/table";
import type { Check } from "./check";

/** The kind of unit a transformation has whatever the level is in. The others keep the kind of the level. */
const KINDS: Readonly<Record<string, string>> = {
  growth: "rate",
  "growth-computed": "rate",
  "growth-previous": "rate",
  "growth-previous-computed": "rate",
  cagr: "rate",
  share: "rate",
  gap: "rate-difference",
  ratio: "ratio",
  count: "count",
};

export const units: Check = {
  guarantees:
    "The unit of a series fits its measure, indicator and transformation; the unit of a figure is of the same kind.",
  run({ seeds, report }) {
    for (const unit of seeds.rows("codes-units")) {
      const base = seeds.find("codes-units", unit.get("base"));
      if (base && (base.get("kind") !== unit.get("kind") || base.get("scale") !== "0")) {
        report.problem(unit, `base: ${unit.get("base")} is not a unit of kind ${unit.get("kind")} with scale 0`);
      }
    }
    for (const series of seeds.rows("series")) {
      const unit = seeds.unit(series.get("unit"));
      const wanted = kindOf(seeds, series);
      if (unit && wanted && sortOf(unit.kind) !== sortOf(wanted))
        report.problem(series, `unit: ${unit.id} is ${unit.kind}; ${series.get("id")} needs ${wanted}`);
      if (unit && unit.scale !== 0) report.problem(series, `unit: ${unit.id} is no base unit`);
    }
    for (const row of [...seeds.rows("observations"), ...seeds.rows("derivations")]) {
      const unit = seeds.unit(row.get("unit"));
      const own = seeds.unit(seeds.find("series", row.get("series"))?.get("unit") ?? "");
      if (unit && own && unit.kind !== own.kind)
        report.problem(row, `unit: ${unit.id} is ${unit.kind}; the series is in ${own.id}, which is ${own.kind}`);
    }
  },
};

/** Money, a price and a rate of exchange are in the currency of whoever counts. */
function sortOf(kind: string): string {
  return kind.replace(/^(money|price|exchange):.*$/, "$1");
}

function kindOf(seeds: Seeds, series: Row): string | undefined {
  const indicator = seeds.find("codes-indicators", series.get("indicator"));
  const settled = seeds.find("codes-measures", series.get("measure"))?.get("unit_kind");
  const level = settled || seeds.unit(indicator?.get("unit") ?? "")?.kind;
  return KINDS[series.get("transformation")] ?? level;
}
