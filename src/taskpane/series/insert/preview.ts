import type { PaneContext } from "../../context/pane-context";
import { formulaText } from "../../../functions/calls/call";
import { cellText, formulaParts } from "../../words/cell-text";
import { withUnit, unitText } from "../../words/figures";
import type { InsertPlan } from "./insert-plan";

export interface PreviewWords {
  /** What will stand in the first cell, or in the only one; may be broken between the parts. */
  readonly content: readonly string[];
  /** What the formula gives, or how large the block is. */
  readonly result: string;
  /** The formula as the user would type it. */
  readonly formula: string;
}

/** Exactly what will be written, in the user's own notation. */
export function previewWords(
  context: PaneContext,
  { choice, call, takesUnit, cells, block }: InsertPlan,
  baseUnit: string,
): PreviewWords {
  const { texts, culture, nameOf, session, language } = context;
  const formula = formulaText(call, culture.list, nameOf);
  const parts = formulaParts(formula, culture.list);
  const unit = unitText(session.dataset, (takesUnit ? choice.unit : undefined) ?? baseUnit, language);
  const size = texts.insert.size(block.rows, block.columns);
  if (choice.what === "series") {
    const list = cells.slice(0, 3).map((row) => row.map((cell) => cellText(context, cell)).join("  "));
    return choice.as === "formula"
      ? { content: parts, result: size, formula }
      : { content: [`${list.join(" | ")} …`], result: size, formula };
  }
  const value = cellText(context, cells[0]![0]!);
  return choice.as === "formula"
    ? { content: parts, result: texts.insert.gives(withUnit(value, unit)), formula }
    : { content: [value], result: unit, formula };
}
