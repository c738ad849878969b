import type { AuditEntry } from "../audit";
import type { DrawnChart } from "../chart/read-charts";
import { isError } from "../formula";
import type { Place } from "../place";
import { placeOf, type SheetScan, type WorkbookScan } from "../scan";
import { mayRead } from "./readers";
import { isTracker } from "./tracker";

/** What needs an error value where it stands. */
export type ErrorReader =
  /** A formula that stays: it would take a text for something else. */
  | { readonly kind: "formula"; readonly place: Place }
  /** A chart: it leaves a gap for #N/A, and draws a text as zero. */
  | { readonly kind: "chart"; readonly name: string };

/** Cells that keep their error. */
export interface KeptError {
  readonly place: Place;
  readonly reader: ErrorReader;
}

/** The only error that a chart does not draw as zero. */
const MISSING_ERROR = "#N/A";

/** What is to be replaced and shows an error somewhere. */
export function withErrors(scan: WorkbookScan, chosen: readonly AuditEntry[]): AuditEntry[] {
  return chosen.filter(({ place }) => shown(scan, place).some(isError));
}

/** What needs the errors of some entries, by entry; those that nothing needs are left out. `chosen` is all that will be replaced. */
export function errorReaders(scan: WorkbookScan, erring: readonly AuditEntry[], chosen: readonly AuditEntry[], charts: readonly DrawnChart[]): Map<AuditEntry, ErrorReader> {
  const remaining = erring.length > 0 ? formulasLeft(scan, chosen) : [];
  const found = new Map<AuditEntry, ErrorReader>();
  for (const entry of erring) {
    const { place } = entry;
    const formula = remaining.find((one) => mayRead(scan, one.sheet, one.formula, place));
    const chart = formula ? undefined : charts.find((one) => draws(scan, one, place));
    if (formula) found.set(entry, { kind: "formula", place: placeOf(formula.sheet, { row: formula.row, column: formula.column, rows: 1, columns: 1 }) });
    if (chart) found.set(entry, { kind: "chart", name: chart.name });
  }
  return found;
}

function shown(scan: WorkbookScan, place: Place) {
  return scan.sheet(place.sheetId)!.values(place).flat();
}

function draws(scan: WorkbookScan, { sheet, values = [] }: DrawnChart, place: Place): boolean {
  const on = scan.sheetNamed(sheet);
  const mayGap = shown(scan, place).some((cell) => isError(cell) && cell.error === MISSING_ERROR);
  return mayGap && on !== undefined && values.some((source) => mayRead(scan, on, source, place));
}

/** The formulas of the workbook that stay. */
function formulasLeft({ sheets }: WorkbookScan, chosen: readonly AuditEntry[]): { sheet: SheetScan; row: number; column: number; formula: string }[] {
  const gone = new Set(chosen.map(({ place }) => `${place.sheetId} ${place.row} ${place.column}`));
  return sheets.flatMap((sheet) => [...sheet.formulaCells()].filter(({ row, column, formula }) => !gone.has(`${sheet.id} ${row} ${column}`) && !isTracker(formula)).map((cell) => ({ sheet, ...cell })));
}
