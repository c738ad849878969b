import { grouped } from "../../../src/dataset/catalogue";
import { Decimal } from "../../../src/dataset/decimal";
import { yearsEarlier } from "../../../src/dataset/period";
import { type Figure, sees } from "../model/figures";
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
      const freq = series.get("freq") === "p" ? "a" : series.get("freq");
      const levels = compute && sibling(seeds, series, { transformation: "level", freq });
      if (!compute || !levels) continue;
      for (const printed of figures.newestOf(series))
        if (!subject.derived.has(printed.row)) checkOne(subject, series, levels, printed, compute);
    }
  },
};

function checkOne(
  { figures, report }: Subject,
  series: Row,
  levels: Row,
  printed: Figure,
  compute: (base: Figure, end: Figure) => Range | undefined,
): void {
  const ends = endsOf(series, printed.period);
  const [base, end] = ends.map((period) => figures.newest(levels.get("id"), period));
  const range = base && end && compute(base, end);
  if (!base || !end || !range || agrees(printed, range)) return;
  const inUnit = (value: Decimal) => value.shifted(-printed.unit.scale).rounded(2).toString();
  const [from, to] = [inUnit(range.low), inUnit(range.high)];
  const { flag, relation } = printed;
  report.note(
    series.get("transformation") === "change" ? "change" : "growth",
    `${series.get("id")} ${printed.period}: printed ${relation === "exact" ? "" : `${relation} `}${printed.text} ${printed.unit.id}${flag ? ` (${flag})` : ""}; ` +
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

function low({ value, half }: Figure): Decimal {
  return value.minus(half);
}

function high({ value, half }: Figure): Decimal {
  return value.plus(half);
}

export const balances: Check = {
  guarantees:
    "Every printed trade balance that printed exports and imports do not give, even after rounding, is in docs/data-notes.md.",
  run({ seeds, figures, derived, report }) {
    for (const series of seeds.rows("series")) {
      if (series.get("indicator") !== "balance" || series.get("transformation") !== "level") continue;
      const exports = sibling(seeds, series, { indicator: "exports" })?.get("id") ?? "";
      const imports = sibling(seeds, series, { indicator: "imports" })?.get("id") ?? "";
      for (const printed of figures.newestOf(series)) {
        const { period, unit } = printed;
        const [out, into] = [figures.newest(exports, period), figures.newest(imports, period)];
        if (!out || !into || derived.has(printed.row)) continue;
        const difference = out.value.minus(into.value);
        const tolerance = printed.half.plus(out.half).plus(into.half);
        if (difference.minus(printed.value).absolute().compare(tolerance) <= 0) continue;
        report.note(
          "balance",
          `${printed.series} ${period}: printed ${printed.text} ${unit.id}; exports minus imports are ${difference.shifted(-unit.scale).toString()} ${unit.id}.`,
        );
      }
    }
  },
};

/** How many times as large as another print of it a figure has to be for a reader to be told. */
const JUMP = "2.5";

const TIMES = Decimal.parse(JUMP);

/** Whether two prints of one figure are so far apart that one of them may be a misprint. */
function apart(a: Figure, b: Figure): boolean {
  const [less, more] = ordered(a, b);
  return !less.isZero() && more.compare(less.times(TIMES)) > 0;
}

/** How many times the larger is the smaller, to one decimal. */
function timesApart(a: Figure, b: Figure): string {
  const [less, more] = ordered(a, b);
  return (more.toNumber() / less.toNumber()).toFixed(1);
}

function ordered(a: Figure, b: Figure): [Decimal, Decimal] {
  return a.value.compare(b.value) <= 0 ? [a.value, b.value] : [b.value, a.value];
}

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

export const overlaps: Check = {
  guarantees: `Every figure that one statistical programme prints more than ${JUMP} times as large as another of the same body is in docs/data-notes.md.`,
  run(subject) {
    for (const series of bySubject(subject).values()) {
      series.forEach((one, i) => {
        for (const other of series.slice(i + 1)) compare(subject, one, other);
      });
    }
  },
};

/** Series of one body that differ in the programme only: bases such as usgs-myb and usgs-compiled. */
function bySubject({ seeds }: Subject): Map<string, Row[]> {
  return grouped(seeds.rows("series"), (series) => {
    const basis = series.get("basis");
    const elements = series.get("id").split(".");
    return elements.map((element) => (element === basis ? basis.split("-")[0] : element)).join(".");
  });
}

function compare({ figures, report }: Subject, one: Row, other: Row): void {
  for (const a of figures.newestOf(one)) {
    const b = figures.newest(other.get("id"), a.period);
    if (b && apart(a, b)) report.note("programme", `${printed(a)} and ${printed(b)}, ${timesApart(a, b)} times apart.`);
  }
}

function printed({ series, period, text, unit }: Figure): string {
  return `${series} ${period}: ${text} ${unit.id}`;
}
