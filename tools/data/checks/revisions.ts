import type { Figure } from "../model/figures";
import { sees } from "../model/figures";
import type { Check } from "./check";
import { apart, JUMP, timesApart } from "./jumps";

export const revisions: Check = {
  guarantees: `Every figure that a later edition printed more than ${JUMP} times as large or as small is in docs/data-notes.md.`,
  run({ seeds, figures, report }) {
    for (const vintages of figures.all()) {
      const seen = vintages.filter((figure) => sees(seeds.latest, figure));
      seen.forEach((later, i) => {
        const earlier = seen[i - 1];
        if (earlier && apart(earlier, later)) report.note("revision", revised(earlier, later));
      });
    }
  },
};

function revised(earlier: Figure, later: Figure): string {
  const printed = ({ text, unit, row }: Figure) => `${text} ${unit.id} (${row.get("source")})`;
  return `${later.series} ${later.period}: ${printed(earlier)}, then ${printed(later)}, ${timesApart(earlier, later)} times.`;
}
