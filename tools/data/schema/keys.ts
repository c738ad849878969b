import type { Report } from "../problem";
import { pathsOf, type ForeignKey } from "../read/descriptor";
import type { Row, Table } from "../read/table";

/** Holds primary keys, unique keys and foreign keys; a foreign key of a list cell holds for each of its elements. */
export function checkKeys(tables: ReadonlyMap<string, Table>, report: Report): void {
  for (const table of tables.values()) {
    const { primaryKey, uniqueKeys = [], foreignKeys = [] } = table.resource.schema ?? {};
    if (primaryKey) {
      for (const row of table.rows) {
        for (const field of primaryKey) if (row.get(field) === "") report.problem(row, `${field}: is empty`);
      }
    }
    for (const key of [...(primaryKey ? [primaryKey] : []), ...uniqueKeys]) checkUnique(table, key, report);
    for (const key of foreignKeys) checkForeign(table, key, tables, report);
  }
}

function checkUnique(table: Table, key: readonly string[], report: Report): void {
  const seen = new Map<string, Row>();
  for (const row of table.rows) {
    const values = key.map((field) => row.get(field));
    if (values.includes("")) continue;
    const text = values.join("\n");
    const first = seen.get(text);
    if (first) report.problem(row, `the same ${key.join(", ")} as ${first.file} line ${first.line}: ${values.join(", ")}`);
    else seen.set(text, row);
  }
}

function checkForeign(table: Table, key: ForeignKey, tables: ReadonlyMap<string, Table>, report: Report): void {
  const target = key.reference.resource === undefined ? table : tables.get(key.reference.resource);
  const [from = ""] = key.fields;
  const [to = ""] = key.reference.fields;
  if (!target) return;
  const known = new Set(target.rows.map((row) => row.get(to)));
  const field = table.resource.schema?.fields.find(({ name }) => name === from);
  for (const row of table.rows) {
    const text = row.get(from);
    if (text === "") continue;
    const values = field?.type === "list" ? row.list(from, field.delimiter) : [text];
    for (const value of values) {
      if (!known.has(value)) report.problem(row, `${from}: "${value}" is not in ${pathsOf(target.resource).join(", ")}`);
    }
  }
}
