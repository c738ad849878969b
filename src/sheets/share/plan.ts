import type { AuditEntry } from "../audit/entry";
import type { DrawnChart } from "../chart";
import { isError, showsError, type Scalar } from "../formula";
import type { SheetRefusal } from "../own-sheet/plan";
import type { Place } from "../notation/place";
import type { WorkbookScan } from "../scan";
import { NOT_AVAILABLE, type Content, type Write } from "../write/content";
import { errorReaders, MISSING_ERROR, withErrors, type KeptError } from "./errors";
import { formulasLeft, spillReaders } from "./remaining";
import { isInScope, type Scope } from "./scope";

/** Why nothing can be replaced. */
export type ShareObstacle =
  /** What is selected is not one block of cells; no formula in the scope asks Orebook. */
  | { readonly reason: "selection" | "nothing" }
  | { readonly reason: "protected"; readonly sheets: readonly string[] }
  /** The cells have not been calculated; Excel does not know their function; their spill has no room; they refer to a spill as one (`A1#`), which would end. */
  | { readonly reason: "notCalculated" | "unrecognised" | "blocked" | "spillRead"; readonly places: readonly Place[] }
  /** The sheets that keep formulas and sources cannot be written. */
  | { readonly reason: "ownSheet"; readonly refusal: SheetRefusal };

/** One formula and the values that take its place. */
export interface Conversion {
  readonly entry: AuditEntry;
  readonly values: readonly (readonly Content[])[];
  /** Whether its values are left out: they may not be passed on. */
  readonly isLeftOut: boolean;
}

export interface SharePlan {
  readonly conversions: readonly Conversion[];
  readonly obstacles: readonly ShareObstacle[];
  /** What shows an error and will say so in a text: formulas, and missing figures of tables of values. */
  readonly told: readonly AuditEntry[];
  readonly kept: readonly KeptError[];
  /** Cells of tables of values that are left out, with what they hold: nothing keeps it. */
  readonly emptied: readonly { readonly place: Place; readonly value: Scalar }[];
}

/** How the sheet of replaced formulas writes the missing figure of a table of values. */
const MISSING_FORMULA = "=NA()";

const SPILL_ERROR = "#SPILL!";

/** Whether what was replaced is the missing figure of a table of values, and no formula. */
export function isMissing({ formula }: { readonly formula: string }): boolean {
  return formula === MISSING_FORMULA;
}

/** What goes back to the first cell of what was replaced. */
export function originalOf(replaced: { readonly formula: string }): Content {
  return isMissing(replaced) ? { error: MISSING_ERROR } : { formula: replaced.formula };
}

/** What replacing formulas by values would write, and what must be refused. `charts` are those of the workbook; the values of what is `leftOut` do not stay. */
export function planShare(
  scan: WorkbookScan,
  entries: readonly AuditEntry[],
  scope: Scope | undefined,
  charts: readonly DrawnChart[] = [],
  leftOut: (entry: AuditEntry) => boolean = () => false,
): SharePlan {
  if (!scope) return { conversions: [], obstacles: [{ reason: "selection" }], told: [], kept: [], emptied: [] };
  const tables = entries.filter(({ kind }) => kind === "table").map(({ place }) => place);
  const inScope = entries.filter(({ place }) => isInScope(scope, place, tables));
  const chosen = [
    ...inScope.filter(({ kind }) => kind === "formula"),
    ...inScope.filter(({ kind }) => kind === "table").flatMap((table) => missingIn(scan, table)),
  ];
  const emptied = inScope
    .filter((entry) => entry.kind === "table" && leftOut(entry))
    .flatMap(({ licensed = [] }) => licensed)
    .map((place) => ({ place, value: scan.sheet(place.sheetId)!.value(place.row, place.column) }));
  const erring = withErrors(scan, chosen);
  const remaining = formulasLeft(scan, chosen);
  const readers = errorReaders(scan, erring, remaining, charts);
  const replaced = chosen.filter((entry) => !(isMissing(entry) && readers.has(entry)));
  return {
    conversions: replaced.map((entry) => {
      const isLeftOut = leftOut(entry);
      const values = valuesOf(scan, entry, readers.has(entry));
      return { entry, values: isLeftOut ? values.map((row) => row.map(() => NOT_AVAILABLE)) : values, isLeftOut };
    }),
    obstacles: obstaclesTo(scan, replaced, spillReaders(remaining, replaced), emptied),
    told: erring.filter((entry) => !readers.has(entry)),
    kept: [...readers].map(([{ place }, reader]) => ({ place, reader })),
    emptied,
  };
}

/** The writes of a plan. What is emptied is an error, so that no sum and no chart takes it for nothing. */
export function shareWrites({ conversions, emptied }: SharePlan): Write[] {
  return [
    ...conversions.map(({ entry: { place }, values }) => writeAt(place, values)),
    ...emptied.map(({ place }) => writeAt(place, [[{ error: MISSING_ERROR }]])),
  ];
}

/** The writes that bring everything back that a plan replaces. */
export function unsharedWrites({ conversions, emptied }: SharePlan): Write[] {
  return [
    ...conversions.map(({ entry }) => originalWrite(entry.place, entry)),
    ...emptied.map(({ place, value }) => writeAt(place, [[value]])),
  ];
}

export function writeAt({ sheetId, row, column }: Place, content: Write["content"]): Write {
  return { sheetId, row, column, content };
}

/** The write that brings back what was replaced: what a formula spills over is emptied for it. */
export function originalWrite(place: Place, replaced: { readonly formula: string }): Write {
  const content = Array.from({ length: place.rows }, () => Array<Content>(place.columns).fill(null));
  content[0]![0] = originalOf(replaced);
  return writeAt(place, content);
}

function obstaclesTo(
  scan: WorkbookScan,
  entries: readonly AuditEntry[],
  spillRead: readonly Place[],
  emptied: SharePlan["emptied"],
): ShareObstacle[] {
  if (entries.length + emptied.length === 0) return [{ reason: "nothing" }];
  const written = [...entries, ...emptied].map(({ place }) => place.sheetId);
  const sheets = [...new Set(written)].map((id) => scan.sheet(id)!);
  const locked = sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name);
  const places = (of: (entry: AuditEntry) => boolean) => entries.filter(of).map(({ place }) => place);
  const found: ShareObstacle[] = [
    { reason: "notCalculated", places: places(({ state }) => state === "notCalculated") },
    { reason: "unrecognised", places: places(({ state }) => state === "unrecognised") },
    { reason: "blocked", places: places(({ value }) => showsError(value, SPILL_ERROR)) },
    { reason: "spillRead", places: spillRead },
  ];
  return [
    ...(locked.length > 0 ? [{ reason: "protected", sheets: locked } as const] : []),
    ...found.filter((obstacle) => "places" in obstacle && obstacle.places.length > 0),
  ];
}

/** The missing figures of a table of values, which no reader without the add-in should meet as errors. */
function missingIn(scan: WorkbookScan, table: AuditEntry): AuditEntry[] {
  const { place, question } = table;
  const sheet = scan.sheet(place.sheetId)!;
  return sheet.values(place).flatMap((row, r) =>
    row.flatMap((value, c): AuditEntry[] => {
      const cell = { ...place, row: place.row + r, column: place.column + c, rows: 1, columns: 1 };
      if (!isError(value) || value.error !== MISSING_ERROR || sheet.formula(cell.row, cell.column) !== undefined)
        return [];
      return [
        {
          ...table,
          kind: "formula",
          place: cell,
          formula: MISSING_FORMULA,
          value,
          state: "error",
          figures: [],
          events: [],
          sources: [],
          status: question,
        },
      ];
    }),
  );
}

function valuesOf(scan: WorkbookScan, { place }: AuditEntry, keepErrors: boolean): Content[][] {
  return scan
    .sheet(place.sheetId)!
    .values(place)
    .map((row) => row.map((cell) => contentOf(cell, keepErrors)));
}

function contentOf(cell: Scalar, keepErrors: boolean): Content {
  // A formula that gives "" leaves a text without letters, not an empty cell: what reads it must see the same.
  if (cell === null) return "";
  return isError(cell) ? (keepErrors ? cell : NOT_AVAILABLE) : cell;
}
