import { Decimal } from "../../../src/dataset/decimal";
import { type Figure, areEditions, sees } from "../model/figures";
import { sibling, type Elements, siblings } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";
import { checkSum } from "./sums";

/** The dimensions that split a quota, with the code that stands for the whole. */
const SPLITS = {
  group: { whole: "total", list: "codes-groups", name: "groups" },
  batch: { whole: "all", list: "codes-batches", name: "batches" },
} as const;
type Split = keyof typeof SPLITS;

export const quotaParts: Check = {
  guarantees:
    "Where all parts of a quota are there, its batches add up to the year and its light and heavy groups to the total; no part or holder exceeds the whole.",
  run(subject) {
    const batches = countBatches(subject);
    for (const series of subject.seeds.rows("series")) {
      if (series.get("transformation") !== "level") continue;
      for (const split of ["group", "batch"] as const)
        if (series.get(split) === SPLITS[split].whole) checkSplit(subject, series, split, batches);
      if (series.get("holder") === "all") checkHolders(subject, series);
    }
  },
};

function checkSplit(subject: Subject, series: Row, split: Split, batches: ReadonlyMap<string, number>): void {
  const { whole, list, name } = SPLITS[split];
  const codes = partsIn(subject, list, whole);
  for (const { total, parts } of splitBy(subject, series, split, codes)) {
    const expected = split === "group" ? codes.length : batches.get(batchKey(series, total.period));
    checkSum(subject, { total, parts, complete: parts.length > 1 && parts.length === expected, name });
  }
}

/** No holder above the whole. Holders overlap (companies, provinces), so they are not added up. */
function checkHolders(subject: Subject, series: Row): void {
  for (const { total, parts } of splitBy(subject, series, "holder", partsIn(subject, "codes-holders", "all"))) {
    for (const part of parts) checkSum(subject, { total, parts: [part], complete: false, name: "holders" });
  }
}

/** The codes of a list but for the one that stands for the whole. */
function partsIn({ seeds }: Subject, list: string, whole: string): string[] {
  const ids = seeds.rows(list).map((row) => row.get("id"));
  return ids.filter((id) => id !== whole);
}

/** The figures of a series, each with those that other codes of a dimension have for its period. */
function splitBy(
  { seeds, figures }: Subject,
  series: Row,
  dimension: keyof Elements,
  codes: readonly string[],
): { total: Figure; parts: Figure[] }[] {
  const ids = codes.flatMap((code) => sibling(seeds, series, { [dimension]: code })?.get("id") ?? []);
  return figures
    .newestOf(series)
    .map((total) => ({ total, parts: ids.flatMap((id) => figures.newest(id, total.period) ?? []) }));
}

/** How many batches a year had, by indicator and stage: the highest batch that any figure is of. */
function countBatches(subject: Subject): Map<string, number> {
  const codes = partsIn(subject, "codes-batches", "all");
  const counts = new Map<string, number>();
  for (const series of subject.seeds.rows("series")) {
    const number = codes.indexOf(series.get("batch")) + 1;
    if (number === 0) continue;
    for (const period of subject.figures.periods(series.get("id"))) {
      const key = batchKey(series, period);
      counts.set(key, Math.max(counts.get(key) ?? 0, number));
    }
  }
  return counts;
}

function batchKey(series: Row, period: string): string {
  return `${series.get("indicator")} ${series.get("stage")} ${period}`;
}

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
  if (!sameEdition) return figures.newest(series, total.period);
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
  const areas = partsIn(subject, "codes-areas", whole.get(side));
  for (const { total, parts } of splitBy(subject, whole, side, areas))
    checkSum(subject, { total, parts, complete: total.relation === "exact", name });
}
