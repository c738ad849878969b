import { rangeAt } from "../ranges";
import { halved } from "../../sheets/scan/bands";
import type { Band } from "../../sheets/scan";
import type { CellsRead } from "../../sheets/scan/cells";

/** A band as it was read. */
export interface BandRead extends CellsRead {
  readonly sheetId: string;
  /** Whether anything in it may be part of a spill. */
  readonly maySpill: boolean;
}

const TOO_LARGE = /PayloadSizeLimitExceeded|RequestTooLarge|PayloadTooLarge/i;

/** Reads bands in one round trip; where their answer is too large for Excel on the web, in smaller ones. */
export async function readBands(context: Excel.RequestContext, bands: readonly Band[]): Promise<BandRead[]> {
  try {
    return await readTogether(context, bands);
  } catch (error) {
    const halves = TOO_LARGE.test((error as { code?: string }).code ?? "") ? halved(bands) : undefined;
    if (!halves) throw error;
    return [...(await readBands(context, halves[0])), ...(await readBands(context, halves[1]))];
  }
}

async function readTogether(context: Excel.RequestContext, bands: readonly Band[]): Promise<BandRead[]> {
  const knowsSpills = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  const wanted = knowsSpills ? "formulas,values,hasSpill" : "formulas,values";
  const ranges = bands.map((band) => rangeAt(context, band).load(wanted));
  await context.sync();
  return bands.map((band, i) => {
    const { formulas, values } = ranges[i]!;
    // null: some of its cells.
    return { ...band, formulas, values, maySpill: knowsSpills && ranges[i]!.hasSpill !== false };
  });
}

/** Whether a band holds anything: one that does not need not be kept. */
export function holdsAnything({ formulas, values }: CellsRead): boolean {
  const holds = (row: readonly unknown[]) => row.some((cell) => cell !== "");
  return formulas.some(holds) || values.some(holds);
}
