import { rectangleOf, splitSheet } from "../formula";
import { tokenize } from "../formula/tokens";
import { bandsOf, cellCount, CELLS_PER_REQUEST, packed } from "./bands";
import { step, supervised, type Job } from "./job";
import { holdsAnything, readBands, type BandRead } from "./read-bands";
import { readSheets } from "./read-sheets";
import { SheetScan } from "./sheet-scan";
import { readSpills, type Anchor } from "./spills";
import { WorkbookScan } from "./workbook-scan";

/**
 * Reads the whole workbook: every sheet's formulas and values, what Orebook's formulas spill over, names, tables,
 * protection. Progress counts cells. Rejects with a `WorkbookError`, or with the signal's reason when cancelled.
 */
export function scanWorkbook(job: Job = {}): Promise<WorkbookScan> {
  return supervised(job, () => Excel.run((context) => readWorkbook(context, job)));
}

/** The same within a run of the caller's, so that nothing comes between reading and writing. */
export async function readWorkbook(context: Excel.RequestContext, job: Job = {}): Promise<WorkbookScan> {
  const { sheets, names, tables } = await readSheets(context);
  const bands = sheets.flatMap(({ facts, used }) => (used ? bandsOf(facts.id, used) : []));
  const total = bands.reduce((sum, band) => sum + cellCount(band), 0);
  const read: BandRead[] = [];
  let done = 0;
  for (const group of packed(bands, cellCount, CELLS_PER_REQUEST)) {
    step(job, done, total);
    const cells = await readBands(context, group);
    read.push(...cells.filter(holdsAnything));
    done += group.reduce((sum, band) => sum + cellCount(band), 0);
  }
  step(job, done, total);
  const flat = sheets.map(
    ({ facts, used }) =>
      new SheetScan(
        facts,
        used,
        read.filter(({ sheetId }) => sheetId === facts.id),
      ),
  );
  const scan = new WorkbookScan(flat, names, tables);
  const spills = await readSpills(
    context,
    anchorsOf(scan, new Set(read.filter(({ maySpill }) => maySpill).map(({ sheetId }) => sheetId))),
  );
  return spills.size === 0
    ? scan
    : new WorkbookScan(
        flat.map((sheet) => sheet.withSpills(spills.get(sheet.id) ?? [])),
        names,
        tables,
      );
}

/** The cells whose spills matter: Orebook's formulas, and those that one of them refers to as `A1#`. */
function anchorsOf(scan: WorkbookScan, spilling: ReadonlySet<string>): Anchor[] {
  const anchors = new Map<string, Anchor>();
  const add = (sheet: SheetScan, row: number, column: number) => {
    const formula = sheet.formula(row, column);
    if (spilling.has(sheet.id) && formula !== undefined)
      anchors.set(`${sheet.id} ${row} ${column}`, { sheetId: sheet.id, row, column, formula });
  };
  if (spilling.size === 0) return [];
  for (const { sheet, row, column, formula } of scan.orebookFormulas()) {
    add(sheet, row, column);
    for (const { on, at } of spillReferences(formula)) {
      const referred = on === undefined ? sheet : scan.sheetNamed(on);
      const cell = rectangleOf(at);
      if (referred && cell) add(referred, cell.row, cell.column);
    }
  }
  return [...anchors.values()];
}

/** References of the form `A1#`. */
function spillReferences(formula: string): { on: string | undefined; at: string }[] {
  if (!formula.includes("#")) return [];
  const tokens = tokenize(formula);
  return tokens.flatMap(({ kind, text }, i) => {
    if (kind !== "word" || tokens[i + 1]?.text !== "#") return [];
    const { sheet, rest } = splitSheet(text);
    return [{ on: sheet, at: rest }];
  });
}
