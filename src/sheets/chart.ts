/** A native chart of some columns of a block. Rows and columns count from the block's first cell. */
export interface ChartPlan {
  /** Lines for what changes in time without a gap between its periods; columns for everything else. */
  readonly type: "lines" | "columns";
  readonly title: string;
  /** Of the values, at their axis; "" for none. */
  readonly unit: string;
  /** Rows of figures. */
  readonly row: number;
  readonly rows: number;
  /** The column of periods or names. */
  readonly categories: number;
  /** Whether the categories are years with gaps between them, which then keep their distance. */
  readonly isScaled: boolean;
  readonly series: readonly { readonly name: string; readonly column: number }[];
}

/** How periods, in their order, are best drawn: as lines where none is missing between them, years with gaps to scale. */
export function timeScale(periods: readonly (number | string)[]): Pick<ChartPlan, "type" | "isScaled"> {
  const years = periods.filter((period) => typeof period === "number");
  const areYears = years.length === periods.length;
  const hasGap = areYears
    ? years.some((year, i) => i > 0 && year !== years[i - 1]! + 1)
    : !areNeighbours(periods.map(String));
  return { type: hasGap || periods.length < FEW ? "columns" : "lines", isScaled: areYears && hasGap };
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
