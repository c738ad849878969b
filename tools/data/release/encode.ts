import {
  encodeTable,
  LAYOUT,
  type EncodedTable,
  type ReleaseFile,
  type TextTable,
} from "../../../src/dataset/format/codec";
import type { Overlay } from "../read/package";
import type { Row } from "../read/table";
import type { ReleaseTable, ReleaseTables } from "./tables";

/** The lowest add-in version that reads this layout. */
export const MIN_ADDIN = "0.2.0";

/** The release file of these tables. */
export function encodeRelease({ tables, recipes }: ReleaseTables, release: Row, overlay?: Overlay): ReleaseFile {
  const recipeTable: TextTable = { columns: ["id", "json"], rows: [...recipes] };
  const encoded = tables.map((table): [string, EncodedTable] => [table.name, encodeTable(table, decimalsOf(table))]);
  return {
    schema: LAYOUT,
    release: release.get("id"),
    date: release.get("date"),
    minAddin: MIN_ADDIN,
    tables: {
      ...Object.fromEntries(encoded),
      tables: encodeTable(recipeTable),
      ...(overlay && {
        overlays: encodeTable({
          columns: ["id", "title", "address"],
          rows: [[overlay.id, overlay.title, overlay.address]],
        }),
      }),
    },
  };
}

/** Columns of numbers that are kept with their digits. */
function decimalsOf({ fields }: ReleaseTable): string[] {
  return fields.filter(({ type }) => type === "number").map(({ name }) => name);
}
