import { Decimal } from "../../../src/dataset/decimal";
import { frequencyOf } from "../../../src/dataset/period";
import { compareTexts } from "../problem";
import type { Row } from "../read/table";
import { datesOf, type Dates } from "./dating";
import type { Standing } from "./inherit";
import type { ReleaseSpan } from "./seeds";
import { readDecimal, type Seeds, type Unit } from "./seeds";

/** A figure, printed or derived, in the base unit of its kind. */
export interface Figure extends Standing, Dates, ReleaseSpan {
  readonly row: Row;
  readonly series: string;
  readonly period: string;
  /** As printed, in `unit`. */
  readonly text: string;
  readonly unit: Unit;
  /** In the base unit, exactly. */
  readonly value: Decimal;
  /** Half of its last printed digit, in the base unit: how far rounding may have moved it. */
  readonly half: Decimal;
  /** The same for its last printed digit that is not a zero before the point: for figures known to be printed rounded. */
  readonly coarseHalf: Decimal;
}

/** All figures by series and period. */
export class Figures {
  private readonly byKey = new Map<string, Figure[]>();
  private readonly bySeries = new Map<string, Set<string>>();

  constructor(private readonly seeds: Seeds) {}

  add(figure: Figure): void {
    const key = `${figure.series}@${figure.period}`;
    const vintages = this.byKey.get(key) ?? [];
    vintages.push(figure);
    vintages.sort(compareVintages);
    this.byKey.set(key, vintages);
    const periods = this.bySeries.get(figure.series) ?? new Set();
    this.bySeries.set(figure.series, periods.add(figure.period));
  }

  /** Every vintage of every release, oldest first. */
  vintages(series: string, period: string): readonly Figure[] {
    return this.byKey.get(`${series}@${period}`) ?? [];
  }

  /** The newest vintage that a data release sees; the newest release, when none is named. */
  newest(series: string, period: string, release = this.seeds.latest): Figure | undefined {
    return this.vintages(series, period).findLast((figure) => sees(release, figure));
  }

  periods(series: string): readonly string[] {
    return [...(this.bySeries.get(series) ?? [])];
  }

  /** What the newest data release has of a series: its newest figure for every period. */
  newestOf(series: Row): Figure[] {
    const id = series.get("id");
    return this.periods(id).flatMap((period) => this.newest(id, period) ?? []);
  }

  /** Every group of vintages. */
  all(): Iterable<readonly Figure[]> {
    return this.byKey.values();
  }
}

/** From the oldest: by the day they are known from, undated editions read on one day by edition, then by data release. */
export function compareVintages(a: Figure, b: Figure): number {
  const byEdition = areEditions(a, b) ? compareTexts(a.row.get("source"), b.row.get("source")) : 0;
  return compareTexts(a.known, b.known) || byEdition || a.added - b.added;
}

/** Whether two figures are from undated editions of one programme: documents whose ids differ, as the editions do. */
export function areEditions(a: Figure, b: Figure): boolean {
  return a.published === "" && b.published === "" && a.row.get("source") !== b.row.get("source");
}

/** Whether a row with these ordinals counts in a data release. */
export function sees(release: number, { added, withdrawn }: ReleaseSpan): boolean {
  return added <= release && withdrawn > release;
}

/** The printed figures. Rows with a fault that keeps them from being read are left out: the check that names the fault has reported it. */
export function readFigures(seeds: Seeds): Figures {
  const figures = new Figures(seeds);
  for (const row of seeds.rows("observations")) {
    const [status, relation, flag] = [row.get("status"), row.get("relation"), row.get("flag")];
    const dates = datesOf(seeds, row);
    const figure = dates && measured(seeds, row, { status, relation, flag, ...dates });
    if (figure) figures.add(figure);
  }
  return figures;
}

/** A row with value and unit as a figure; undefined when it cannot be read. What the row does not say itself is given. */
export function measured(seeds: Seeds, row: Row, given: Standing & Dates): Figure | undefined {
  const [text, unit] = [row.get("value"), seeds.unit(row.get("unit"))];
  const printed = readDecimal(text);
  const isAdded = seeds.ordinalOf(row.get("added")) !== undefined;
  if (!printed || !unit || !isAdded || !frequencyOf(row.get("period"))) return undefined;
  return {
    row,
    series: row.get("series"),
    period: row.get("period"),
    text,
    unit,
    value: printed.shifted(unit.scale),
    half: halfDigit(text, given.relation === "approximately").shifted(unit.scale),
    coarseHalf: halfDigit(text, true).shifted(unit.scale),
    ...given,
    ...seeds.spanOf(row),
  };
}

const HALF = Decimal.parse("0.5");

/** Half of the last printed digit; coarse: of the last one that is not a zero before the point. */
function halfDigit(text: string, coarse: boolean): Decimal {
  const decimals = text.split(".")[1]?.length ?? 0;
  const zeros = coarse && decimals === 0 && Number(text) !== 0 ? (/0*$/.exec(text)?.[0].length ?? 0) : 0;
  return HALF.shifted(zeros - decimals);
}
