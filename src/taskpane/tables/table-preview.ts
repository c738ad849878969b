import { refusalText } from "../../functions/messages";
import { Refusal } from "../../query/refusal";
import type { ColumnKind, TableBlock, TableCell } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { unitText } from "../words/figures";

/** More rows than this are counted, not shown. */
const SHOWN = 40;

/** As many places as the number format of a table has. */
const MOST_PLACES = 3;

/** What Excel shows where there is no figure. */
export const MISSING = "#N/A";

/** The table as it will look: title, unit line, header and rows, sources and notes. */
export function tablePreview(context: PaneContext, block: TableBlock): HTMLElement {
  const { texts } = context;
  const { title, unitLine, kinds, rowKinds, rows, sourceNote, notes } = block;
  const places = kinds.map((_, column) => placesOf(rows.map((cells) => cells[column]!)));
  const head = h(
    "tr",
    ...(block.names ?? block.header).map((text, i) =>
      text === "" ? h("td", {}) : h("th", { scope: "col", class: isNumeric(kinds[i]!) ? "number" : undefined }, text),
    ),
  );
  const body = rows.slice(0, SHOWN).map((cells, row) => {
    const kind = rowKinds?.[row];
    const own = kind && placesOf(cells);
    return h(
      "tr",
      ...cells.map((cell, i) => cellElement(context, kind ?? kinds[i]!, cell, i === 0, own ?? places[i]!)),
    );
  });
  const table = h("table.table-preview", { "aria-label": title }, h("thead", head), h("tbody", ...body));
  return h(
    "section.card.preview-card",
    h("h2", title),
    unitLine !== "" && h("p.quiet", unitLine),
    h("div.table-scroll", { tabindex: 0, role: "region", "aria-label": texts.tables.preview }, table),
    rows.length > SHOWN && h("p.quiet", texts.tables.moreRows(rows.length - SHOWN)),
    h("p.quiet", sourceNote),
    ...notes.map((note) => h("p.quiet", note)),
  );
}

/** A cell of a preview; `places` behind the point of its figures. */
export function cellElement(
  context: PaneContext,
  kind: ColumnKind,
  { value, unit }: TableCell,
  isFirst: boolean,
  places: number,
): HTMLElement {
  const attributes = { class: isNumeric(kind) ? "number" : undefined };
  if (value instanceof Refusal)
    return h("td", { ...attributes, class: "number missing", title: refusalText(value, context.session) }, MISSING);
  const text = cellText(context, kind, value, places);
  const ownUnit =
    kind.kind === "value" && kind.unit === undefined && unit !== undefined && typeof value === "number"
      ? ` ${unitText(context.session.dataset, unit, context.language)}`
      : "";
  return isFirst && text !== "" ? h("th", { scope: "row" }, text) : h("td", attributes, text + ownUnit);
}

/** A cell as its number format will show it. */
export function cellText(
  { culture, language }: Pick<PaneContext, "culture" | "language">,
  kind: ColumnKind,
  value: number | string,
  places = 0,
): string {
  if (typeof value === "string") return value;
  const locale = culture.name || (language === "zh" ? "zh-CN" : "en-US");
  const inStyle = (options: Intl.NumberFormatOptions) => value.toLocaleString(locale, options).replace(/^-/, "−");
  switch (kind.kind) {
    case "fraction":
      return inStyle({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    case "index":
      return inStyle({ maximumFractionDigits: 0 });
    case "value":
      return inStyle({ minimumFractionDigits: places, maximumFractionDigits: MOST_PLACES });
    default:
      return String(value);
  }
}

/** Every figure of a column, or of a row that lies across, has as many places as the one with most. */
export function placesOf(cells: readonly TableCell[]): number {
  const numbers = cells.flatMap(({ value }) => (typeof value === "number" ? [String(value)] : []));
  return Math.min(MOST_PLACES, Math.max(0, ...numbers.map((number) => number.split(".")[1]?.length ?? 0)));
}

function isNumeric({ kind }: ColumnKind): boolean {
  return kind === "value" || kind === "fraction" || kind === "index";
}
