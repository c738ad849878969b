import { nodesOf, parsed, readTableReference, rectangleOf, type Node } from "../formula";
import { overlaps, type SheetScan, type WorkbookScan } from "../scan";
import type { Place } from "../place";

/** Functions whose formulas may read any cell. */
const READS_ANYWHERE = /^(?:INDIRECT|OFFSET)$/i;

/** Names that stand for names: no workbook nests them deeper. */
const DEEPEST = 16;

/** Whether a formula on a sheet may read a place. Where only Excel can tell it may. */
export function mayRead(scan: WorkbookScan, sheet: SheetScan, formula: string, place: Place, depth = 0): boolean {
  const node = parsed(formula);
  return node === undefined || depth > DEEPEST || nodesOf(node).some((part) => reads(scan, sheet, part, place, depth));
}

function reads(scan: WorkbookScan, sheet: SheetScan, node: Node, place: Place, depth: number): boolean {
  switch (node.kind) {
    case "reference": {
      const on = node.sheet === undefined ? sheet : scan.sheetNamed(node.sheet);
      const area = rectangleOf(node.text);
      return on?.id === place.sheetId && area !== undefined && overlaps(area, place);
    }
    case "structured": {
      const reference = readTableReference(node.text);
      const tables = reference?.table === undefined ? scan.tables : [scan.table(reference.table)];
      return tables.some((table) => table?.sheetId === place.sheetId && overlaps(table.area, place));
    }
    case "name": {
      const name = scan.names.find(node.text, sheet.id);
      const table = scan.table(node.text);
      return (name !== undefined && mayRead(scan, sheet, name.formula, place, depth + 1)) || (table?.sheetId === place.sheetId && overlaps(table.area, place));
    }
    case "call":
      return READS_ANYWHERE.test(node.name);
    default:
      return false;
  }
}
