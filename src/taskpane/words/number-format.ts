import type { Decimal } from "../../dataset/decimal";
import type { Unit } from "../../query/units/units";
import { numberWidth, textWidth } from "../../sheets/text-width";

/** Excel's name for a cell without a format. */
export const GENERAL = "General";

/** More digits than this after the point say nothing in a cell; the cell keeps them all the same. */
const MOST_PLACES = 4;

/** Excel's number format for values in a unit: thousands separated, as many places as the values need, fractions as per cent. */
export function numberFormat(unit: Unit, values: readonly Decimal[]): string {
  const isFraction = unit.kind === "rate" && unit.scale === 0;
  const places = Math.max(0, ...values.map((value) => placesOf(value) - (isFraction ? 2 : 0)));
  const point = places > 0 ? `.${"0".repeat(Math.min(places, MOST_PLACES))}` : "";
  return isFraction ? `0${point}%` : `#,##0${point}`;
}

function placesOf(value: Decimal): number {
  return value.toString().split(".")[1]?.length ?? 0;
}

/** Characters a cell needs, thousands separators and places included. */
export function widthOf(cell: number | string, format: string): number {
  return typeof cell === "string" ? textWidth(cell) : numberWidth(cell, format);
}
