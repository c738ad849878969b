import type { Observation } from "../../../dataset/records";
import { viewAt } from "../../../dataset/view";
import type { Session } from "../../../functions";
import { figureOf, type Provenance } from "../../../tables";
import { addressOf } from "../../notation/place";
import type { Content } from "../../write/content";
import type { ChangeGroup } from "../../refresh/formulas/group";
import { kindOfChange, whyDifferent, type Why } from "../../refresh/formulas/reason";
import type { TableLayout } from "../layout";
import { sameContent, type TablePlan } from "./plan";
import { placeOf } from "../../scan";

/** A cell of an inserted table that would show something else. */
export interface TableCellChange extends Why {
  readonly group: ChangeGroup;
  /** Where it is now, or will be; with its sheet. */
  readonly address: string;
  /** Header of its column; "" for title, unit, header, sources and notes. */
  readonly header: string;
  /** null: there was, or will be, nothing. */
  readonly old: Content;
  readonly new: Content;
}

/** What a refresh would change in a table: figures, and the words around them. */
export function tableChanges({ instance, before, after }: TablePlan, from: Session, to: Session): TableCellChange[] {
  const { sheet, area } = instance;
  const old = new Map(before.rows.map((row, i) => [row.key, i]));
  const kept = new Set(after.rows.map(({ key }) => key));
  const columns = Math.max(before.columns, after.columns);
  const change = (oldRow: number | undefined, newRow: number | undefined): TableCellChange[] => {
    const { isBody } = (newRow === undefined ? before.rows[oldRow!] : after.rows[newRow])!;
    return Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
      const [left, right] = [cellAt(before, oldRow, column), cellAt(after, newRow, column)];
      if (sameContent(left.content, right.content)) return [];
      const cell = { row: area.row + (oldRow ?? newRow ?? 0), column: area.column + column, rows: 1, columns: 1 };
      const [earlier, later] = [evidenceOf(left.provenance, from), evidenceOf(right.provenance, to)];
      return [
        {
          address: addressOf(placeOf(sheet, cell)),
          header: isBody ? headerOf(after, column) || headerOf(before, column) : "",
          old: left.content,
          new: right.content,
          ...whyDifferent(earlier, later, from, to),
          group: (isBody && groupOfRow(oldRow, newRow)) || kindOfChange(earlier, later, from, to),
        },
      ];
    });
  };
  return [
    ...after.rows.flatMap((row, i) => change(old.get(row.key), i)),
    ...before.rows.flatMap((row, i) => (kept.has(row.key) ? [] : change(i, undefined))),
  ];
}

/** What a row is called comes and goes with its figures. */
function groupOfRow(oldRow: number | undefined, newRow: number | undefined): ChangeGroup | undefined {
  return oldRow === undefined ? "newlyAnswered" : newRow === undefined ? "noLonger" : undefined;
}

function cellAt(
  { rows }: TableLayout,
  row: number | undefined,
  column: number,
): { content: Content; provenance: readonly Provenance[] } {
  const found = row === undefined ? undefined : rows[row];
  return { content: found?.cells[column] ?? null, provenance: found?.provenance[column] ?? [] };
}

function headerOf({ rows }: TableLayout, column: number): string {
  const header = rows.find(({ key }) => key === "header")?.cells[column];
  return typeof header === "string" ? header : "";
}

function evidenceOf(
  provenance: readonly Provenance[],
  { dataset, standing }: Session,
): { value: null; evidence: Observation[] } {
  const view = viewAt(dataset, standing);
  return { value: null, evidence: provenance.flatMap((one) => figureOf(view, one) ?? []) };
}
