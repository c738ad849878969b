import type { TableBlock } from "../../tables";
import type { TableLayout } from "./layout";
import { timeScale, type ChartPlan } from "../chart";

/** More lines than this nobody can tell apart. */
const MOST_SERIES = 8;

/** A source note that is longer stands under the table only. */
const LONGEST_NOTE = 120;

/** Rows of a ranking that are drawn. */
const MOST_BARS = 15;

/**
 * The chart of a table: its columns of figures in the unit of the first of them, over its first column; of a ranking the
 * newest of them alone. A total is left out, beside which its parts would vanish. Undefined where there is nothing to draw.
 */
export function tableChart(
  indicator: string | undefined,
  { title, unitLine, header, kinds, rows, totals = [], sourceNote }: TableBlock,
  layout: TableLayout,
): ChartPlan | undefined {
  const [first] = kinds;
  const values = kinds.flatMap((kind, column) =>
    kind.kind === "value" && kind.unit !== undefined ? [{ column, unit: kind.unit, name: header[column]! }] : [],
  );
  const alike = values.filter(({ unit }) => unit === values[0]!.unit);
  const isRanking = first?.kind === "text";
  const periodsIn = (column: number) =>
    new Set(rows.flatMap((cells) => cells[column]!.provenance.flatMap((one) => ("period" in one ? [one.period] : []))));
  // What is of one period is no change between two.
  const levels = alike.flatMap((value) => {
    const [period, ...more] = periodsIn(value.column);
    return period !== undefined && more.length === 0 ? [{ ...value, period }] : [];
  });
  const newest = levels.filter(({ period }) => levels.every((other) => other.period <= period));
  const series = isRanking ? (newest.length > 0 ? newest : alike).slice(-1) : alike.slice(0, MOST_SERIES);
  const shown = rows.slice(0, Math.min(totals[0] ?? rows.length, isRanking ? MOST_BARS : rows.length));
  if ((!isRanking && first?.kind !== "period") || series.length === 0 || shown.length < 2) return undefined;
  const categories = shown.map(([name]) => (typeof name!.value === "object" ? "" : name!.value));
  // Rows of one year would stand side by side, parts beside what they add up to.
  if (!isRanking && new Set(categories).size < categories.length) return undefined;
  const isDated = shown[0]![0]!.isDate === true;
  return {
    ...(isRanking
      ? { type: "bars", isScaled: false }
      : timeScale(categories, { isDated, indicator, series: series.length })),
    title: [title, ...(sourceNote !== "" && sourceNote.length <= LONGEST_NOTE ? [sourceNote] : [])].join("\n"),
    unit: unitLine.length <= LONGEST_NOTE / 2 && unitLine !== "" ? unitLine : series[0]!.unit,
    over: header[0]!,
    row: layout.rows.findIndex(({ isBody }) => isBody),
    rows: shown.length,
    categories: 0,
    series: series.map(({ name, column }) => ({ name, column })),
  };
}
