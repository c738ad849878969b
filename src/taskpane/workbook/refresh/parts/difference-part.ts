import type { TableScope } from "../../../../sheets/tables/find/scope";
import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import type { PaneContext } from "../../../context/pane-context";
import { check } from "../../../insert/check";
import { fill, h } from "../../../widgets/dom";
import { segments } from "../../../widgets/segments";
import { changeList } from "../change-list";
import type { RefreshViewTexts } from "../texts";
import { actionButton, keyed } from "./part";

const SCOPES = ["none", "selection", "sheet", "workbook"] as const satisfies readonly TableScope[];

/** What a move would change, how it is to be done, and doing it. */
export function differencePart(
  context: PaneContext,
  texts: RefreshViewTexts,
  releases: ReleaseControl,
  heir: HTMLElement,
) {
  let tables: (typeof SCOPES)[number] = "workbook";
  let mark = true;
  let onlyTables = false;
  const difference = h("div.refresh-difference");
  const written = h("p.quiet", { role: "status" });
  const scope = segments(
    texts.tables,
    SCOPES.map((value) => ({ value, text: texts.scopes[value] })),
    tables,
    (chosen) => (tables = chosen),
  );
  const colour = check("colour", texts.mark, mark, (isOn) => (mark = isOn));
  const exportSheet = async () => {
    const sheet = await releases.export();
    written.textContent =
      sheet === undefined ? "" : sheet.kind === "written" ? texts.exported(sheet.place.sheet) : texts.notExported;
  };
  const renew = keyed(difference, heir);
  return {
    element: difference,
    /** Where the changes were written as a sheet. */
    written,
    /** How the workbook is to be refreshed. */
    wishes: () => ({ mark, tables }),
    show: ({ comparison }: ReleaseState) =>
      renew(comparison, () => {
        if (!comparison) return fill(difference);
        const { move, changed, untold, tables: found } = comparison;
        const mayLeaveFormulas = move === "refresh" && changed.length + untold.length > 0 && found.length > 0;
        onlyTables = false;
        fill(
          difference,
          changeList(context, texts, comparison),
          found.length > 0 && h("div.refresh-choice", h("span", texts.tables), scope.element),
          mayLeaveFormulas && check("formulas", texts.formulas, true, (isOn) => (onlyTables = !isOn)),
          colour,
          h(
            "div.refresh-buttons",
            actionButton(texts.apply[move], () => releases.move({ mark, tables, onlyTables }), "primary"),
            actionButton(texts.export, exportSheet),
          ),
        );
      }),
  };
}
