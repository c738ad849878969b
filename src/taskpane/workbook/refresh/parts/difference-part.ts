import type { TableScope } from "../../../../sheets/tables/find/scope";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import { check } from "../../../insert/check";
import { fill, h } from "../../../widgets/dom";
import { segments } from "../../../widgets/segments";
import { changeList } from "../change-list";
import { actionButton, keyed, type RefreshPage } from "./part";

const SCOPES = ["none", "selection", "sheet", "workbook"] as const satisfies readonly TableScope[];

/** What a move would change, how it is to be done, and doing it. */
export function differencePart(page: RefreshPage) {
  const { context, texts, releases } = page;
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
  const renew = keyed(difference, page);
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
