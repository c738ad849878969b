import type { Cell, Outcome } from "./engine";

/** An outcome for people: the value, tab-separated rows, or the error value and why. */
export function asText(outcome: Outcome): string {
  if ("error" in outcome) return `${outcome.error}  ${outcome.message}`;
  const { value } = outcome;
  return Array.isArray(value) ? value.map((row) => row.map(cellText).join("\t")).join("\n") : cellText(value);
}

/** An outcome for programs: one line of JSON. */
export function asJson(outcome: Outcome): string {
  return JSON.stringify(outcome);
}

/** Every digit of a number; TRUE and FALSE as Excel writes them. */
function cellText(cell: Cell): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}
