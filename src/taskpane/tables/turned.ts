import { Refusal } from "../../query/refusal";
import type { Block } from "../../sheets/insert/block";
import { formatIn } from "../../sheets/tables/layout";
import { headerWidth, numberWidth } from "../../sheets/text-width";
import { mainName, type Recipe, type TableCell } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { formulaText } from "../../functions/calls/call";
import { GENERAL } from "../words/number-format";
import type { BuiltTable } from "./table-model";
import { MISSING } from "./table-preview";

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
      Math.max(...cells.map(({ value }, column) => widthOf(value, column > 0 ? layout.formats[column] : undefined))),
    ),
  ];
  return {
    content: [[{ formula: `=TRANSPOSE(${call.slice(1)})` }]],
    rows: block.header.length,
    columns: block.rows.length + 1,
    headers: 1,
    formats: [],
    rowFormats: layout.formats.map((format) => format ?? GENERAL),
    cellFormats: layout.formats.map((usual, column) => [undefined, ...bounds(block, usual, column)]),
    // A row with figures behind its first word is a column of them in the turned table.
    figures: [false, ...block.rows.map((cells) => cells.slice(1).some(({ value }) => typeof value === "number"))],
    widths,
  };
}

/** The formats of a column's figures that are bounds, with the decimals of the row in which they come to stand. */
function bounds({ rows }: BuiltTable["block"], usual: string | undefined, column: number): (string | undefined)[] {
  return rows.map((cells) => {
    const cell = cells[column]!;
    return cell.bound && usual !== undefined ? formatIn(cell, usual) : undefined;
  });
}

/** `format`: of the row it comes to stand in; undefined for the name at its head. */
function widthOf(value: TableCell["value"], format: string | undefined): number {
  if (typeof value === "number" && format !== undefined) return numberWidth(value, format);
  return headerWidth(value instanceof Refusal ? MISSING : String(value));
}

/** A year goes into a formula as a number, a month as a text. */
function yearOf(period: string | undefined): string | number | undefined {
  return period !== undefined && /^\d{4}$/.test(period) ? Number(period) : period;
}
