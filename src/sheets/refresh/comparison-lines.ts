import type { Language } from "../../query/describe";
import { isError, type Scalar } from "../formula";
import { addressOf } from "../notation/place";
import { plainOf, type Content } from "../write/content";
import { blockChanges } from "./block-changes";
import type { FormulaChange, FormulaPlace } from "./formulas/formula-changes";
import type { Comparison, TableComparison } from "./comparison";
import type { Reason } from "./formulas/reason";
import type { ChangeGroup } from "./formulas/group";
import { obstacleText, refreshTexts } from "./texts";

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
  const { reasons, remarks } = refreshTexts(language);
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
      : line(addressOf(at), formula, toldScalar(one.old), toldScalar(one.now), {
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
    note: refreshTexts(language).remarks.untold,
  });
}

function tableLines(
  { title, address, isPasted, changes, obstacle }: TableComparison,
  language: Language,
): ChangeLine[] {
  const { reasons, remarks } = refreshTexts(language);
  const hindered = obstacle
    ? [line(address, title, "", "", { group: "other", reason: "", source: "", note: obstacleText(obstacle, language) })]
    : [];
  const lines = changes.map((change) => {
    const what = change.header === "" ? title : `${title}: ${change.header}`;
    return line(change.address, what, toldContent(change.old), toldContent(change.new), {
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

function toldScalar(value: Scalar): Told {
  return isError(value) ? value.error : (value ?? "");
}

function toldContent(content: Content): Told {
  return plainOf(content);
}
