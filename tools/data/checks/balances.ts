import { sibling } from "../model/series";
import type { Check } from "./check";

export const balances: Check = {
  guarantees:
    "Every printed trade balance that printed exports and imports do not give, even after rounding, is in docs/data-notes.md.",
  run({ seeds, figures, derived, report }) {
    for (const series of seeds.rows("series")) {
      if (series.get("indicator") !== "balance" || series.get("transformation") !== "level") continue;
      const exports = sibling(seeds, series, { indicator: "exports" })?.get("id") ?? "";
      const imports = sibling(seeds, series, { indicator: "imports" })?.get("id") ?? "";
      for (const period of figures.periods(series.get("id"))) {
        const [printed, out, into] = [series.get("id"), exports, imports].map((id) =>
          figures.newest(id, period, seeds.latest),
        );
        if (!printed || !out || !into || derived.has(printed.row)) continue;
        const difference = out.value.minus(into.value);
        const tolerance = printed.half.plus(out.half).plus(into.half);
        if (difference.minus(printed.value).absolute().compare(tolerance) <= 0) continue;
        const unit = printed.unit;
        report.note(
          "balance",
          `${printed.series} ${period}: printed ${printed.text} ${unit.id}; exports minus imports are ${difference.shifted(-unit.scale).toString()} ${unit.id}.`,
        );
      }
    }
  },
};
