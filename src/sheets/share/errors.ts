import type { AuditEntry } from "../audit/entry";
import type { DrawnChart } from "../chart";
import { isError, showsError } from "../formula";
import type { Place } from "../notation/place";
import { mayRead, readsOf, type Reads, type WorkbookScan } from "../scan";
import type { RemainingFormula } from "./remaining";

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

/** What a cell shows where a figure is missing: the only error that a chart does not draw as zero. */
export const MISSING_ERROR = "#N/A";

/** What is to be replaced and shows an error somewhere. */
export function withErrors(scan: WorkbookScan, chosen: readonly AuditEntry[]): AuditEntry[] {
  return chosen.filter(({ place }) => shown(scan, place).some(isError));
}

/** What needs the errors of some entries, by entry; those that nothing needs are left out. */
export function errorReaders(
  scan: WorkbookScan,
  erring: readonly AuditEntry[],
  remaining: readonly RemainingFormula[],
  charts: readonly DrawnChart[],
): Map<AuditEntry, ErrorReader> {
  const drawn = charts.flatMap((chart) => readsOfChart(scan, chart).map((reads) => ({ name: chart.name, reads })));
  const found = new Map<AuditEntry, ErrorReader>();
  for (const entry of erring) {
    const { place } = entry;
    const formula = remaining.find(({ reads }) => mayRead(reads, place));
    const chart = formula || !leavesGap(scan, place) ? undefined : drawn.find(({ reads }) => mayRead(reads, place));
    if (formula) found.set(entry, { kind: "formula", place: formula.place });
    if (chart) found.set(entry, { kind: "chart", name: chart.name });
  }
  return found;
}

function shown(scan: WorkbookScan, place: Place) {
  return scan.sheet(place.sheetId)!.values(place).flat();
}

/** Whether a chart leaves a gap for what stands there, and would not for a text. */
function leavesGap(scan: WorkbookScan, place: Place): boolean {
  return shown(scan, place).some((cell) => showsError(cell, MISSING_ERROR));
}

function readsOfChart(scan: WorkbookScan, { sheet, values = [] }: DrawnChart): Reads[] {
  const on = scan.sheetNamed(sheet);
  return on ? values.map((source) => readsOf(scan, on, source)) : [];
}
