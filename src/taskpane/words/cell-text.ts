import type { PaneContext } from "../context/pane-context";

/** Where the line of a formula may be broken: after its arguments. */
export function formulaParts(formula: string, separator: string): string[] {
  return formula.split(new RegExp(`(?<=[(${separator}])`));
}

/** A cell in the user's own notation. A year is a number, but nobody groups its digits. */
export function cellText({ culture }: Pick<PaneContext, "culture">, cell: number | string): string {
  if (typeof cell === "string") return cell;
  return cell.toLocaleString(culture.name || "en-US", { maximumFractionDigits: 15, useGrouping: !isYear(cell) });
}

/** Whether a number reads as a year. */
export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1800 && value < 2200;
}
