import { Decimal } from "../../../src/dataset/decimal";
import { yearsEarlier } from "../../../src/dataset/period";
import type { Figure } from "../model/figures";
import { sibling } from "../model/series";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

const ZERO = Decimal.fromInteger(0);
const ONE = Decimal.fromInteger(1);

/** A range in which a number lies, given the rounding of what it was computed from. */
interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** For each printed comparison: what it lies between, from two levels. */
const COMPUTED: Readonly<Record<string, ((base: Figure, end: Figure) => Range | undefined) | undefined>> = {
  growth: growthOf,
  "growth-previous": growthOf,
  change: (base, end) => ({ low: low(end).minus(high(base)), high: high(end).minus(low(base)) }),
};

export const comparisons: Check = {
  guarantees:
    "Every printed growth rate or change that the printed levels do not give, even after rounding, is in docs/data-notes.md.",
  run(subject) {
    const { seeds, figures } = subject;
    for (const series of seeds.rows("series")) {
      const compute = COMPUTED[series.get("transformation")];
      const levels =
        compute &&
        sibling(seeds, series, {
          transformation: "level",
          freq: series.get("freq") === "p" ? "a" : series.get("freq"),
        });
      if (!compute || !levels) continue;
      for (const period of figures.periods(series.get("id"))) {
        const printed = figures.newest(series.get("id"), period, seeds.latest);
        if (printed && !subject.derived.has(printed.row)) checkOne(subject, series, levels, printed, compute);
      }
    }
  },
};

function checkOne(
  { seeds, figures, report }: Subject,
  series: Row,
  levels: Row,
  printed: Figure,
  compute: (base: Figure, end: Figure) => Range | undefined,
): void {
  const ends = endsOf(series, printed.period);
  const [base, end] = ends.map((period) => figures.newest(levels.get("id"), period, seeds.latest));
  const range = base && end && compute(base, end);
  if (!base || !end || !range || agrees(printed, range)) return;
  const inUnit = (value: Decimal) => value.shifted(-printed.unit.scale).rounded(2).toString();
  const [from, to] = [inUnit(range.low), inUnit(range.high)];
  const { flag } = printed;
  report.note(
    series.get("transformation") === "change" ? "change" : "growth",
    `${series.get("id")} ${printed.period}: printed ${relationWord(printed)}${printed.text} ${printed.unit.id}${flag ? ` (${flag})` : ""}; ` +
      `the levels ${base.text} ${base.unit.id} (${base.period}) and ${end.text} ${end.unit.id} (${end.period}) give ${from === to ? from : `${from} to ${to}`} ${printed.unit.id}.`,
  );
}

/** Base and end of a comparison. */
function endsOf(series: Row, period: string): readonly [string, string] {
  if (series.get("freq") === "p") return period.split("/") as [string, string];
  return [series.get("transformation") === "growth-previous" ? periodBefore(period) : yearsEarlier(period), period];
}

/** The period of the same length just before. */
function periodBefore(period: string): string {
  const [, year = "", kind = "", number = ""] = /^(\d{4})-?([HQ]?)(\d*)$/.exec(period) ?? [];
  if (number === "") return yearsEarlier(period);
  const perYear = { H: 2, Q: 4 }[kind] ?? 12;
  const ordinal = Number(year) * perYear + Number(number) - 2;
  const part = String((ordinal % perYear) + 1);
  return `${Math.floor(ordinal / perYear)}-${kind}${kind === "" ? part.padStart(2, "0") : part}`;
}

function growthOf(base: Figure, end: Figure): Range | undefined {
  if (low(base).compare(ZERO) <= 0 || low(end).compare(ZERO) < 0) return undefined;
  return { low: low(end).dividedBy(high(base)).minus(ONE), high: high(end).dividedBy(low(base)).minus(ONE) };
}

function agrees(printed: Figure, range: Range): boolean {
  const aboveLow = high(printed).compare(range.low) >= 0;
  const belowHigh = low(printed).compare(range.high) <= 0;
  return (aboveLow || printed.relation === "at-least") && (belowHigh || printed.relation === "at-most");
}

function relationWord({ relation }: Figure): string {
  return relation === "exact" ? "" : `${relation} `;
}

function low({ value, half }: Figure): Decimal {
  return value.minus(half);
}

function high({ value, half }: Figure): Decimal {
  return value.plus(half);
}
