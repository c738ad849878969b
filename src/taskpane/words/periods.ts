import { comparePeriods, monthsSpanned, type Frequency } from "../../dataset/period";

const STEPS: Readonly<Partial<Record<Frequency, number>>> = { a: 12, s: 6, q: 3, m: 1 };

/** Months from one period to the next; undefined for periods that do not follow one another (spans, months so far). */
export function stepOf(frequency: Frequency): number | undefined {
  return STEPS[frequency];
}

/** The period of `step` months that begins in a month counted from year 0. */
export function periodAt(month: number, step: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  const within = month % 12;
  if (step === 12) return year;
  if (step === 1) return `${year}-${String(within + 1).padStart(2, "0")}`;
  return `${year}-${step === 6 ? "H" : "Q"}${within / step + 1}`;
}

/** How many periods of `step` months `to` is after `from`. */
export function periodsApart(from: string, to: string, step: number): number {
  return (monthsSpanned(to).first - monthsSpanned(from).first) / step;
}

/** The `count` periods that follow one, oldest first. */
export function periodsAfter(period: string, step: number, count: number): string[] {
  const { first } = monthsSpanned(period);
  return Array.from({ length: Math.max(0, count) }, (_, i) => periodAt(first + (i + 1) * step, step)).sort(
    comparePeriods,
  );
}
