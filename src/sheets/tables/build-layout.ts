import type { Session } from "../../functions";
import { refusalText } from "../../functions/messages";
import { Refusal } from "../../query/refusal";
import { build, findRecipe, type TableBlock } from "../../tables";
import type { InsertedTable, Standing } from "../record";
import { formulaFor } from "./formulas";
import { layOutTable, type TableLayout } from "./layout";
import { viewAt } from "../../dataset/view";

export type BuiltLayout = { readonly layout: TableLayout; readonly block: TableBlock } | { readonly refusal: string };

/**
 * A table as of a standing, as it was asked for. `session` answers as the workbook stands: formulas of a table that stands
 * elsewhere say as of when.
 */
export function buildLayout(
  session: Session,
  { recipe, arguments: given, mode, language }: Omit<InsertedTable, "id" | "rows" | "columns" | "standing">,
  standing: Standing,
): BuiltLayout {
  const spoken: Session = { ...session, language: language ?? "en" };
  const { item, from, to, unit } = given;
  try {
    const args = {
      item,
      from,
      to,
      unit: unit === undefined ? undefined : session.units.read(unit, "unit"),
      view: viewAt(session.dataset, standing),
    };
    const block = build(findRecipe(session.dataset, recipe, "name"), args, spoken, formulaFor);
    return { layout: layOutTable(block, mode, session.namespace), block };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: refusalText(error, session) };
    throw error;
  }
}

/** An inserted table as of a standing; refused where this version does not know the data release. */
export function layoutAt(session: Session, table: InsertedTable, standing: Standing): BuiltLayout {
  const { dataset } = session;
  if (standing.release !== undefined && dataset.ordinalOf(standing.release) < 0) return { refusal: standing.release };
  return buildLayout({ ...session, standing }, table, standing);
}

/** An inserted table as it was written last; undefined where this version cannot build it. */
export function layoutOf(session: Session, table: InsertedTable): TableLayout | undefined {
  const built = layoutAt(session, table, table.standing);
  return "layout" in built ? built.layout : undefined;
}
