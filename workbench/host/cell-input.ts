/**
 * What Excel makes of text that is entered into a cell: a formula, a number, a date, a truth value, an error, or text.
 * It is why dataset text must be written with care: `2024-06` becomes a date and `-abc` a formula.
 */
import { toSerial } from "./number-format";
import type { CellInput, CellValue } from "./workbook-model";

export interface Entry {
  readonly value: CellValue;
  /** With its equals sign; `""` for anything else. */
  readonly formula: string;
  /** The format Excel gives a General cell for such an entry. */
  readonly numberFormat?: string;
}

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?$/i;
const ERRORS = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"];
const DATES: readonly [pattern: RegExp, order: readonly ("y" | "m" | "d")[], format: string][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ["y", "m", "d"], "m/d/yyyy"],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, ["m", "d", "y"], "m/d/yyyy"],
  [/^(\d{4})[-/](\d{1,2})$/, ["y", "m"], "mmm-yy"],
  [/^(\d{1,2})[-/](\d{4})$/, ["m", "y"], "mmm-yy"],
];

const plain = (value: CellValue): Entry => ({ value, formula: "" });

function number(text: string): number | null {
  return NUMBER.test(text) && /\d/.test(text) ? Number(text.replaceAll(",", "")) : null;
}

function date(text: string): Entry | null {
  for (const [pattern, order, numberFormat] of DATES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const part = (name: "y" | "m" | "d"): number => (order.includes(name) ? Number(match[order.indexOf(name) + 1]) : 1);
    const [year, month, day] = [part("y"), part("m"), part("d")];
    const inMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= inMonth) {
      return { value: toSerial(year, month, day), formula: "", numberFormat };
    }
  }
  return null;
}

/** Reads one entry into a cell whose number format is `numberFormat`; a text cell (`@`) takes everything as it is. */
export function readEntry(input: Exclude<CellInput, null>, numberFormat: string): Entry {
  if (typeof input !== "string" || numberFormat === "@") return plain(input);
  if (input.startsWith("'")) return plain(input.slice(1));
  if (input.startsWith("=") && input.length > 1) return { value: "", formula: input };
  const text = input.trim();
  const value = number(text);
  if (value !== null) return plain(value);
  const percent = text.endsWith("%") ? number(text.slice(0, -1).trim()) : null;
  // Shifted as text: a division would leave 5.9% as 0.059000000000000004.
  if (percent !== null)
    return { value: Number(`${percent}e-2`), formula: "", numberFormat: Number.isInteger(percent) ? "0%" : "0.00%" };
  if (/^(true|false)$/i.test(text)) return plain(text.toLowerCase() === "true");
  if (ERRORS.includes(text.toUpperCase())) return plain({ error: text.toUpperCase() });
  // What cannot be a number after these signs is taken for a formula.
  if (/^[+\-@]./.test(text)) return { value: "", formula: `=${text.replace(/^@/, "")}` };
  return date(text) ?? plain(input);
}
