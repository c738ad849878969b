import type { Report } from "../problem";
import { pathsOf, type Reference } from "../read/descriptor";
import type { Row, Table } from "../read/table";

/** Holds primary keys, unique keys, foreign keys, and the references of the elements of list cells. */
export function checkKeys(tables: ReadonlyMap<string, Table>, report: Report): void {
  for (const table of tables.values()) {
    const { fields = [], primaryKey, uniqueKeys = [], foreignKeys = [] } = table.resource.schema ?? {};
    if (primaryKey) {
      for (const row of table.rows) {
        for (const field of primaryKey) if (row.get(field) === "") report.problem(row, `${field}: is empty`);
      }
    }
    for (const key of [...(primaryKey ? [primaryKey] : []), ...uniqueKeys]) checkUnique(table, key, report);
    for (const {
      fields: [from = ""],
      reference,
    } of foreignKeys)
      checkReference(table, from, reference, tables, report);
    for (const { name, list } of fields)
      if (list?.reference) checkReference(table, name, list.reference, tables, report, list.delimiter);
  }
}

function checkUnique(table: Table, key: readonly string[], report: Report): void {
  const seen = new Map<string, Row>();
  for (const row of table.rows) {
    const values = key.map((field) => row.get(field));
    if (values.includes("")) continue;
    const text = values.join("\n");
    const first = seen.get(text);
    if (first)
      report.problem(row, `the same ${key.join(", ")} as ${first.file} line ${first.line}: ${values.join(", ")}`);
    else seen.set(text, row);
  }
}

function checkReference(
  table: Table,
  from: string,
  { resource, fields: [to = ""] }: Reference,
  tables: ReadonlyMap<string, Table>,
  report: Report,
  delimiter?: string,
): void {
  const target = resource === "" ? table : tables.get(resource);
  if (!target) return;
  const known = new Set(target.rows.map((row) => row.get(to)));
  for (const row of table.rows) {
    const values = delimiter === undefined ? [row.get(from)] : row.list(from, delimiter);
    for (const value of values) {
      if (value !== "" && !known.has(value))
        report.problem(row, `${from}: "${value}" is not in ${pathsOf(target.resource).join(", ")}`);
    }
  }
}
