import { Decimal } from "../../../src/dataset/decimal";
import { frequencyOf, monthsSpanned } from "../../../src/dataset/period";
import type { Seeds } from "../model/seeds";
import { compareTexts } from "../problem";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

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

/** Indicators that are set in advance: a figure for a period to come is then no forecast. */
const SET_IN_ADVANCE = "quota";

export const statuses: Check = {
  guarantees: "A forecast looks ahead and a published figure does not; a revised base is said of comparisons only.",
  run(subject) {
    const { seeds, report } = subject;
    for (const row of seeds.rows("observations")) {
      const series = seeds.find("series", row.get("series"));
      if (!series) continue;
      if (row.get("flag") === "revised-base" && series.get("transformation") === "level") {
        report.problem(row, "flag: revised-base belongs to a comparison, and this is a level");
      }
    }
    for (const [figure] of subject.figures.all()) if (figure) checkTime(subject, figure.series, figure.period);
  },
};

function checkTime({ seeds, figures, report }: Subject, id: string, period: string): void {
  const family = seeds.find("codes-indicators", seeds.find("series", id)?.get("indicator") ?? "")?.get("family");
  if (!frequencyOf(period)) return;
  const { first, last } = monthsSpanned(period);
  for (const { row, known } of figures.vintages(id, period)) {
    const month = monthsSpanned(known.slice(0, 7)).first;
    const status = row.get("status");
    if (status === "F" && last < month)
      report.problem(row, `status: F is a forecast, and ${period} was over when it was published (${known})`);
    if ((status === "A" || status === "P") && family !== SET_IN_ADVANCE && first > month) {
      report.problem(
        row,
        `status: ${status} says it happened, and ${period} had not begun when it was published (${known}); a forecast is F`,
      );
    }
  }
}

const ONE = Decimal.fromInteger(1);

export const shares: Check = {
  guarantees: "A share is no less than nothing and no more than the whole.",
  run({ seeds, figures, report }) {
    for (const series of seeds.rows("series")) {
      if (series.get("transformation") !== "share") continue;
      for (const period of figures.periods(series.get("id"))) {
        for (const { row, value, text, unit } of figures.vintages(series.get("id"), period)) {
          if (value.coefficient < 0n || value.compare(ONE) > 0)
            report.problem(row, `value: ${text} ${unit.id} is no share of a whole`);
        }
      }
    }
  },
};

/** SDMX status of the first figure after a break. */
const BREAK = "B";

export const editions: Check = {
  guarantees:
    "A series runs through editions of the Harmonized System only where the code kept its content: where it did not (breaks.csv), the first figure after the change is marked as a break.",
  run(subject) {
    for (const change of subject.seeds.rows("breaks")) {
      for (const series of subject.seeds.rows("series")) {
        if (series.get("definition") === change.get("definition") && series.get("transformation") === "level")
          checkSeries(subject, series, change.get("from"));
      }
    }
  },
};

function checkSeries({ figures, report }: Subject, series: Row, from: string): void {
  const periods = [...figures.periods(series.get("id"))].sort(compareTexts);
  const first = periods.find((period) => period >= from);
  if (first === undefined || first === periods[0]) return;
  const figure = figures.newest(series.get("id"), first);
  if (figure && figure.status !== BREAK)
    report.problem(figure.row, `status: ${series.get("id")} changes its content at ${from}; this figure is a break, B`);
}

/** Bodies that publish statistics of one kind, and how the bases on which they count begin. */
const BODIES: Readonly<Record<string, string>> = {
  CEPII: "baci",
  Eurostat: "eurostat",
  "General Administration of Customs of China": "customs",
  "U.S. Geological Survey": "usgs",
  "World Bank": "worldbank",
};

export const programmes: Check = {
  guarantees: "No series mixes two bases: a document of a body that counts stands behind series on its own basis only.",
  run({ seeds, report }) {
    for (const row of seeds.rows("observations")) {
      const own = BODIES[seeds.find("sources", row.get("source"))?.get("creator") ?? ""];
      const basis = seeds.find("series", row.get("series"))?.get("basis");
      if (own && basis && !basis.startsWith(own))
        report.problem(row, `source: ${row.get("source")} counts on the basis ${own}; the series is on ${basis}`);
    }
  },
};
