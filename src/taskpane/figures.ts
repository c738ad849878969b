import { Decimal } from "../dataset/decimal";
import type { Observation } from "../dataset/records";
import type { Answer } from "../query/answer";
import type { Language } from "../query/describe";
import type { Unit, Units } from "../query/units";
import type { Dataset } from "../dataset/dataset";

/** Units that a number carries without being told. */
const SILENT = new Set(["1", "ratio", "count"]);

/** The unit in which a series is easiest to read: the one its figures are most often printed in, the latest among equals. */
export function displayUnit(units: Units, observations: readonly Pick<Observation, "unit">[], base: string): Unit {
  const counts = new Map<string, number>();
  for (const { unit } of observations) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let best = units.get(base);
  let most = 0;
  for (const [id, count] of counts) {
    if (count < most) continue;
    [best, most] = [units.get(id), count];
  }
  return best;
}

/** The value of an answer in a unit of its kind, exactly. */
export function valueIn(units: Units, { value, unit: base }: Pick<Answer, "value" | "unit">, unit: Unit): Decimal {
  return value.shifted(units.get(base).scale - unit.scale);
}

/** How numbers are written for people. */
export class NumberStyle {
  private readonly formats = new Map<number, Intl.NumberFormat>();

  /** `locale`: BCP 47, such as `de-DE`. */
  constructor(readonly locale: string) {}

  /** Every digit of the value, grouped; at least `places` after the point. */
  text(value: Decimal, places = 0): string {
    let format = this.formats.get(places);
    if (!format) {
      format = new Intl.NumberFormat(this.locale, { minimumFractionDigits: places, maximumFractionDigits: 20 });
      this.formats.set(places, format);
    }
    // A numeric text is formatted digit by digit, where a number would be rounded to binary first.
    return format.format(value.toString() as `${number}`).replace(/^-/, "−");
  }

  /** A count of things. */
  count(value: number): string {
    return value.toLocaleString(this.locale);
  }

  /** A per cent of difference: two digits that count, but no more than the whole number where it is large. */
  rate(percent: number): string {
    const places = percent >= 10 ? 0 : percent >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(percent || 1)));
    return `${percent.toLocaleString(this.locale, { maximumFractionDigits: places })}%`;
  }

  /** A value at an axis: round, and short when it is long. */
  axis(value: number): string {
    const notation = Math.abs(value) >= 100_000 ? "compact" : "standard";
    return value.toLocaleString(this.locale, { notation, maximumFractionDigits: 4 }).replace(/^-/, "−");
  }
}

/** Digits after the point as the source prints them, when it prints in this unit. */
export function printedPlaces(observation: Pick<Observation, "value" | "unit"> | undefined, unit: Unit): number {
  return observation?.unit === unit.id ? Decimal.parse(observation.value).scale : 0;
}

/** A unit in words for a heading or after a number; empty for plain ratios and counts. */
export function unitText(dataset: Dataset, unit: string, language: Language): string {
  if (SILENT.has(unit)) return "";
  return language === "zh" ? dataset.label("units", unit, "zh") : unit;
}

/** A number and its unit: `67.33 USD bn`, `5.9%`. */
export function withUnit(number: string, unit: string): string {
  if (unit === "") return number;
  return unit === "%" ? `${number}%` : `${number} ${unit}`;
}
