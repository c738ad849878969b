import { FUNCTIONS } from "../functions";
import { callsIn, showsError, withTypedNames } from "./formula";
import { placeOf, type NameScan, type OrebookFormula, type WorkbookScan } from "./scan";
import type { Place } from "./notation/place";

/** Why a formula could not be repaired. */
export type UnrepairedReason =
  | "protected"
  /** It calls a function that this version of the add-in does not have. */
  | "unknownFunction"
  /** It was entered again and Excel still does not know its function: the add-in has not started. */
  | "stillUnrecognised";

export interface Unrepaired {
  readonly place: Place;
  readonly formula: string;
  readonly reason: UnrepairedReason;
}

/** A formula to enter again, with its functions under the names that people type. */
export interface Reentry {
  readonly place: Place;
  readonly before: string;
  readonly formula: string;
}

export interface NameReentry {
  readonly name: NameScan;
  readonly formula: string;
}

const KNOWN = new Set(FUNCTIONS.map(({ id }) => id));

/** What would be entered again and what cannot. `namespace` is that of the build, "" for the ordinary one. */
export function planRepair(scan: WorkbookScan, namespace: string) {
  const broken = [...scan.orebookFormulas()].filter((formula) => isBroken(formula, namespace));
  const reentries: Reentry[] = [];
  const left: Unrepaired[] = [];
  for (const { sheet, row, column, formula } of broken) {
    const place = placeOf(sheet, { row, column, rows: 1, columns: 1 });
    const reason = sheet.isProtected
      ? "protected"
      : callsIn(formula).every(({ id }) => KNOWN.has(id))
        ? undefined
        : "unknownFunction";
    if (reason) left.push({ place, formula, reason });
    else reentries.push({ place, before: formula, formula: withTypedNames(formula, namespace) });
  }
  const names = scan.names.all
    .map((name) => ({ name, formula: withTypedNames(name.formula, namespace) }))
    .filter(({ name, formula }) => formula !== name.formula);
  return { reentries, names, left };
}

export type RepairPlan = ReturnType<typeof planRepair>;

/** Whether Excel does not know a function of the formula, or knows it under the name a file stores. */
function isBroken({ formula, value }: OrebookFormula, namespace: string): boolean {
  return showsError(value, "#NAME?") || withTypedNames(formula, namespace) !== formula;
}
