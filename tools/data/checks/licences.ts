import type { Check } from "./check";

export const licences: Check = {
  guarantees:
    "The terms of every source were looked up, and a licensed one says under which terms its figures are passed on.",
  run({ seeds, report }) {
    for (const source of seeds.rows("sources")) {
      const state = source.get("licence_state");
      if (state === "unrecorded")
        report.problem(
          source,
          `licence_state: the terms of ${source.get("id")} were not looked up; write licensed or withheld`,
        );
      if (state === "licensed" && source.get("licence") === "")
        report.problem(source, "licence: is empty, and the source is licensed");
    }
  },
};
