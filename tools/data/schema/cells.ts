import type { Report } from "../problem";
import type { Field } from "../read/descriptor";
import { splitList, type Table } from "../read/table";

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const INTEGER = /^[+-]?\d+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Holds every cell against its field: required, type, enum, pattern. */
export function checkCells(table: Table, report: Report): void {
  for (const field of table.resource.schema?.fields ?? []) {
    const faultOf = cellCheck(field);
    for (const row of table.rows) {
      const fault = faultOf(row.get(field.name));
      if (fault) report.problem(row, `${field.name}: ${fault}`);
    }
  }
}

/** Whether text is a day of the calendar, as 2025-08-14. */
export function isDay(text: string): boolean {
  if (!DATE.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function cellCheck(field: Field): (text: string) => string | undefined {
  const { required, enum: allowed, pattern } = field.constraints ?? {};
  const shape = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, "u");
  return (text) => {
    if (text === "") return required ? "is empty" : undefined;
    if (text !== text.trim() || text.includes("\n")) return "has a space at its start or end, or a line break";
    const fault = typeFault(field, text);
    if (fault) return fault;
    if (allowed && !allowed.includes(text)) return `"${text}" is none of ${allowed.join(", ")}`;
    if (shape && !shape.test(text))
      return `"${text}" is not written as ${field.name} must be: ${field.description ?? pattern ?? ""}`;
    return undefined;
  };
}

function typeFault({ type, list }: Field, text: string): string | undefined {
  if (type === "number" && !NUMBER.test(text)) return `"${text}" is not a number in plain digits`;
  if (type === "integer" && !INTEGER.test(text)) return `"${text}" is not a whole number`;
  if (type === "date" && !isDay(text)) return `"${text}" is not a day such as 2025-08-14`;
  if (list && splitList(text, list.delimiter).some((element) => element === "" || element !== element.trim())) {
    return `"${text}" has an empty element or spaces around one`;
  }
  return undefined;
}
