import { Decimal } from "../../../src/dataset/decimal";
import { areEditions, sees, type Figure } from "../model/figures";
import { siblings } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";
import { checkSum } from "./sums";

const WORLD = "wld";

/** How far the countries may exceed a printed world total: those are rounded, and revised apart from the countries. */
const REVISED_APART = Decimal.parse("0.05");

export const worldTotals: Check = {
  guarantees:
    "No partner's trade and no country's output exceeds the world's, and neither do the countries together, in output and reserves by more than 5 %; where the source itself does, the total is flagged.",
  run(subject) {
    const { seeds, figures } = subject;
    for (const world of seeds.rows("series")) {
      for (const side of ["partner", "reporter"] as const) {
        if (world.get(side) !== WORLD || !addsUp(subject, world)) continue;
        const members = membersOf(subject, world, side);
        for (const period of figures.periods(world.get("id"))) {
          const editions = figures.vintages(world.get("id"), period).filter((figure) => sees(seeds.latest, figure));
          for (const total of editions.filter((one, i) => !editions[i + 1] || !areEditions(one, editions[i + 1]!))) {
            const parts = members.map(({ id, area }) => ({
              area,
              figure: memberFigure(subject, id, total, editions.length > 1),
            }));
            // World output is customarily printed rounded; trade is not.
            checkPeriod(subject, total, side === "reporter", parts);
          }
        }
      }
    }
  },
};

interface Part {
  readonly area: Row;
  readonly figure: Figure | undefined;
}

function checkPeriod(subject: Subject, total: Figure, rounded: boolean, parts: readonly Part[]): void {
  for (const { figure } of parts)
    if (figure) checkSum(subject, { total, parts: [figure], complete: false, name: "countries" });
  const countries = parts.flatMap(({ area, figure }) => (figure && area.get("kind") !== "aggregate" ? [figure] : []));
  const slack = rounded ? { slack: total.value.times(REVISED_APART) } : {};
  checkSum(subject, { total, parts: countries, complete: false, name: "countries", rounded, ...slack });
}

/** Where the total has several editions, only parts of its own edition belong to it. */
function memberFigure(
  { seeds, figures }: Subject,
  series: string,
  total: Figure,
  sameEdition: boolean,
): Figure | undefined {
  if (!sameEdition) return figures.newest(series, total.period, seeds.latest);
  return figures
    .vintages(series, total.period)
    .find((figure) => figure.published === total.published && sees(seeds.latest, figure));
}

/** Levels of flows and stocks in money or mass: prices and rates of several countries do not add up, and balances have either sign. */
function addsUp({ seeds }: Subject, series: Row): boolean {
  const kind = seeds.unit(series.get("unit"))?.kind ?? "";
  return (
    series.get("indicator") !== "balance" &&
    series.get("transformation") === "level" &&
    (kind === "mass" || kind.startsWith("money:"))
  );
}

function membersOf({ seeds }: Subject, world: Row, side: "partner" | "reporter"): { id: string; area: Row }[] {
  const siblingIn = siblings(seeds, world);
  return seeds.rows("codes-areas").flatMap((area) => {
    const member = area.get("id") === WORLD ? undefined : siblingIn({ [side]: area.get("id") });
    return member ? [{ id: member.get("id"), area }] : [];
  });
}
