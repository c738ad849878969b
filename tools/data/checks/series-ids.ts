import { DIMENSIONS } from "../../../src/dataset/records";
import { elementsOf, idOf, keyOf } from "../model/series";
import type { Check } from "./check";

export const seriesIds: Check = {
  guarantees:
    "A series id is the join of the dimensions its indicator uses, its frequency and its transformation; no other dimension is filled.",
  run({ seeds, report }) {
    for (const indicator of seeds.rows("codes-indicators")) {
      for (const dimension of keyOf(indicator)) {
        if (!DIMENSIONS.includes(dimension))
          report.problem(indicator, `key: "${dimension}" is no dimension; there are ${DIMENSIONS.join(", ")}`);
      }
    }
    for (const series of seeds.rows("series")) {
      const elements = elementsOf(series);
      const indicator = seeds.find("codes-indicators", elements.indicator);
      if (!indicator) continue;
      const key = keyOf(indicator);
      for (const dimension of DIMENSIONS) {
        if (key.includes(dimension) && elements[dimension] === "")
          report.problem(series, `${dimension}: is empty, and ${elements.indicator} has it in its ids`);
        if (!key.includes(dimension) && elements[dimension] !== "")
          report.problem(series, `${dimension}: is filled, and ${elements.indicator} has no such dimension`);
      }
      const id = idOf(seeds, elements);
      if (id !== series.get("id")) report.problem(series, `id: ${series.get("id")} should be ${id}`);
    }
  },
};
