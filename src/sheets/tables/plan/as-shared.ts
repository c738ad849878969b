import type { Session } from "../../../functions";
import { evaluate, isError, type Value } from "../../formula";
import type { Standing } from "../../record";
import { Tracer } from "../../trace/tracer";
import { NOT_AVAILABLE, type Content } from "../../write/content";
import { signature } from "../cell-content";
import type { TableInstance } from "../find/find-tables";
import type { TableLayout } from "../layout";
import { askingCells } from "./asking-cells";
import type { Written } from "./as-written";

/**
 * The layout of a table of formulas that stands as values, with what these show: its formulas answered as of where the
 * workbook stood when they were replaced, which need not be where its rows are of. What a formula of the table gave at one of
 * the standings is Orebook's, and a refresh writes it anew; anything else is somebody's own.
 */
export function asShared(
  session: Session,
  instance: TableInstance,
  written: Written,
  standings: readonly Standing[],
): TableLayout {
  const { layout } = written;
  if (instance.table.mode === instance.mode) return layout;
  const answers = standings.map((standing) => answersAt({ ...session, standing }));
  const rows = layout.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const { formula, index, there } of askingCells(session, instance, written)?.cells ?? [])
    if (answers.some((answer) => answer(formula).some((one) => signature(one) === signature(there))))
      rows[index[0]]!.cells[index[1]] = there;
  return { ...layout, rows };
}

/** What a formula shows within a session: as Excel has it, and as a shared workbook tells it. */
function answersAt(session: Session): (formula: string) => Content[] {
  const tracer = new Tracer(session);
  const call = (id: string, args: readonly Value[]) => tracer.answer(id, args)?.value;
  return (formula) => {
    const value = evaluate(formula, { read: () => undefined, call });
    if (value === undefined || Array.isArray(value)) return [];
    return isError(value) ? [value, NOT_AVAILABLE] : [value as Content];
  };
}
