/** A native chart of some columns of a block. Rows and columns count from the block's first cell. */
export interface ChartPlan {
  /** Columns for what flows in a year, lines for what changes from month to month, bars for what is ranked. */
  readonly type: "lines" | "columns" | "bars";
  readonly title: string;
  /** Of the values, at their axis; "" for none. */
  readonly unit: string;
  /** What the values are over, at the axis of the categories; "" for none. */
  readonly over?: string;
  /** Rows of figures. */
  readonly row: number;
  readonly rows: number;
  /** The column of periods or names. */
  readonly categories: number;
  /** Whether the categories are years with gaps between them, which then keep their distance. */
  readonly isScaled: boolean;
  /** Whether the categories are days that stand for their month or quarter. */
  readonly isDated?: boolean;
  readonly series: readonly { readonly name: string; readonly column: number }[];
}

/** Indicators of what flows in a year: a column stands for all of it. */
const FLOWS = ["imports", "exports", "balance", "total-trade", "production", "quota"];

/** More columns side by side nobody can tell apart. */
const MOST_COLUMNS = 3;

/** How periods, in their order, are best drawn: as lines where none is missing between them and none stands for a flow, years with gaps to scale. */
export function timeScale(
  periods: readonly (number | string)[],
  { isDated = false, indicator = "", series = 1 } = {},
): Pick<ChartPlan, "type" | "isScaled" | "isDated"> {
  if (isDated) return { type: "lines", isScaled: false, isDated };
  const years = periods.filter((period) => typeof period === "number");
  const areYears = years.length === periods.length;
  const hasGap = areYears
    ? years.some((year, i) => i > 0 && year !== years[i - 1]! + 1)
    : !areNeighbours(periods.map(String));
  const isFlow = areYears && FLOWS.includes(indicator) && series <= MOST_COLUMNS;
  return { type: hasGap || isFlow || periods.length < FEW ? "columns" : "lines", isScaled: areYears && hasGap };
}

/** With fewer points a line says nothing. */
const FEW = 3;

/** Whether months, quarters or half-years follow one another; of other periods that is not told. */
function areNeighbours(periods: readonly string[]): boolean {
  const numbers = periods.map((period) => {
    const [, year, letter, part] = /^(\d{4})-([QH]?)(\d+)$/.exec(period) ?? [];
    const inYear = letter === "Q" ? 4 : letter === "H" ? 2 : 12;
    return year === undefined ? Number.NaN : Number(year) * inYear + Number(part);
  });
  return numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1);
}

/** A chart of the workbook. */
export interface DrawnChart {
  readonly name: string;
  /** Name of its sheet. */
  readonly sheet: string;
  /** The cells of its values, one text for each series, as a formula names them. Undefined where Excel does not tell. */
  readonly values: readonly string[] | undefined;
}
