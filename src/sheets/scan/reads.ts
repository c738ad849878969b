import { nodesOf, parsed, type Node } from "../formula";
import type { Place } from "../notation/place";
import { isAbsolute, rectangleOf, splitSheet, type Rectangle } from "../notation/reference";
import { overlaps } from "./cells";
import type { NameScan } from "./names";
import type { SheetScan } from "./sheet-scan";
import type { TableScan, WorkbookScan } from "./workbook-scan";

/** What a formula refers to, as far as it can be told. */
export interface Reads {
  /** It may read any cell: only Excel can tell. */
  readonly anywhere: boolean;
  /** It reads another workbook. */
  readonly links: boolean;
  readonly areas: readonly (Rectangle & { readonly sheetId: string })[];
  /** The first cells of what it refers to as a spill (`A1#`): Excel answers only where it spills. */
  readonly spills: readonly Pick<Place, "sheetId" | "row" | "column">[];
}

/** Functions whose formulas may read cells that no reference in them names, or show another value each time. */
const READS_ANYWHERE =
  /^(?:_xlfn\.)?(?:INDIRECT|OFFSET|CELL|INFO|GETPIVOTDATA|TABLE|EVALUATE|PY|GET\.\w+|RAND|RANDBETWEEN|RANDARRAY)$/i;

/** How a file writes `A1#`. */
const SPILL_FUNCTION = /^(?:_xlfn\.)?ANCHORARRAY$/i;

const NOTHING: Reads = { anywhere: false, links: false, areas: [], spills: [] };
const ANYTHING: Reads = { ...NOTHING, anywhere: true };

/** What a formula on a sheet reads, through names too. `through`: the names that lead to it. */
export function readsOf(
  scan: WorkbookScan,
  sheet: SheetScan,
  formula: string,
  through: readonly NameScan[] = [],
): Reads {
  const node = parsed(formula);
  if (node === undefined) return ANYTHING;
  const seen = { scan, sheet, through };
  return together(nodesOf(node).map((part) => readsOfPart(part, seen)));
}

/** Whether a place is among what a formula reads. */
export function mayRead({ anywhere, areas }: Reads, place: Place): boolean {
  return anywhere || areas.some((area) => area.sheetId === place.sheetId && overlaps(area, place));
}

interface Seen {
  readonly scan: WorkbookScan;
  readonly sheet: SheetScan;
  readonly through: readonly NameScan[];
}

function readsOfPart(node: Node, seen: Seen): Reads {
  switch (node.kind) {
    case "reference":
      return readsOfCells(node, seen);
    case "structured":
      return readsOfTable(node.text, seen);
    case "name":
      return readsOfWord(node.text, seen);
    case "call":
      if (SPILL_FUNCTION.test(node.name)) return readsOfSpill(node.args[0], seen);
      return READS_ANYWHERE.test(node.name) ? ANYTHING : (readsOfName(node.name, seen) ?? NOTHING);
    case "binary":
      // From one sheet to another, or from what a function finds on.
      return node.operator === ":" ? ANYTHING : NOTHING;
    case "postfix":
      return node.operator === "#" ? readsOfSpill(node.operand, seen) : NOTHING;
    default:
      return NOTHING;
  }
}

function readsOfCells({ sheet: named, text }: Extract<Node, { kind: "reference" }>, seen: Seen): Reads {
  if (named?.includes("[")) return { ...NOTHING, links: true };
  const on = named === undefined ? seen.sheet : seen.scan.sheetNamed(named);
  const area = rectangleOf(text);
  // A colon leads over several sheets; in a name a relative reference means other cells from each cell.
  const isKnown = !named?.includes(":") && (seen.through.length === 0 || isAbsolute(text));
  return on && area && isKnown ? { ...NOTHING, areas: [{ sheetId: on.id, ...area }] } : ANYTHING;
}

/** Several columns, headers or totals count as the whole table. */
function readsOfTable(text: string, { scan, sheet }: Seen): Reads {
  const name = text.slice(0, text.indexOf("["));
  if (name.includes("!")) return { ...NOTHING, links: true };
  const tables = name === "" ? scan.tables.filter(({ sheetId }) => sheetId === sheet.id) : [scan.table(name)];
  return tables.includes(undefined) ? ANYTHING : { ...NOTHING, areas: tables.flatMap((table) => areasOf(table)) };
}

function readsOfWord(word: string, seen: Seen): Reads {
  const named = readsOfName(word, seen);
  const isElsewhere = named === undefined && splitSheet(word).sheet !== undefined;
  return together([named ?? NOTHING, { ...NOTHING, links: isElsewhere, areas: areasOf(seen.scan.table(word)) }]);
}

/** What a defined name reads, a function that it is included; undefined for a word that is none. */
function readsOfName(word: string, { scan, sheet, through }: Seen): Reads | undefined {
  const name = scan.names.find(word, scan.names.sheetOf(through.at(-1), sheet.id));
  if (!name) return undefined;
  return through.includes(name) ? ANYTHING : readsOf(scan, sheet, name.formula, [...through, name]);
}

function readsOfSpill(operand: Node | undefined, seen: Seen): Reads {
  const reads = operand && together(nodesOf(operand).map((part) => readsOfPart(part, seen)));
  return reads ? { ...reads, spills: [...reads.spills, ...reads.areas] } : NOTHING;
}

function areasOf(table: TableScan | undefined): Reads["areas"] {
  return table ? [{ sheetId: table.sheetId, ...table.area }] : [];
}

function together(all: readonly Reads[]): Reads {
  return {
    anywhere: all.some(({ anywhere }) => anywhere),
    links: all.some(({ links }) => links),
    areas: all.flatMap(({ areas }) => areas),
    spills: all.flatMap(({ spills }) => spills),
  };
}
