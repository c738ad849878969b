import { Refusal } from "../../src/query/refusal";
import type { ColumnKind, TableBlock, TableCell } from "../../src/tables";

/** A block as text a person can read: one line for each row, cells between bars. */
export interface BlockText {
  readonly title: string;
  readonly unitLine: string;
  readonly header: string;
  readonly kinds: string;
  readonly rows: readonly string[];
  readonly sourceNote: string;
  readonly notes: readonly string[];
}

const BAR = " | ";

export function textOf(block: TableBlock): BlockText {
  const { title, unitLine, header, kinds, rows, sourceNote, notes } = block;
  return {
    title,
    unitLine,
    header: header.join(BAR),
    kinds: kinds.map(kindText).join(BAR),
    rows: rows.map((cells) => cells.map(cellText).join(BAR)),
    sourceNote,
    notes,
  };
}

function kindText(kind: ColumnKind): string {
  return kind.kind === "value" ? `value in ${kind.unit ?? "the unit of its row"}` : kind.kind;
}

/** Numbers to 12 digits, which no platform computes differently. */
function cellText({ value }: TableCell): string {
  if (value instanceof Refusal) return `${value.code} ${value.kind}`;
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : value;
}
