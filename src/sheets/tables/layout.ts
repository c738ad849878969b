import { eventIds, type ColumnKind, type Provenance, type TableBlock, type TableCell } from "../../tables";
import { withTypedNames } from "../formula";
import type { Look } from "../insert/looks";
import { columnWidths, inLines } from "./looks/widths";
import { WIDEST } from "../text-width";
import { GENERAL, MONTHS, TEXT, type Content } from "../write/content";

/** One row of a table as it lies on a sheet. */
export interface LayoutRow {
  /** Which row it is, whatever its figures are: the same in every release. */
  readonly key: string;
  readonly isBody: boolean;
  /** How many of its first cells say which row it is: the words before its first figure; all, where it is known only as a whole. */
  readonly labels: number;
  readonly cells: readonly Content[];
  readonly formats: readonly string[];
  /** What each cell rests on. */
  readonly provenance: readonly (readonly Provenance[])[];
  /** Whether it adds up the others. */
  readonly isTotal?: boolean;
  /** Columns of figures that are not there. */
  readonly missing?: readonly number[];
}

/** A table as it lies on a sheet: title, unit line, header, its rows, the sources, the notes. */
export interface TableLayout {
  readonly title: string;
  readonly rows: readonly LayoutRow[];
  readonly columns: number;
  /** Characters of the longest entry of each column. */
  readonly widths: readonly number[];
  /** Where the cells of each column stand; undefined: where Excel puts words. */
  readonly sides?: readonly Look["side"][];
  /** Number format of each column; undefined for one of words. */
  readonly formats: readonly (string | undefined)[];
}

export type TableMode = "formulas" | "values";

/** More digits behind the point say nothing in a cell; the cell keeps them all the same. */
const MOST_PLACES = 3;

/** Longer lines of sources and notes nobody likes to read, however wide the table is. */
const WIDEST_LINE = 120;

/**
 * What a cell holds whose figure is missing: a chart leaves a gap, and a sum does not come out as if it were complete.
 * The notes and METALS.STATUS say why.
 */
const MISSING: Content = { error: "#N/A" };

/**
 * `namespace` is that of the build, "" for the ordinary one. `isInLines`: unit, sources and notes take as many rows as they
 * need within the table's width; 0.1.0 gave each of them one, and named bases in the header.
 */
export function layOutTable(block: TableBlock, mode: TableMode, namespace: string, isInLines = true): TableLayout {
  const header = (isInLines && block.names) || block.header;
  const columns = header.length;
  const wide = (key: string, cells: readonly string[]): LayoutRow => ({
    key,
    isBody: false,
    labels: columns,
    cells: Array.from({ length: columns }, (_, i) => cells[i] || null),
    formats: Array<string>(columns).fill(TEXT),
    provenance: Array<never[]>(columns).fill([]),
  });
  const most = block.kinds.map((_, column) => Math.max(0, ...block.rows.map((cells) => placesOf(cells[column]!))));
  const formats = block.kinds.map((kind, column) => formatOf(kind, most[column]!));
  const keys = distinct(block.rows.map((cells) => keyOf(block, cells)));
  const body = block.rows.map((cells, i): LayoutRow => ({
    key: keys[i]!,
    isBody: true,
    labels: isEvent(cells) ? columns : labelsOf(block),
    cells: cells.map((cell) => contentOf(cell, mode, namespace)),
    formats: cells.map((cell, column) => {
      const kind = block.rowKinds?.[i] ?? block.kinds[column]!;
      return formatIn(cell, formatOf(kind, placesOf(cell), block.rowKinds ? undefined : most[column]));
    }),
    provenance: cells.map(({ provenance }) => provenance),
    isTotal: block.totals?.includes(i) ?? false,
    missing: cells.flatMap(({ value }, column) => (typeof value === "object" ? [column] : [])),
  }));
  const widths = columnWidths(
    { ...block, header },
    body.map((row) => row.formats),
  );
  const width = Math.min(
    WIDEST_LINE,
    widths.reduce((sum, one) => sum + Math.min(one, WIDEST), 0),
  );
  const inRows = (key: string, text: string) =>
    (isInLines ? inLines(text, width) : [text].filter(Boolean)).map((line, i) =>
      wide(i === 0 ? key : `${key} line ${i}`, [line]),
    );
  const rows = [
    wide("title", [block.title]),
    ...inRows("unit", block.unitLine),
    wide("header", header),
    ...body,
    ...inRows("sources", block.sourceNote),
    ...block.notes.flatMap((note, i) => inRows(`note ${i}`, note)),
  ];
  return {
    title: block.title,
    rows,
    columns,
    widths,
    formats: formats.map((format, column) => (hasFigures(block, column) ? format : undefined)),
    sides: block.kinds.map(({ kind }, column) =>
      kind === "period" && column === 0 ? "Left" : hasFigures(block, column) ? "Right" : undefined,
    ),
  };
}

/** One figure alone: its cell, and nothing about it. */
export function layOutFigure(block: TableBlock, namespace: string): TableLayout {
  const whole = layOutTable(block, "values", namespace);
  const rows = whole.rows.filter(({ isBody }) => isBody).map((row) => ({ ...row, key: "figure", labels: 0 }));
  return { ...whole, rows };
}

/** A row is known by its event, or by its words and periods before the first figure; not by what it says of them. */
function keyOf(block: TableBlock, cells: readonly TableCell[]): string {
  if (isEvent(cells)) return `event ${[...eventIds(cells)][0]!}`;
  return `row ${JSON.stringify(cells.slice(0, labelsOf(block)).map(({ value }) => (typeof value === "object" ? "" : value)))}`;
}

function isEvent(cells: readonly TableCell[]): boolean {
  return eventIds(cells).size === 1 && cells.every(({ value, provenance }) => value === "" || provenance.length === 1);
}

/** The columns of words and periods before the first figure. */
function labelsOf({ kinds }: TableBlock): number {
  const figure = kinds.findIndex(({ kind }) => kind !== "text" && kind !== "period");
  return figure < 0 ? 1 : figure;
}

function distinct(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} ${count}`;
  });
}

function contentOf({ value, formula }: TableCell, mode: TableMode, namespace: string): Content {
  if (mode === "formulas" && formula !== undefined) return { formula: withTypedNames(formula, namespace) };
  if (typeof value === "object") return MISSING;
  return value === "" ? null : value;
}

/** Years count as figures, other periods do not. */
function hasFigures({ kinds, rows }: TableBlock, column: number): boolean {
  const { kind } = kinds[column]!;
  return (kind !== "text" && kind !== "period") || rows.some((cells) => typeof cells[column]!.value === "number");
}

/** Digits behind the point of a figure. */
function placesOf({ value }: TableCell): number {
  return typeof value === "number" ? Math.min(MOST_PLACES, String(value).split(".")[1]?.length ?? 0) : 0;
}

/** `most`: digits behind the point of others in the column, for which a figure with fewer leaves room: the points stand below one another. */
function formatOf({ kind }: ColumnKind, places: number, most = places): string {
  switch (kind) {
    case "value": {
      const point = places > 0 ? "." : most > 0 ? "_." : "";
      return `#,##0${point}${"0".repeat(places)}${"_0".repeat(most - places)}`;
    }
    case "fraction":
      return "0.0%";
    case "index":
      return "#,##0";
    default:
      return GENERAL;
  }
}

const BOUNDS = { "at-least": "≥ ", "at-most": "≤ " };

/** A bound is said by the format, so that the cell stays a number. */
export function formatIn({ value, bound, isDate }: TableCell, format: string): string {
  if (typeof value === "string") return TEXT;
  if (isDate) return MONTHS;
  if (!bound) return format;
  const sign = `"${BOUNDS[bound]}"`;
  // A format of one part would put the minus before the sign.
  return typeof value === "number" && value < 0 ? `${sign}${format};${sign}-${format}` : sign + format;
}
