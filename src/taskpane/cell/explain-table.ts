import type { Observation } from "../../dataset/records";
import { viewAt } from "../../dataset/view";
import { printed } from "../../functions/answering/arithmetic";
import { callsIn } from "../../sheets/formula/calls";
import { resolveArguments } from "../../sheets/formula/evaluate";
import { buildLayout } from "../../sheets/tables/build-layout";
import { matchTable } from "../../sheets/tables/match/match-table";
import type { SelectedCell } from "../../workbook/cell/selected-cell";
import type { TableUnderCell } from "../../workbook/cell/table-under-cell";
import type { PaneContext } from "../context/pane-context";
import { explainCell, type ExplainedCall } from "./explain";

/** A cell of an inserted table of values, by what the table put there. */
export interface ExplainedTableCell {
  readonly title: string;
  /** One of the table's own; in a row or a column that its user put there; or not to be told, so much was changed by hand. */
  readonly kind: "cell" | "ownRow" | "ownColumn" | "untold";
  /** The formula that gives the same; "" for words, heads and notes. */
  readonly formula: string;
  readonly calls: readonly ExplainedCall[];
  /** Something else stands there now than was inserted. */
  readonly isChanged: boolean;
  /** What the source says by now, where that is another figure than was inserted. */
  readonly revised: { readonly from: string; readonly to: string } | undefined;
}

/** Undefined where this version cannot build the table. */
export function explainTableCell(
  context: PaneContext,
  cell: SelectedCell,
  { table, sheet, area, row, column }: TableUnderCell,
): ExplainedTableCell | undefined {
  const { session } = context;
  const built = buildLayout(session, table, table.standing);
  if ("refusal" in built) return undefined;
  const { title } = built.layout;
  const match = matchTable(sheet, area, built.layout);
  const first = built.layout.rows.findIndex(({ isBody }) => isBody);
  const [inRow, inColumn] = [match?.rows[row], match?.columns[column]];
  const found = inRow === undefined || inColumn === undefined ? undefined : built.block.rows[inRow - first]?.[inColumn];
  const kind = !match ? "untold" : inRow === undefined ? "ownRow" : inColumn === undefined ? "ownColumn" : "cell";
  if (!found?.formula) return { title, kind, formula: "", calls: [], isChanged: false, revised: undefined };
  const { formula, value, provenance } = found;
  const asked: SelectedCell = {
    ...cell,
    formula,
    calls: callsIn(formula),
    argumentsOf: (call, answer) => resolveArguments(call, { call: answer, read: () => undefined }),
  };
  const isMissing = typeof value === "object";
  const isChanged = isMissing ? typeof cell.value === "number" : cell.value !== value;
  return {
    title,
    kind,
    formula,
    calls: explainCell(context, asked),
    isChanged,
    revised: isChanged ? undefined : revisionOf(context, table.standing, provenance),
  };
}

/** Of a figure taken as it is: how its source has revised it since the table was made. */
function revisionOf(
  { session, reader }: PaneContext,
  standing: TableUnderCell["table"]["standing"],
  provenance: readonly object[],
): ExplainedTableCell["revised"] {
  const [only, ...more] = provenance;
  if (!only || more.length > 0 || !("series" in only) || !("period" in only)) return undefined;
  const figureIn = (view: typeof reader.view): Observation | undefined => {
    const series = view.catalogue.seriesById(String(only.series));
    return series && view.observation(series, String(only.period));
  };
  const [then, now] = [figureIn(viewAt(session.dataset, standing)), figureIn(reader.view)];
  if (!then || !now || reader.units.baseValue(then).compare(reader.units.baseValue(now)) === 0) return undefined;
  return { from: printed(then), to: printed(now) };
}
