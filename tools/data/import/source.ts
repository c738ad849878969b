import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { nearest } from "../../../src/query/words/nearest";
import { csvText } from "../release/csv";
import type { Target } from "./filing/target";
import type { Importer } from "./importer";

/** What is wrong with the document that is named; with the row to be added when it is not in sources yet. */
export function missingSource(
  { seeds }: Target,
  importer: Importer,
  id: string | undefined,
  path: string,
  release: string,
): string | undefined {
  if (id !== undefined && seeds.find("sources", id)) return undefined;
  if (id === undefined && importer.namesSource) return undefined;
  const known = seeds.rows("sources").map((row) => row.get("id"));
  const near = id === undefined ? [] : nearest(id, known);
  const columns = seeds.descriptor.resources
    .find(({ name }) => name === "sources")!
    .schema!.fields.map(({ name }) => name);
  const row: Record<string, string> = {
    ...importer.document,
    id: id ?? "<id>",
    title: `<title of the edition, as ${importer.document["title"]}>`,
    published: "<day, month or year of publication>",
    accessed: new Date().toISOString().slice(0, 10),
    licence_state: "licensed",
    sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
    added: release,
  };
  return [
    id === undefined
      ? "--source is missing: the document that the file is an edition of, a row of sources/."
      : `source "${id}" is not in sources/${near.length === 0 ? "" : `; nearest: ${near.join(", ")}`}.`,
    "For a new edition add this row to the file of sources/ that fits, with what stands in <> filled in, and run again:",
    csvText({ columns, rows: [columns.map((name) => row[name] ?? "")] }).trimEnd(),
    "Nothing was written.",
  ].join("\n");
}
