import { inSystem, serialOf, type DateSystem } from "../../../query/period/date-system";
import { dayOfSerial } from "../../../query/period/period";
import { toNumber } from "../operators";
import type { Scalar } from "../value";
import { plainly, type Method } from "./method";

type Known = Exclude<DateSystem, "unknown">;

/** Functions of dates, in a workbook that counts them so. */
export function datesOf(system: Known, now: () => Date): Readonly<Record<string, Method>> {
  const serial = (year: number, month: number, day: number) =>
    inSystem(serialOf(new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)), system);
  const partsOf = (value: Scalar): readonly [year: number, month: number, day: number] | undefined => {
    // A text that is a date is Excel's to read.
    if (typeof value !== "number" || value < FIRST) return undefined;
    const [year, month, day] = dayOfSerial(value + inSystem(0, 1900) - inSystem(0, system))
      .split("-")
      .map(Number);
    return [year!, month! - 1, day!];
  };
  const partly = (part: (year: number, month: number, day: number) => number): Method =>
    plainly((value = null) => {
      const parts = partsOf(value);
      return parts && part(...parts);
    });
  const later = (move: (year: number, month: number, day: number) => readonly [number, number, number]): Method =>
    plainly((value = null, months = null) => {
      const [parts, distance] = [partsOf(value), toNumber(months)];
      return parts && distance !== undefined
        ? serial(...move(parts[0], parts[1] + Math.trunc(distance), parts[2]))
        : undefined;
    });
  return {
    YEAR: partly((year) => year),
    MONTH: partly((_, month) => month + 1),
    DAY: partly((_, __, day) => day),
    DATE: plainly((year = null, month = null, day = null) => {
      const [y, m, d] = [year, month, day].map(toNumber);
      if (y === undefined || m === undefined || d === undefined || y < EARLIEST_YEAR) return undefined;
      return serial(Math.trunc(y), Math.trunc(m) - 1, Math.trunc(d));
    }),
    EDATE: later((year, month, day) => [year, month, Math.min(day, lastOfMonth(year, month))]),
    EOMONTH: later((year, month) => [year, month + 1, 0]),
    TODAY: () => serial(now().getFullYear(), now().getMonth(), now().getDate()),
  };
}

/** Before March 1900 Excel counts a day that was none. */
const FIRST = 61;
const EARLIEST_YEAR = 1905;

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
