import type { TableOutcome } from "../../../../sheets/refresh/outcome";
import { obstacleText } from "../../../../sheets/refresh/texts";
import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import type { PaneContext } from "../../../context/pane-context";
import { faultText } from "../../progress/running";
import { fill, h } from "../../../widgets/dom";
import type { RefreshViewTexts } from "../texts";
import { actionButton, keyed, type RefreshPart } from "./part";

/** What the last refresh came to: cells, tables, what went wrong, and the way back. */
export function outcomePart(
  { language, numbers }: PaneContext,
  texts: RefreshViewTexts,
  releases: ReleaseControl,
  heir: HTMLElement,
): RefreshPart {
  const element = h("div", { class: "refresh-outcome", role: "status" });
  const build = ({ outcome: last, canUndo, fault }: ReleaseState) => {
    const words = fault && (fault === "canceled" ? texts.canceled : faultText(texts, fault));
    const result =
      last &&
      {
        done: () => texts.done(numbers.count(last.cells)),
        unchanged: () => texts.unchanged,
        stopped: () => texts.stopped(numbers.count(last.left.length)),
      }[last.kind]();
    fill(
      element,
      words && h("p", { class: "refresh-warning" }, words),
      result && h("p", {}, result),
      last && tableList(last.tables),
      canUndo &&
        h(
          "div",
          { class: "refresh-buttons" },
          actionButton(texts.undo, () => releases.undo()),
        ),
    );
  };
  const tableList = (all: readonly TableOutcome[]) => {
    const told = all.filter(({ state, cells }) => state !== "new" || cells > 0);
    const same = all.length - told.length;
    return (
      all.length > 0 &&
      h(
        "ul",
        {},
        ...told.map((table) => h("li", {}, tableWords(table))),
        same > 0 && h("li", { class: "quiet" }, texts.tablesSame(numbers.count(same))),
      )
    );
  };
  const tableWords = ({ title: table, address, state, obstacle }: TableOutcome) => {
    const name = texts.tableAt(table, address);
    if (state === "new") return texts.tableNew(name);
    return state === "unsure"
      ? texts.tableUnsure(name)
      : texts.tableOld(name, obstacle ? obstacleText(obstacle, language) : "");
  };
  const renew = keyed(element, heir);
  return {
    element,
    show: (state) => renew(JSON.stringify([state.outcome, state.fault, state.canUndo]), () => build(state)),
  };
}
