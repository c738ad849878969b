import { frequencyOf } from "../../dataset/period";
import type { Session } from "../../functions";
import { inSystem, serialOf } from "../../query/period/date-system";
import type { TableBlock } from "../../tables";

/** Whether a period is written as the date of its first day. */
export function isDated(period: string): boolean {
  return /^\d{4}-(?:Q|\d\d$)/.test(period);
}

/** The first day of a month or quarter, as the workbook counts its dates. */
export function dateOf({ dateSystem }: Session, period: string): number {
  const [year, part = ""] = period.split("-");
  const month = frequencyOf(period) === "q" ? (Number(part.slice(1)) - 1) * 3 + 1 : Number(part);
  return inSystem(serialOf(`${year}-${String(month).padStart(2, "0")}-01`), dateSystem);
}

/** The table with the months and quarters that it begins with as dates. */
export function withDates(session: Session, block: TableBlock): TableBlock {
  const { kinds, rows } = block;
  const isOfMonths = rows.every(([first]) => typeof first!.value === "string" && isDated(first!.value));
  if (kinds[0]?.kind !== "period" || !isOfMonths) return block;
  return {
    ...block,
    rows: rows.map(([first, ...cells]) => [
      { ...first!, value: dateOf(session, String(first!.value)), isDate: true },
      ...cells,
    ]),
  };
}
