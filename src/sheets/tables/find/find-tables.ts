import { callsIn, parse } from "../../formula";
import { rectangleOf, type Rectangle } from "../../notation/reference";
import { idOfMark, sameStanding, tableOfComment, type InsertedTable } from "../../record";
import type { NameScan, SheetScan, WorkbookScan } from "../../scan";

/** An inserted table where it is now. A copied sheet has its own, with the same id; so has a pasted copy. */
export interface TableInstance {
  readonly table: InsertedTable;
  /** What its mark says of it, where the document remembers another standing. */
  readonly asMarked?: InsertedTable | undefined;
  /** The sheet its mark belongs to. */
  readonly markSheetId: string;
  readonly sheet: SheetScan;
  readonly area: Rectangle;
  /** What its cells hold now: the values of a table of formulas once it was shared. */
  readonly mode: InsertedTable["mode"];
  /** Came into being with a copied sheet, or was pasted: another one bears the same id. */
  readonly isCopy: boolean;
  /** Was copied and pasted: nothing marks it yet. */
  readonly isPasted?: boolean;
}

/** The inserted tables whose cells are still there, sheet by sheet from top to bottom. What the user deleted is left out. */
export function findTables(scan: WorkbookScan, tables: readonly InsertedTable[]): TableInstance[] {
  const found = scan.names.all.flatMap((name): TableInstance[] => {
    const id = idOfMark(name.name);
    const known = tables.find((one) => one.id === id);
    const marked = id === undefined ? undefined : tableOfComment(id, name.comment ?? "");
    // A sheet that came from another workbook brought its marks and not what its document knew.
    const table = known ?? marked;
    const cells = table && name.sheetId !== undefined ? cellsOf(scan, name) : undefined;
    if (!table || !cells) return [];
    const asMarked = marked && !sameStanding(marked.standing, table.standing) ? marked : undefined;
    return [{ table, asMarked, markSheetId: name.sheetId!, ...cells, mode: modeOf(table, cells), isCopy: false }];
  });
  // Where the mark's sheet was copied and the cells stand on another, two marks mean the same cells.
  const isSame = (a: TableInstance, b: TableInstance) =>
    a.table.id === b.table.id &&
    a.sheet.id === b.sheet.id &&
    a.area.row === b.area.row &&
    a.area.column === b.area.column;
  const distinct = found.filter((one, i) => found.findIndex((other) => isSame(one, other)) === i);
  const sorted = distinct.sort(
    (a, b) => scan.sheets.indexOf(a.sheet) - scan.sheets.indexOf(b.sheet) || a.area.row - b.area.row,
  );
  return sorted.map((one, i) => ({ ...one, isCopy: sorted.findIndex(({ table }) => table.id === one.table.id) < i }));
}

function cellsOf(scan: WorkbookScan, { formula, sheetId }: NameScan) {
  const node = formula.startsWith("=") && !formula.includes("#REF!") ? parse(formula) : undefined;
  if (node?.kind !== "reference") return undefined;
  const sheet = node.sheet === undefined ? scan.sheet(sheetId ?? "") : scan.sheetNamed(node.sheet);
  const area = rectangleOf(node.text);
  return sheet && area && isAnythingThere(sheet, area) ? { sheet, area } : undefined;
}

function modeOf(
  { mode }: InsertedTable,
  { sheet, area }: Pick<TableInstance, "sheet" | "area">,
): InsertedTable["mode"] {
  const asksOrebook = () => [...sheet.formulaCells(area)].some(({ formula }) => callsIn(formula).length > 0);
  return mode === "formulas" && !asksOrebook() ? "values" : mode;
}

/** Whoever empties the cells of a table has deleted it. */
function isAnythingThere(sheet: SheetScan, area: Rectangle): boolean {
  return sheet.values(area).some((row) => row.some((value) => value !== null));
}
