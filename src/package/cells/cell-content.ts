import type { Scalar } from "../../sheets/formula";
import { addressOfCell, cellsOf } from "../../sheets/notation/place";
import type { Rectangle } from "../../sheets/notation/reference";
import { escapeCellText, escapeXml } from "../xml";

/** A value as a cell of a file has it. */
export interface Kind {
  /** The cell's type as the format writes it; "" for a number. */
  readonly type: string;
  readonly text: string | undefined;
}

export function kindOf(value: Scalar, hasFormula: boolean): Kind {
  if (value === null) return { type: "", text: undefined };
  if (typeof value === "number") return { type: "", text: String(value) };
  if (typeof value === "boolean") return { type: "b", text: value ? "1" : "0" };
  if (typeof value === "object") return { type: "e", text: value.error };
  return { type: hasFormula ? "str" : "inlineStr", text: escapeCellText(value) };
}

export function contentOf({ type, text }: Kind, prefix: string): string {
  if (text === undefined) return "";
  if (type !== "inlineStr") return `<${prefix}v>${text}</${prefix}v>`;
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}is><${prefix}t${space}>${text}</${prefix}t></${prefix}is>`;
}

/** A whole cell as a file has it, with a formula or without. */
export function cellMarkup(
  cell: {
    row: number;
    column: number;
    value: Scalar;
    formula?: string;
    area?: Rectangle | undefined;
    mark?: string | undefined;
  },
  style: string | undefined,
  prefix: string,
): string {
  const { row, column, value, formula, area, mark } = cell;
  const kind = kindOf(value, formula !== undefined);
  const fills = area ? ` t="array" ref="${cellsOf(area)}"` : "";
  const f = formula === undefined ? "" : `<${prefix}f${fills}>${escapeXml(formula)}</${prefix}f>`;
  const attributes = `r="${addressOfCell(row, column)}"${style ? ` s="${style}"` : ""}${kind.type ? ` t="${kind.type}"` : ""}${mark ? ` cm="${mark}"` : ""}`;
  return `<${prefix}c ${attributes}>${f}${contentOf(kind, prefix)}</${prefix}c>`;
}
