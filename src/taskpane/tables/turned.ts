import { Refusal } from "../../query/refusal";
import type { Block } from "../../sheets/insert/block";
import { headerWidth, textWidth } from "../../sheets/text-width";
import { mainName, type Recipe, type TableCell } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { formulaText } from "../../functions/calls/call";
import { h } from "../widgets/dom";
import { GENERAL } from "../words/number-format";
import type { BuiltTable } from "./table-model";
import { cellElement, cellText, MISSING, placesOf } from "./table-preview";

/** Columns of figures need no more, in characters. */
const WIDEST_FIGURE = 14;

/** A table turned on its side, its periods in a row: one formula that spills, header and rows alone. */
export function turnedBlock(
  { nameOf }: Pick<PaneContext, "nameOf">,
  recipe: Recipe,
  { block, layout, request }: BuiltTable,
): Block {
  const { item, from, to, unit } = request.arguments;
  const call = formulaText(
    { id: "METALS.TABLE", args: [mainName(recipe), item, yearOf(from), yearOf(to), unit] },
    ",",
    nameOf,
  );
  const widths = [
    Math.max(...block.header.map(headerWidth)),
    ...block.rows.map((cells) =>
      Math.min(WIDEST_FIGURE, Math.max(...cells.map(({ value }) => textWidth(String(value))))),
    ),
  ];
  return {
    content: [[{ formula: `=TRANSPOSE(${call.slice(1)})` }]],
    rows: block.header.length,
    columns: block.rows.length + 1,
    headers: 1,
    formats: [],
    rowFormats: layout.formats.map((format) => format ?? GENERAL),
    figures: [false, ...block.rows.map(hasFigures)],
    widths,
  };
}

/** Whether a row of the table has figures behind its first word, and so has a column of the turned one. */
function hasFigures(cells: readonly TableCell[]): boolean {
  return cells.slice(1).some(({ value }) => typeof value === "number");
}

/** The turned table as it will look. */
export function turnedPreview(context: PaneContext, { block }: BuiltTable): HTMLElement {
  const { header, kinds, rows, title } = block;
  const line = (text: string, column: number) => {
    const places = placesOf(block, column);
    const cells = rows.map((cells) =>
      column === 0
        ? h(
            "th",
            { scope: "col", class: hasFigures(cells) ? "number" : undefined },
            cellText(context, kinds[0]!, plainOf(cells[0]!)),
          )
        : cellElement(context, kinds[column]!, cells[column]!, false, places),
    );
    return h("tr", {}, h("th", { scope: "row" }, text), ...cells);
  };
  const table = h("table", { class: "table-preview", "aria-label": title }, h("tbody", {}, ...header.map(line)));
  return h(
    "section",
    { class: "card preview-card" },
    h("h2", {}, title),
    h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": context.texts.tables.preview }, table),
  );
}

function plainOf({ value }: TableCell): string | number {
  return value instanceof Refusal ? MISSING : value;
}

/** A year goes into a formula as a number, a month as a text. */
function yearOf(period: string | undefined): string | number | undefined {
  return period !== undefined && /^\d{4}$/.test(period) ? Number(period) : period;
}
