import { sibling } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";
import { checkSum } from "./sums";

/** Bases that print every partner wherever they print the whole as more than a lower bound. */
const BY_PARTNER = ["baci"];

/** Areas that are the sum of other reporters, with the basis on which they are. */
const UNION = { reporter: "eu27", basis: "eurostat" } as const;

export const wholeTrade: Check = {
  guarantees:
    "Where trade is held with every partner, the partners add up to the world; the member states of the European Union add up to the Union.",
  run(subject) {
    for (const series of subject.seeds.rows("series")) {
      if (series.get("transformation") !== "level") continue;
      if (BY_PARTNER.includes(series.get("basis")) && series.get("partner") === "wld")
        checkParts(subject, series, "partner", "partners");
      const { reporter, basis } = UNION;
      // Of the trade with the world the extract has the Union alone.
      if (series.get("reporter") === reporter && series.get("basis") === basis && series.get("partner") !== "wld")
        checkParts(subject, series, "reporter", "member states");
    }
  },
};

function checkParts(subject: Subject, whole: Row, side: "partner" | "reporter", name: string): void {
  const { seeds, figures } = subject;
  const ids = seeds.rows("codes-areas").flatMap((area) => {
    const part = area.get("id") === whole.get(side) ? undefined : sibling(seeds, whole, { [side]: area.get("id") });
    return part?.get("id") ?? [];
  });
  for (const period of figures.periods(whole.get("id"))) {
    const total = figures.newest(whole.get("id"), period, seeds.latest);
    const parts = ids.flatMap((id) => figures.newest(id, period, seeds.latest) ?? []);
    if (total) checkSum(subject, { total, parts, complete: total.relation === "exact", name });
  }
}
