import { isError, type Scalar } from "../formula";
import { splitSheet, type Rectangle } from "../notation/reference";
import { tokenize } from "../formula/read/tokens";
import type { Place } from "../notation/place";
import { placeOf, type SheetScan, type WorkbookScan } from "../scan";
import { NOT_AVAILABLE, type Write } from "../write/content";
import { shownMark } from "./ledger/fingerprint";
import type { SharedFormula } from "./ledger/ledger";
import { originalOf, writeAt, originalWrite } from "./plan";
import { isInScope, type Scope } from "./scope";
import type { TableHomes } from "./table-homes";

/** Why a formula stays on the sheet of replaced formulas. */
export type LeftReason =
  /** Its cells or its sheet, or some that it refers to, were deleted. */
  | "placeGone"
  | "referenceGone"
  | "protected"
  /** It fills several cells, and some of them were merged. */
  | "merged"
  /** Its cells no longer hold the values that were written. */
  | "changed";

export interface Left {
  readonly shared: SharedFormula;
  readonly reason: LeftReason;
}

/** A formula that can go back to its place. */
export interface Return {
  readonly shared: SharedFormula;
  readonly place: Place;
}

export interface RestorePlan {
  readonly returns: readonly Return[];
  readonly left: readonly Left[];
  /** Formulas that stand in their places again: somebody else put them there, or a restoring that Excel did not answer. */
  readonly back: readonly Return[];
}

/** Whether a formula is to be restored; `tables` are those that Orebook inserted. One whose place is gone belongs to every scope, or nobody would hear of it. */
export function isWanted(scan: WorkbookScan, scope: Scope, tables: readonly Place[], shared: SharedFormula): boolean {
  const sheet = sheetOf(scan, shared);
  return !sheet || isInScope(scope, placeOf(sheet, shared.area), tables);
}

/** Which formulas of a scope can go back to their places; those of inserted tables, to where their rows are. */
export function planRestore(
  scan: WorkbookScan,
  formulas: readonly SharedFormula[],
  scope: Scope,
  tables: readonly Place[],
  { homes, more }: TableHomes,
): RestorePlan {
  const returns: Return[] = [];
  const left: Left[] = [];
  const back: Return[] = [];
  for (const shared of formulas) {
    if (!isWanted(scan, scope, tables, shared)) continue;
    const sheet = sheetOf(scan, shared);
    const home = homes.get(shared);
    const place = home?.place ?? (sheet && placeOf(sheet, shared.area));
    const isLost = homes.has(shared) && !home;
    if (!sheet || !place) left.push({ shared, reason: "placeGone" });
    else if (!isLost && isBack(sheet, { ...shared, area: place })) back.push({ shared, place });
    else {
      const reason = reasonAgainst(scan, sheet, shared, place, home?.isFigure) ?? (isLost ? "changed" : undefined);
      if (reason) left.push({ shared, reason });
      else returns.push({ shared, place });
    }
  }
  for (const { formula, place } of more) {
    const sheet = scan.sheet(place.sheetId)!;
    if (!isInScope(scope, place, tables) || sheet.isProtected) continue;
    const check = shownMark(sheet.values(place));
    const words = { shows: "", status: "", release: "", day: "", replaced: "" };
    returns.push({ shared: { sheet: sheet.name, area: place, formula, check, ...words }, place });
  }
  return { returns, left, back };
}

/** The writes that bring formulas back. */
export function restoreWrites(returns: readonly Return[]): Write[] {
  return returns.map(({ shared, place }) => originalWrite(place, shared));
}

/** The writes that put the values back. */
export function valueWrites(scan: WorkbookScan, returns: readonly Return[]): Write[] {
  return returns.map(({ place }) => {
    const values = scan.sheet(place.sheetId)!.values(place);
    return writeAt(
      place,
      values.map((row) => row.map((cell) => cell ?? "")),
    );
  });
}

/** Whether restored cells show what they showed when they were replaced. */
export function showsTheSame({ check }: SharedFormula, values: readonly (readonly Scalar[])[]): boolean {
  const told = values.map((row) => row.map((cell) => (isError(cell) ? NOT_AVAILABLE : cell)));
  return [values, told].some((shown) => shownMark(shown) === check);
}

function sheetOf(scan: WorkbookScan, { sheet, gone }: SharedFormula): SheetScan | undefined {
  return gone === "place" ? undefined : scan.sheetNamed(sheet);
}

/** Whether the first cell holds what was replaced there. */
function isBack(sheet: SheetScan, { area: { row, column }, formula, ...shared }: SharedFormula): boolean {
  const original = originalOf({ formula });
  const value = sheet.value(row, column);
  if (typeof original !== "object" || original === null) return false;
  if ("formula" in original) return shared.gone === undefined && sheet.formula(row, column) === formula;
  return isError(value) && value.error === original.error && sheet.formula(row, column) === undefined;
}

function reasonAgainst(
  scan: WorkbookScan,
  sheet: SheetScan,
  { formula, check, gone }: SharedFormula,
  area: Rectangle,
  isFigure = false,
): LeftReason | undefined {
  if (sheet.isProtected) return "protected";
  const holdsFormula = [...sheet.formulaCells(area)].length > 0;
  if (holdsFormula || !(isFigure || shownMark(sheet.values(area)) === check)) return "changed";
  return gone === undefined && sheetsIn(formula).every((name) => scan.sheetNamed(name)) ? undefined : "referenceGone";
}

/** The sheets of this workbook that a formula refers to. */
function sheetsIn(formula: string): string[] {
  const names = tokenize(formula).flatMap(({ kind, text }) => (kind === "word" ? (splitSheet(text).sheet ?? []) : []));
  return names.filter((name) => !name.includes("["));
}
