import { bandsOf, cellCount, CELLS_PER_REQUEST, packed, type WorkbookScan } from "../../sheets/scan";
import { step, supervised, type Job } from "../../sheets/job";
import { holdsAnything, readBands, type BandRead } from "./read-bands";
import { readSheets, scanOf } from "./read-sheets";
import { readSpills } from "./spills";
import { anchorsOf } from "../../sheets/scan/anchors";

/**
 * Reads the whole workbook: every sheet's formulas and values, what Orebook's formulas spill over, names, tables,
 * protection. Progress counts cells. Rejects with a `WorkbookError`, or with the signal's reason when cancelled.
 */
export function scanWorkbook(job: Job = {}): Promise<WorkbookScan> {
  return supervised(job, () => Excel.run((context) => readWorkbook(context, job)));
}

/** The same within a run of the caller's, so that nothing comes between reading and writing. */
export async function readWorkbook(context: Excel.RequestContext, job: Job = {}): Promise<WorkbookScan> {
  const surroundings = await readSheets(context);
  const bands = surroundings.sheets.flatMap(({ facts, used }) => (used ? bandsOf(facts.id, used) : []));
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
  const scan = scanOf(surroundings, read);
  const spilling = new Set(read.filter(({ maySpill }) => maySpill).map(({ sheetId }) => sheetId));
  const spills = await readSpills(context, anchorsOf(scan, spilling));
  return spills.size === 0 ? scan : scanOf(surroundings, read, spills);
}
