import { nodesOf, parsed, readTableReference, type Node } from "../formula";
import { rectangleOf, type Rectangle } from "../notation/reference";
import { overlaps, type NameScan, type SheetScan, type WorkbookScan } from "../scan";
import type { Place } from "../notation/place";

/** What a formula refers to, as far as it can be told. */
export interface Reads {
  /** It may read any cell: only Excel can tell. */
  readonly anywhere: boolean;
  readonly areas: readonly (Rectangle & { readonly sheetId: string })[];
  /** The first cells of what it refers to as a spill (`A1#`): Excel answers only where it spills. */
  readonly spills: readonly Pick<Place, "sheetId" | "row" | "column">[];
}

/** Functions whose formulas may read any cell. */
const READS_ANYWHERE = /^(?:INDIRECT|OFFSET)$/i;

const NOTHING: Reads = { anywhere: false, areas: [], spills: [] };
const ANYTHING: Reads = { ...NOTHING, anywhere: true };

/** What a formula on a sheet reads, through names too. */
export function readsOf(
  scan: WorkbookScan,
  sheet: SheetScan,
  formula: string,
  through: readonly NameScan[] = [],
): Reads {
  const node = parsed(formula);
  if (node === undefined) return ANYTHING;
  return together(nodesOf(node).map((part) => readsOfPart(scan, sheet, part, through)));
}

/** Whether a place is among what a formula reads. */
export function mayRead({ anywhere, areas }: Reads, place: Place): boolean {
  return anywhere || areas.some((area) => area.sheetId === place.sheetId && overlaps(area, place));
}

function readsOfPart(scan: WorkbookScan, sheet: SheetScan, node: Node, through: readonly NameScan[]): Reads {
  switch (node.kind) {
    case "reference":
      return { ...NOTHING, areas: areaOf(scan, sheet, node) };
    case "structured": {
      const reference = readTableReference(node.text);
      const tables = reference?.table === undefined ? scan.tables : [scan.table(reference.table)];
      return { ...NOTHING, areas: tables.flatMap((table) => (table ? { sheetId: table.sheetId, ...table.area } : [])) };
    }
    case "name": {
      const name = scan.names.find(node.text, sheet.id);
      const table = scan.table(node.text);
      const named =
        name && (through.includes(name) ? ANYTHING : readsOf(scan, sheet, name.formula, [...through, name]));
      return together([
        named ?? NOTHING,
        { ...NOTHING, areas: table ? [{ sheetId: table.sheetId, ...table.area }] : [] },
      ]);
    }
    case "call":
      return READS_ANYWHERE.test(node.name) ? ANYTHING : NOTHING;
    case "binary":
      // From one sheet to another, or from what a function finds on.
      return node.operator === ":" ? ANYTHING : NOTHING;
    case "postfix":
      return node.operator === "#" && node.operand.kind === "reference"
        ? { ...NOTHING, spills: areaOf(scan, sheet, node.operand) }
        : NOTHING;
    default:
      return NOTHING;
  }
}

function areaOf(scan: WorkbookScan, sheet: SheetScan, node: Extract<Node, { kind: "reference" }>): Reads["areas"] {
  const on = node.sheet === undefined ? sheet : scan.sheetNamed(node.sheet);
  const area = rectangleOf(node.text);
  return on && area ? [{ sheetId: on.id, ...area }] : [];
}

function together(all: readonly Reads[]): Reads {
  return {
    anywhere: all.some(({ anywhere }) => anywhere),
    areas: all.flatMap(({ areas }) => areas),
    spills: all.flatMap(({ spills }) => spills),
  };
}
