import { mainName, type Recipe, type TableCell } from "../../tables";
import { Refusal } from "../../query/refusal";
import type { Block, CellContent } from "../../workbook";
import { layOutTable } from "../../workbook/refresh/tables/layout";
import type { PaneContext } from "../context";
import { h } from "../dom";
import { formulaText } from "../formula/call";
import type { TableModel } from "./table-model";
import { cellText } from "./table-preview";

type Built = Extract<TableModel, { readonly block: unknown }>;

const MISSING = "#N/A";

/** Columns of figures need no more, in characters. */
const WIDEST_FIGURE = 14;

/**
 * A table turned on its side, its periods in a row: one formula that spills, header and rows alone, or the values with
 * title, unit line and sources.
 */
export function turnedBlock({ nameOf }: Pick<PaneContext, "nameOf">, recipe: Recipe, model: Built): Block {
  const { block, request } = model;
  const { item, from, to, unit } = request.arguments;
  const shape = shapeOf(model);
  if (request.mode === "formulas") {
    const call = formulaText({ id: "METALS.TABLE", args: [mainName(recipe), item, yearOf(from), yearOf(to), unit] }, ",", nameOf);
    return { ...shape, content: [[{ formula: `=TRANSPOSE(${call.slice(1)})` }]], headers: 1 };
  }
  const wide = (text: string) => [text, ...block.rows.map(() => "")];
  const lines = block.header.map((header, column): CellContent[] => [header, ...block.rows.map((cells) => contentOf(cells[column]!))]);
  return {
    ...shape,
    content: [wide(block.title), wide(block.unitLine), ...lines, wide(block.sourceNote)],
    rows: shape.rows + 3,
    rowFormats: ["General", "General", ...shape.rowFormats, "General"],
    headers: 3,
  };
}

/** Of the header and the rows, turned. */
function shapeOf({ block }: Built): Omit<Block, "content" | "headers"> & { readonly rowFormats: readonly string[] } {
  const body = layOutTable(block, "values", "").rows.filter(({ isBody }) => isBody);
  const rowFormats = block.header.map((_, column) => body.find(({ cells }) => typeof cells[column] === "number")?.formats[column] ?? "General");
  const widths = [Math.max(...block.header.map((text) => text.length)), ...block.rows.map((cells) => Math.min(WIDEST_FIGURE, Math.max(...cells.map(({ value }) => String(value).length))))];
  return { rows: block.header.length, columns: block.rows.length + 1, formats: [], rowFormats, widths };
}

/** The turned table as it will look. */
export function turnedPreview(context: PaneContext, { block }: Built): HTMLElement {
  const { header, kinds, rows, title } = block;
  const line = (column: number) => {
    const cells = rows.map((cells) => shown(context, kinds[column]!, cells[column]!));
    return h("tr", {}, h("th", { scope: "row" }, header[column]!), ...cells.map((text) => (column === 0 ? h("th", { scope: "col" }, text) : h("td", { class: text === MISSING ? "number missing" : "number" }, text))));
  };
  const table = h("table", { class: "table-preview", "aria-label": title }, h("tbody", {}, ...header.map((_, column) => line(column))));
  return h("section", { class: "card preview-card" }, h("h2", {}, title), h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": context.texts.tables.preview }, table));
}

function shown(context: PaneContext, kind: Built["block"]["kinds"][number], { value }: TableCell): string {
  return value instanceof Refusal ? MISSING : cellText(context, kind, value);
}

function contentOf({ value }: TableCell): CellContent {
  return value instanceof Refusal ? { error: MISSING } : value;
}

/** A year goes into a formula as a number, a month as a text. */
function yearOf(period: string | undefined): string | number | undefined {
  return period !== undefined && /^\d{4}$/.test(period) ? Number(period) : period;
}
