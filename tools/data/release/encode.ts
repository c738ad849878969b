import { encodeTable, type EncodedTable, type ReleaseFile, type TextTable } from "../../../src/dataset/codec";
import type { Row } from "../read/table";
import type { ReleaseTables } from "./tables";

/** The lowest add-in version that reads this layout. */
export const MIN_ADDIN = "0.1.0";

/** The release file of these tables. */
export function encodeRelease({ tables, recipes }: ReleaseTables, release: Row): ReleaseFile {
  const recipeTable: TextTable = { columns: ["id", "json"], rows: [...recipes] };
  const encoded = tables.map((table): [string, EncodedTable] => [table.name, encodeTable(table)]);
  return {
    schema: 1,
    release: release.get("id"),
    date: release.get("date"),
    minAddin: MIN_ADDIN,
    tables: { ...Object.fromEntries(encoded), tables: encodeTable(recipeTable) },
  };
}
