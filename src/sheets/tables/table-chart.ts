import type { Dataset } from "../../dataset/dataset";
import type { TableBlock } from "../../tables";
import type { TableLayout } from "./layout";
import { timeScale, type ChartPlan } from "../chart";

/** More lines than this nobody can tell apart. */
const MOST_SERIES = 8;

/** A source note that is longer stands under the table only. */
const LONGEST_NOTE = 120;

const WORLD = "wld";

/**
 * The chart of a prebuilt table: its columns of figures in the unit of the first of them, over its first column. A total
 * of the world is left out, beside which its parts would vanish. Undefined where there is nothing to draw.
 */
export function tableChart(
  dataset: Dataset,
  { title, unitLine, header, kinds, rows, sourceNote }: TableBlock,
  layout: TableLayout,
): ChartPlan | undefined {
  const [first] = kinds;
  const values = kinds.flatMap((kind, column) =>
    kind.kind === "value" && kind.unit !== undefined ? [{ column, unit: kind.unit, name: header[column]! }] : [],
  );
  const series = values.filter(({ unit }) => unit === values[0]!.unit).slice(0, MOST_SERIES);
  const totals = new Set([dataset.label("areas", WORLD, "en"), dataset.label("areas", WORLD, "zh")]);
  const total = rows.findIndex(([name]) => totals.has(String(name?.value)));
  const shown = rows.slice(0, total < 0 ? rows.length : total);
  if ((first?.kind !== "text" && first?.kind !== "period") || series.length === 0 || shown.length < 2) return undefined;
  const categories = shown.map(([name]) => (typeof name!.value === "object" ? "" : name!.value));
  return {
    ...(first.kind === "period" ? timeScale(categories) : { type: "columns", isScaled: false }),
    title: [title, ...(sourceNote !== "" && sourceNote.length <= LONGEST_NOTE ? [sourceNote] : [])].join("\n"),
    unit: unitLine.length <= LONGEST_NOTE / 2 && unitLine !== "" ? unitLine : series[0]!.unit,
    row: layout.rows.findIndex(({ isBody }) => isBody),
    rows: shown.length,
    categories: 0,
    series: series.map(({ name, column }) => ({ name, column })),
  };
}
