import type { Place } from "../../../sheets/notation/place";
import type { CellArguments } from "../../builder/cell-arguments";
import type { PaneContext } from "../../context/pane-context";
import { formulaText } from "../../../functions/calls/call";
import { fill, h } from "../../widgets/dom";
import { formulaParts } from "../../words/cell-text";
import type { InsertPlan } from "./insert-plan";
import type { PreviewWords } from "./preview";

/** Where the metal and the year of a formula can be taken from cells. What that needs is fetched when it is opened. */
export function fromCellsPart(context: PaneContext, changed: () => void) {
  const { texts, culture, nameOf } = context;
  let part: CellArguments | undefined;
  let at: Place | undefined;
  const content = h("div", {});
  const element = h("details.from-cells", h("summary", { tabindex: 0 }, texts.insert.fromCells), content);
  const fetch = async () => {
    try {
      const { cellArguments } = await import(/* webpackChunkName: "views/tables" */ "../../builder/cell-arguments");
      part ??= cellArguments(context, changed);
      fill(content, part.element);
      changed();
      if (at) part.looked(at);
    } catch (error) {
      fill(
        content,
        h(
          "p.quiet",
          { role: "alert" },
          texts.insert.faults.failed(error instanceof Error ? error.message : String(error)),
        ),
      );
    }
  };
  element.addEventListener("toggle", () => void (element.open && !part ? fetch() : changed()));
  return {
    element,
    looked(to: Place) {
      at = to;
      part?.looked(to);
    },
    /** What is inserted and shown instead where an argument comes from a cell. */
    applied(plan: InsertPlan, own: PreviewWords) {
      const found = element.open ? part?.applied(plan.call) : undefined;
      if (!found) return undefined;
      const { block } = found;
      const isSameShape = block.rows === plan.block.rows && block.columns === plan.block.columns;
      const formula = formulaText(found.call, culture.list, nameOf);
      return {
        // The title of a chart could not follow the cells.
        what: {
          block: isSameShape ? { ...plan.block, content: block.content, chart: undefined } : block,
          reads: found.reads,
        },
        preview: { ...own, content: formulaParts(formula, culture.list), result: found.line, formula },
      };
    },
  };
}

export type FromCells = ReturnType<typeof fromCellsPart>;
