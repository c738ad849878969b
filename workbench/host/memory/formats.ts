/** The looks of the in-memory workbook's cells, kept as what was set where, newest last. */
import { remembering, rememberingOf } from "../../../src/dataset/remembering";
import { MAX_COLUMNS, MAX_ROWS, contains, intersection, outside, type Area } from "../a1";
import { formatNumber } from "../number-format";
import { areaAfter, disturbed, isEntire, spanOf, withSpan, type Shift, type Step } from "../structure/step";
import type { FormatProperty, Formats, FormatValue } from "../workbook-model";
import type { Grids } from "./grid";
import { type Journal, Journaled } from "./journal";

interface Rule {
  readonly area: Area;
  /** null stands for all: formats were cleared. */
  readonly property: FormatProperty | null;
  readonly value: FormatValue | undefined;
}

/** The rules that decide over a property. Looks are read cell by cell, far more often than they are set. */
const newestFirst = rememberingOf((rules: readonly Rule[]) =>
  remembering((property) => rules.filter((rule) => (rule.property ?? property) === property).reverse()),
);

/** Rough widths, for there is no screen to measure on. */
const POINTS_PER_CHARACTER = 5.5;
const LINE_HEIGHT = 15;

export class MemoryFormats extends Journaled<readonly Rule[]> implements Formats {
  constructor(
    journal: Journal,
    private readonly grids: Grids,
  ) {
    super(journal, []);
  }

  get(area: Area, property: FormatProperty): FormatValue | undefined {
    const asked = whole(area, property);
    const found = new Set<FormatValue | undefined>();
    let isCovered = false;
    for (const rule of newestFirst(this.value)(property)) {
      if (!intersection(rule.area, asked)) continue;
      found.add(rule.value);
      isCovered = contains(rule.area, asked);
      if (isCovered) break;
    }
    if (!isCovered) found.add(undefined);
    return found.size === 1 ? [...found][0] : null;
  }

  set(area: Area, property: FormatProperty, value: FormatValue): void {
    this.value = [...this.value, { area: whole(area, property), property, value }];
  }

  clear(area: Area): void {
    this.value = [...this.value, { area, property: null, value: undefined }];
  }

  /** Looks go where their cells go. What is inserted looks like what it was inserted behind. */
  carry(step: Step): void {
    const before = this.value;
    const after = before.flatMap((rule) =>
      isCarried(step, rule) ? piecesAfter(step, rule.area).map((area) => ({ ...rule, area })) : [rule],
    );
    const carried = before.filter((rule) => isCarried(step, rule));
    this.value = step.kind === "insert" ? [...after, ...inserted(step, carried)] : after;
  }

  copy(from: string, to: string): void {
    const copied = this.value
      .filter(({ area }) => area.sheet === from)
      .map((rule) => ({ ...rule, area: { ...rule.area, sheet: to } }));
    this.value = [...this.value, ...copied];
  }

  autofit(area: Area, what: "columns" | "rows"): void {
    if (what === "rows") return this.set(area, "rowHeight", LINE_HEIGHT);
    const longest = new Map<number, number>();
    for (const [row, column, { numberFormat }] of this.grids.of(area.sheet).used(whole(area, "columnWidth"))) {
      const { length } = formatNumber(this.grids.of(area.sheet).shown(row, column), numberFormat);
      longest.set(column, Math.max(length, longest.get(column) ?? 1));
    }
    for (const [column, length] of longest)
      this.set({ ...area, column, columnCount: 1 }, "columnWidth", length * POINTS_PER_CHARACTER);
  }
}

const OF_COLUMNS: readonly FormatProperty[] = ["columnWidth", "columnHidden"];
const OF_ROWS: readonly FormatProperty[] = ["rowHeight", "rowHidden"];

/** A width is that of whole columns, a height that of whole rows; so is being hidden. */
function whole(area: Area, property: FormatProperty): Area {
  if (OF_COLUMNS.includes(property)) return { ...area, row: 0, rowCount: MAX_ROWS };
  return OF_ROWS.includes(property) ? { ...area, column: 0, columnCount: MAX_COLUMNS } : area;
}

/** A size of rows moves with entire rows only, one of columns with entire columns. */
function isCarried(step: Step, { property }: Rule): boolean {
  const of = OF_ROWS.includes(property ?? "") ? "rows" : OF_COLUMNS.includes(property ?? "") ? "columns" : null;
  return of === null || (step.kind !== "move" && step.along === of && isEntire(step.area, of));
}

/** Where the parts of an area come to, those that stay and those that are carried. */
function piecesAfter(step: Step, area: Area): Area[] {
  const bands = disturbed(step);
  const staying = bands.reduce((pieces, band) => pieces.flatMap((piece) => outside(piece, band)), [area]);
  const carried = intersection(bands[0]!, area);
  const arrived = carried && areaAfter(step, carried);
  return arrived ? [...staying, arrived] : staying;
}

/** The looks of inserted cells. */
function inserted({ area, along }: Shift, rules: readonly Rule[]): Rule[] {
  const { start, count } = spanOf(area, along);
  const behind = withSpan(area, along, { start: start - 1, count: 1 });
  return rules.flatMap((rule) => {
    const common = intersection(rule.area, behind);
    return common ? [{ ...rule, area: withSpan(common, along, { start, count }) }] : [];
  });
}
