import type { TableBlock, TableCell } from "./block";

/** A table across the sheet: what ran down it, its periods or names, is its header now. */
export function turned(block: TableBlock): TableBlock {
  const { kinds, rows } = block;
  const header = block.names ?? block.header;
  const nameOf = ({ value }: TableCell) => (typeof value === "object" ? "" : String(value));
  return {
    ...block,
    header: [header[0]!, ...rows.map(([name]) => nameOf(name!))],
    names: undefined,
    kinds: [{ kind: "text" }, ...rows.map(() => ({ kind: "value", unit: undefined }) as const)],
    rowKinds: kinds.slice(1),
    totals: [],
    rows: header.slice(1).map((name, i) => [{ value: name, provenance: [] }, ...rows.map((cells) => cells[i + 1]!)]),
  };
}
