import type { Language } from "../../query/describe";
import { rowsOf, toldOf, type Scalar, type Value } from "../formula";
import { addressOf } from "../notation/place";
import { plainOf } from "../write/content";
import type { Comparison, TableComparison } from "./comparison";
import type { FormulaChange, FormulaPlace } from "./formulas/formula-changes";
import type { ChangeGroup } from "./formulas/group";
import type { Reason } from "./formulas/reason";
import { obstacleText, refreshTexts } from "./texts";

/** How what a formula fills differs, counted from its own cell: a cell that shows another value, or rows that only stand elsewhere. */
type BlockChange =
  | { readonly kind: "cell"; readonly row: number; readonly column: number; readonly old: Scalar; readonly now: Scalar }
  | {
      readonly kind: "moved";
      readonly row: number;
      readonly rows: number;
      readonly columns: number;
      readonly by: number;
    };

type Rows = readonly (readonly Scalar[])[];

/**
 * The changes between two answers, from the top. Rows are known again by their first cell, so that a new one at the top is
 * told as itself and as one move of all others, not as another value in every cell.
 */
export function blockChanges(old: Value, now: Value): BlockChange[] {
  const [left, right] = [rowsOf(old), rowsOf(now)];
  const [before, after] = [placesOf(left), placesOf(right)];
  const from = after && before && [...after.keys()].map((key) => before.get(key));
  if (!from?.some((place, row) => place !== undefined && place !== row)) {
    const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => row);
    return rows.flatMap((row) => cellsOf(row, left[row], right[row]));
  }
  const gone = left.flatMap((cells, row) => (after!.has(keyOf(cells)) ? [] : cellsOf(row, cells, undefined)));
  return [
    ...gone,
    ...right.flatMap((cells, row) => [...moveAt(row, from, cells), ...cellsOf(row, left[from[row]!], cells)]),
  ];
}

/** The move that begins at a row, if one does: of all that follow it and come from as far. */
function moveAt(row: number, from: readonly (number | undefined)[], { length }: readonly Scalar[]): BlockChange[] {
  const by = (at: number) => (from[at] === undefined ? 0 : at - from[at]);
  if (by(row) === 0 || (row > 0 && by(row - 1) === by(row))) return [];
  let rows = 1;
  while (row + rows < from.length && by(row + rows) === by(row)) rows++;
  return [{ kind: "moved", row, rows, columns: length, by: by(row) }];
}

function cellsOf(row: number, old: readonly Scalar[] = [], now: readonly Scalar[] = []): BlockChange[] {
  const columns = Array.from({ length: Math.max(old.length, now.length) }, (_, column) => column);
  return columns.flatMap((column) => {
    const [a, b] = [old[column] ?? null, now[column] ?? null];
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ kind: "cell" as const, row, column, old: a, now: b }];
  });
}

/** Where each row is by its first cell; undefined where that does not tell rows apart, or is all there is of them. */
function placesOf(rows: Rows): ReadonlyMap<string, number> | undefined {
  if (rows.some((row) => row.length < 2 || row[0] === null)) return undefined;
  const places = new Map(rows.map((row, at) => [keyOf(row), at]));
  return places.size === rows.length ? places : undefined;
}

function keyOf([first]: readonly Scalar[]): string {
  return JSON.stringify(first);
}

/** What a cell shows, as it is told: a number, a text, or "" for nothing. */
export type Told = string | number | boolean;

/** One line of what would change: in the pane, and on the sheet of changes. */
export interface ChangeLine {
  /** With its sheet. */
  readonly address: string;
  /** The formula, or the table and the column. */
  readonly what: string;
  readonly old: Told;
  readonly new: Told;
  /** New minus old where both are numbers; else "". */
  readonly difference: number | "";
  readonly group: ChangeGroup;
  readonly reason: string;
  readonly source: string;
  /** What is to be known besides; "" for nothing. */
  readonly note: string;
}

/** Everything that would change, formulas first, cell by cell where a formula or a table fills several. */
export function changeLines(comparison: Comparison, language: Language): ChangeLine[] {
  const { untold, changed, tables } = comparison;
  return [
    ...changed.flatMap((change) => formulaLines(change, language)),
    ...untold.map((place) => untoldLine(place, language)),
    ...tables.flatMap((table) => tableLines(table, language)),
  ];
}

/** Nothing was wrong with what is taken back so. */
const GOES_BACK: readonly Reason[] = ["unpublished", "earlierRelease"];

function formulaLines(change: FormulaChange, language: Language): ChangeLine[] {
  const { reasons, remarks } = refreshTexts[language];
  const { formula, part, blocked, isUnrecognised, group, reason, source } = change;
  const note = [
    part === undefined ? "" : remarks.part(part),
    blocked ? remarks.blocked : "",
    isUnrecognised ? remarks.unrecognised : "",
    change.note,
  ]
    .filter((text) => text !== "")
    .join("; ");
  // What comes or goes in a block does so for a reason of its own.
  const reasonOf = (old: Scalar, now: Scalar): Reason =>
    reason === "other"
      ? reason
      : old === null
        ? "newPeriod"
        : now === null && !GOES_BACK.includes(reason)
          ? "correction"
          : reason;
  return blockChanges(change.old, change.new).map((one) => {
    const [rows, columns] = one.kind === "moved" ? [one.rows, one.columns] : [1, 1];
    const column = one.kind === "moved" ? 0 : one.column;
    const at = { ...placeOfChange(change), row: change.row + one.row, column: change.column + column, rows, columns };
    const about = { group, source };
    return one.kind === "moved"
      ? line(addressOf(at), formula, "", "", { ...about, reason: reasons[reason], note: remarks.moved(one.by) })
      : line(addressOf(at), formula, toldOf(one.old), toldOf(one.now), {
          ...about,
          reason: reasons[reasonOf(one.old, one.now)],
          note,
        });
  });
}

function placeOfChange({ address, sheetId }: FormulaChange): { sheetId: string; sheet: string } {
  const sheet = address.slice(0, address.lastIndexOf("!"));
  return { sheetId, sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet };
}

function untoldLine({ address, formula }: FormulaPlace, language: Language): ChangeLine {
  return line(address, formula, "", "", {
    group: "other",
    reason: "",
    source: "",
    note: refreshTexts[language].remarks.untold,
  });
}

function tableLines(
  { title, address, isPasted, changes, obstacle }: TableComparison,
  language: Language,
): ChangeLine[] {
  const { reasons, remarks } = refreshTexts[language];
  const hindered = obstacle
    ? [line(address, title, "", "", { group: "other", reason: "", source: "", note: obstacleText(obstacle, language) })]
    : [];
  const lines = changes.map((change) => {
    const what = change.header === "" ? title : `${title}: ${change.header}`;
    return line(change.address, what, plainOf(change.old), plainOf(change.new), {
      group: change.group,
      reason: reasons[change.reason],
      source: change.source,
      note: [change.note, isPasted ? remarks.pasted : ""].filter((text) => text !== "").join("; "),
    });
  });
  return [...hindered, ...lines];
}

function line(
  address: string,
  what: string,
  old: Told,
  now: Told,
  about: Pick<ChangeLine, "group" | "reason" | "source" | "note">,
): ChangeLine {
  return {
    address,
    what,
    old,
    new: now,
    difference: typeof old === "number" && typeof now === "number" ? now - old : "",
    ...about,
  };
}
