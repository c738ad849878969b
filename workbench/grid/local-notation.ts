/** Formulas typed in the notation of the host's language: `=METALS.IMPORTS("copper";2024)` where the comma is the decimal sign. */
import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import type { HostLocale } from "../host/host-locale";

/** Texts, names of sheets in quotes, array constants, or one other character. */
const PART = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|[^]/g;

/**
 * The formula in English notation, as Excel and Univer keep it. One without the local list separator is taken to be in
 * English already: the add-in writes it so, and so Univer shows it for editing.
 */
export function toEnglish(formula: string, { list, decimal }: Pick<HostLocale, "list" | "decimal">): string {
  const parts: readonly string[] = formula.match(PART) ?? [];
  if (list === "," || !parts.includes(list)) return formula;
  return parts.map((part) => (part === list ? "," : part === decimal ? "." : part)).join("");
}

/** Rewrites the formulas of cells that are about to be written. */
export function translateCells(
  cells: IObjectMatrixPrimitiveType<Nullable<ICellData>> | undefined,
  locale: HostLocale,
): void {
  for (const row of Object.values(cells ?? {})) {
    for (const cell of Object.values<Nullable<ICellData>>(row ?? {})) if (cell?.f) cell.f = toEnglish(cell.f, locale);
  }
}
