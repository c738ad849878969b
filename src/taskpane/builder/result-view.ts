import { isError, type Scalar } from "../../sheets/formula";
import type { PaneContext } from "../context";
import { h } from "../dom";
import { iconOf } from "../icons";
import { cellText } from "../insert/preview";
import type { Result } from "./result";
import { builderTexts } from "./texts";

const ROWS_SHOWN = 8;

/** The answer in one line, as it stands beside the formula. */
export function resultLine(context: PaneContext, result: Result): string {
  const { insert } = context.texts;
  switch (result.kind) {
    case "cell":
      return insert.gives(result.text);
    case "error":
      return insert.gives(result.error);
    case "block":
      return insert.size(result.rows.length, result.rows[0]!.length);
    case "unknown":
      return "";
  }
}

/** What there is to say of the answer: its status, why there is none, or how the cells will look that it fills. */
export function resultView(context: PaneContext, result: Result): HTMLElement | undefined {
  const texts = builderTexts(context.language);
  const card = (...parts: (HTMLElement | false)[]) =>
    h("section", { class: "card", "aria-label": texts.result }, ...parts);
  if (result.kind === "unknown") return undefined;
  if (result.kind === "error")
    return h(
      "p",
      { class: "refusal" },
      iconOf("warning"),
      h("span", {}, h("strong", {}, result.error), " ", result.reason),
    );
  const status = result.status !== "" && h("p", { class: "quiet" }, result.status);
  if (result.kind === "cell") return card(h("p", { class: "call-value" }, result.text), status);
  const { rows } = result;
  const isHeaderOfFigures = (row: number, column: number) =>
    row === 0 && rows[0]!.every((cell) => typeof cell === "string") && typeof rows[1]?.[column] === "number";
  const isNumber = (cell: Scalar, row: number, column: number) =>
    typeof cell === "number" || isError(cell) || isHeaderOfFigures(row, column);
  const body = rows
    .slice(0, ROWS_SHOWN)
    .map((row, r) =>
      h(
        "tr",
        {},
        ...row.map((cell, c) =>
          h("td", { class: isNumber(cell, r, c) ? "number" : undefined }, scalarText(context, cell)),
        ),
      ),
    );
  return card(
    h(
      "div",
      { class: "table-scroll", tabindex: 0, role: "region", "aria-label": texts.result },
      h("table", { class: "table-preview" }, h("tbody", {}, ...body)),
    ),
    rows.length > ROWS_SHOWN && h("p", { class: "quiet" }, texts.moreRows(rows.length - ROWS_SHOWN)),
    status,
  );
}

/** A cell as Excel would show it, years without separators. */
export function scalarText(context: PaneContext, value: Scalar): string {
  if (isError(value)) return value.error;
  return typeof value === "number" ? cellText(context, value) : String(value ?? "");
}
