import type { ReleaseTable, ReleaseTables } from "./tables";

/** Terms under which figures are passed on. */
export interface Terms {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly note: string;
  /** Documents under these terms. */
  readonly sources: number;
}

/** A licence in the form the standard gives it. */
export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly path?: string;
}

/** The terms of the sources that a table names, in the order of their code list. Figures without a source are computed from such as have one. */
export function termsOf(released: ReleaseTables, table: ReleaseTable): Terms[] {
  const at = table.columns.indexOf("source");
  return at < 0 ? [] : count(released, new Set(table.rows.map((row) => row[at] ?? "")));
}

/** The terms of all sources of a release. */
export function allTerms(released: ReleaseTables): Terms[] {
  return count(released, new Set(cellsOf(released, "sources").map((source) => source("id"))));
}

export function licenceOf({ id, title, url }: Terms): Licence {
  return url === "" ? { name: id, title } : { name: id, title, path: url };
}

function count(released: ReleaseTables, ids: ReadonlySet<string>): Terms[] {
  const used = cellsOf(released, "sources")
    .filter((source) => ids.has(source("id")))
    .map((source) => source("licence"));
  return cellsOf(released, "codes/licences").flatMap((licence) => {
    const sources = used.filter((id) => id === licence("id")).length;
    return sources > 0
      ? [{ id: licence("id"), title: licence("label"), url: licence("url"), note: licence("note"), sources }]
      : [];
  });
}

function cellsOf({ tables }: ReleaseTables, name: string): ((column: string) => string)[] {
  const table = tables.find((candidate) => candidate.name === name);
  return (table?.rows ?? []).map((row) => (column) => row[table?.columns.indexOf(column) ?? -1] ?? "");
}
