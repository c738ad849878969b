import type { Rectangle } from "../../sheets/notation/reference";
import { bandsOf, CELLS_PER_REQUEST, cellCount, overlaps, readsOf, type WorkbookScan } from "../../sheets/scan";
import { readBands, type BandRead } from "../scan/read-bands";
import { readSheets, scanOf } from "../scan/read-sheets";
import { readSpills } from "../scan/spills";

type Area = Rectangle & { readonly sheetId: string };

/** The workbook as far as a formula on a sheet looks at it: the cells it reads, with what Excel shows there. */
export async function readAround(
  context: Excel.RequestContext,
  sheetId: string,
  formula: string,
): Promise<WorkbookScan> {
  const surroundings = await readSheets(context);
  const empty = scanOf(surroundings, []);
  const { areas, spills } = readsOf(empty, empty.sheet(sheetId)!, formula);
  const cells = await readAreas(context, empty, [...areas, ...headersOf(empty)]);
  if (spills.length === 0) return scanOf(surroundings, cells);
  const filled = await readSpills(
    context,
    spills.map((anchor) => ({ ...anchor, formula })),
  );
  const spilled = [...filled].flatMap(([id, own]) => own.map((area) => ({ sheetId: id, ...area })));
  return scanOf(surroundings, [...(await readAreas(context, empty, spilled)), ...cells], filled);
}

/** Columns of tables are found by their headers. */
function headersOf({ tables }: WorkbookScan): Area[] {
  return tables.map(({ sheetId, area }) => ({ sheetId, ...area, rows: 1 }));
}

/** Reads areas as far as they are in use; what is larger than one request may be is left out. */
async function readAreas(
  context: Excel.RequestContext,
  scan: WorkbookScan,
  areas: readonly Area[],
): Promise<BandRead[]> {
  const inUse = areas.flatMap(({ sheetId, ...area }) => {
    const used = scan.sheet(sheetId)?.used;
    return used && overlaps(used, area) ? [{ sheetId, ...common(used, area) }] : [];
  });
  const bands = inUse
    .filter((area) => cellCount(area) <= CELLS_PER_REQUEST)
    .flatMap((area) => bandsOf(area.sheetId, area));
  return bands.length > 0 ? readBands(context, bands) : [];
}

function common(a: Rectangle, b: Rectangle): Rectangle {
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}
