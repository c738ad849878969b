import {
  evaluate,
  readTableReference,
  resolveArguments,
  rewrite,
  type Name,
  type OrebookCall,
  type Reference,
  type Scope,
  type Structured,
  type Value,
} from "../formula";
import { covers, isAbsolute, rectangleOf, splitSheet, type Rectangle } from "../notation/reference";
import { tokenize } from "../formula/read/tokens";
import { cellsOf } from "../notation/place";
import { cellCount } from "./bands";
import { overlaps } from "./cells";
import type { NameScan } from "./names";
import type { SheetScan } from "./sheet-scan";
import type { TableScan, WorkbookScan } from "./workbook-scan";

/** Names that stand for names that stand for names: no workbook has more. */
const DEEPEST = 16;

/** More cells than this in one argument are left to Excel. */
const MOST_CELLS = 100_000;

/** Calls one of Orebook's functions; undefined for one that this version does not have. */
export type CallFunction = (id: string, args: readonly Value[]) => Value | undefined;

/** Computes one of Excel's functions; undefined where only Excel can. */
export type ComputeFunction = NonNullable<Scope["compute"]>;

/** Where a formula stands. */
export interface Standpoint {
  readonly sheet: SheetScan;
  readonly row: number;
  readonly column: number;
  /** The defined name whose formula it is, where it stands in one. */
  readonly name?: NameScan | undefined;
}

/** What a formula sees from its cell. */
export function scopeAt(
  scan: WorkbookScan,
  at: Standpoint,
  call: CallFunction,
  compute?: ComputeFunction,
  depth = 0,
): Scope {
  return {
    call,
    ...(compute && { compute }),
    read(node) {
      if (node.kind === "reference") return readReference(scan, at, node);
      if (node.kind === "structured") return readTable(scan, at, node);
      return readName(scan, at, node, depth, (inner, deeper) => scopeAt(scan, inner, call, compute, deeper));
    },
  };
}

/** The arguments of a call as Excel would hand them over; undefined where only Excel can tell. `formula`: the one it stands in, where it may see variables. */
export function argumentsAt(
  scan: WorkbookScan,
  at: Standpoint,
  orebook: OrebookCall,
  call: CallFunction,
  formula = "",
  compute?: ComputeFunction,
): Value[] | undefined {
  const args = orebook.args.map((argument) => ({ ...argument, text: withSpillsSpelled(scan, at, argument.text) }));
  return resolveArguments({ ...orebook, args }, scopeAt(scan, at, call, compute), formula);
}

/** In a name only absolute references mean the same cells from everywhere. */
function readReference(scan: WorkbookScan, at: Standpoint, { sheet: name, text }: Reference): Value | undefined {
  const sheet = name === undefined ? at.sheet : scan.sheetNamed(name);
  const area = rectangleOf(text);
  if (!sheet || !area || (at.name && !isAbsolute(text))) return undefined;
  // Nobody needs a million empty cells.
  if (cellCount(area) > MOST_CELLS && !(sheet.used && overlaps(sheet.used, area))) return undefined;
  return valuesOf(sheet, withinUse(sheet, area));
}

/** Whole rows and columns end where the sheet does, and are never one cell. */
function withinUse({ used }: SheetScan, area: Rectangle): Rectangle {
  if (cellCount(area) <= MOST_CELLS) return area;
  const lastRow = used ? used.row + used.rows : 1;
  const lastColumn = used ? used.column + used.columns : 1;
  return {
    ...area,
    rows: Math.max(Math.min(area.rows, 2), Math.min(area.rows, lastRow - area.row)),
    columns: Math.max(1, Math.min(area.columns, lastColumn - area.column)),
  };
}

function valuesOf(sheet: SheetScan, area: Rectangle): Value | undefined {
  if (cellCount(area) === 1) return sheet.value(area.row, area.column);
  return cellCount(area) > MOST_CELLS ? undefined : sheet.values(area);
}

function readName(
  scan: WorkbookScan,
  at: Standpoint,
  { text }: Name,
  depth: number,
  within: (at: Standpoint, depth: number) => Scope,
): Value | undefined {
  const name = scan.names.find(text, scan.names.sheetOf(at.name, at.sheet.id));
  if (name) return depth < DEEPEST ? evaluate(name.formula, within({ ...at, name }, depth + 1)) : undefined;
  const table = scan.table(text);
  const sheet = table && scan.sheet(table.sheetId);
  return sheet && valuesOf(sheet, bodyOf(table));
}

function readTable(scan: WorkbookScan, at: Standpoint, { text }: Structured): Value | undefined {
  const cells = tableArea(scan, at, text);
  return cells && valuesOf(cells.sheet, cells.area);
}

/** The cells that a reference to a table means, seen from a formula's cell; undefined where it means none, or several columns. */
export function tableArea(scan: WorkbookScan, at: Standpoint, text: string) {
  const reference = readTableReference(text);
  const table = reference && (reference.table === undefined ? tableAround(scan, at) : scan.table(reference.table));
  const sheet = table && scan.sheet(table.sheetId);
  if (!sheet) return undefined;
  const body = bodyOf(table);
  const rows = reference.thisRow ? { row: at.row, rows: 1 } : { row: body.row, rows: body.rows };
  if (!covers(body, rows.row, body.column)) return undefined;
  if (reference.column === undefined) return { sheet, area: { ...body, ...rows } };
  const column = columnOf(sheet, table, reference.column);
  return column === undefined ? undefined : { sheet, area: { ...rows, column, columns: 1 } };
}

function tableAround({ tables }: WorkbookScan, { sheet, row, column }: Standpoint): TableScan | undefined {
  return tables.find(({ sheetId, area }) => sheetId === sheet.id && covers(area, row, column));
}

function bodyOf({ area, hasHeaders, hasTotals }: TableScan): Rectangle {
  return { ...area, row: area.row + Number(hasHeaders), rows: area.rows - Number(hasHeaders) - Number(hasTotals) };
}

function columnOf(sheet: SheetScan, { area, hasHeaders }: TableScan, header: string): number | undefined {
  if (!hasHeaders) return undefined;
  const headers = sheet.values({ ...area, rows: 1 })[0]!;
  const position = headers.findIndex((cell) => String(cell).toLowerCase() === header.toLowerCase());
  return position < 0 ? undefined : area.column + position;
}

/** `A1#` with the cells it means in its place, where they are known. */
function withSpillsSpelled(scan: WorkbookScan, at: Standpoint, text: string): string {
  if (!text.includes("#")) return text;
  const tokens = tokenize(`=${text}`);
  const replacements = tokens.flatMap((token, i) => {
    const mark = tokens[i + 1];
    if (token.kind !== "word" || mark?.text !== "#") return [];
    const { sheet: name, rest } = splitSheet(token.text);
    const sheet = name === undefined ? at.sheet : scan.sheetNamed(name);
    const cell = rectangleOf(rest);
    if (!sheet || !cell) return [];
    const before = token.text.slice(0, token.text.length - rest.length);
    return [{ start: token.start, end: mark.start + 1, text: before + cellsOf(sheet.areaOf(cell.row, cell.column)) }];
  });
  return rewrite(`=${text}`, replacements).slice(1);
}
