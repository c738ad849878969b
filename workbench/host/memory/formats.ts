/** The looks of the in-memory workbook's cells, kept as what was set where, newest last. */
import { MAX_COLUMNS, MAX_ROWS, intersection } from "../a1";
import { formatNumber } from "../number-format";
import type { Area, FormatProperty, Formats, FormatValue } from "../workbook-model";
import type { Grids } from "./grid";
import type { Journal } from "./journal";
import { Journaled } from "./journaled";

interface Rule {
  readonly area: Area;
  /** null stands for all: formats were cleared. */
  readonly property: FormatProperty | null;
  readonly value: FormatValue | undefined;
}

/** Rough widths, for there is no screen to measure on. */
const POINTS_PER_CHARACTER = 5.5;
const LINE_HEIGHT = 15;

const covers = (outer: Area, inner: Area): boolean => {
  const common = intersection(outer, inner);
  return common !== null && common.rowCount === inner.rowCount && common.columnCount === inner.columnCount;
};

export class MemoryFormats implements Formats {
  private readonly rules: Journaled<readonly Rule[]>;

  constructor(
    journal: Journal,
    private readonly grids: Grids,
  ) {
    this.rules = new Journaled<readonly Rule[]>(journal, []);
  }

  get(area: Area, property: FormatProperty): FormatValue | undefined {
    const asked = whole(area, property);
    const found = new Set<FormatValue | undefined>();
    const newestFirst = this.rules.value.filter((rule) => (rule.property ?? property) === property).reverse();
    let isCovered = false;
    for (const rule of newestFirst) {
      if (!intersection(rule.area, asked)) continue;
      found.add(rule.value);
      isCovered = covers(rule.area, asked);
      if (isCovered) break;
    }
    if (!isCovered) found.add(undefined);
    return found.size === 1 ? [...found][0] : null;
  }

  set(area: Area, property: FormatProperty, value: FormatValue): void {
    this.rules.value = [...this.rules.value, { area: whole(area, property), property, value }];
  }

  clear(area: Area): void {
    this.rules.value = [...this.rules.value, { area, property: null, value: undefined }];
  }

  autofit(area: Area, what: "columns" | "rows"): void {
    if (what === "rows") return this.set(area, "rowHeight", LINE_HEIGHT);
    const longest = new Map<number, number>();
    for (const [row, column, { numberFormat }] of this.grids.of(area.sheet).used(whole(area, "columnWidth"))) {
      const { length } = formatNumber(this.grids.of(area.sheet).shown(row, column), numberFormat);
      longest.set(column, Math.max(length, longest.get(column) ?? 1));
    }
    for (const [column, length] of longest) this.set({ ...area, column, columnCount: 1 }, "columnWidth", length * POINTS_PER_CHARACTER);
  }
}

const OF_COLUMNS: readonly FormatProperty[] = ["columnWidth", "columnHidden"];
const OF_ROWS: readonly FormatProperty[] = ["rowHeight", "rowHidden"];

/** A width is that of whole columns, a height that of whole rows; so is being hidden. */
function whole(area: Area, property: FormatProperty): Area {
  if (OF_COLUMNS.includes(property)) return { ...area, row: 0, rowCount: MAX_ROWS };
  return OF_ROWS.includes(property) ? { ...area, column: 0, columnCount: MAX_COLUMNS } : area;
}
