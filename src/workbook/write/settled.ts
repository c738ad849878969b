import { rangeAt } from "../ranges";
import { isBusy, type Scalar } from "../../sheets/formula";
import type { Place } from "../../sheets/notation/place";
import { cellCount, CELLS_PER_REQUEST, packed, scalarOf } from "../../sheets/scan";

/** Custom functions answer within seconds or not at all. */
const TRIES = 40;
const PAUSE_MILLISECONDS = 250;

/** Excel may begin to calculate a little after it was written to: what is not as expected must have stood so long. */
const QUIET_READS = 4;

/**
 * What places show once Excel has calculated them, or after ten seconds. `isExpected` tells of the values of a place, by its
 * position, whether nothing else is to be waited for.
 */
export async function settledValues(
  context: Excel.RequestContext,
  places: readonly Place[],
  isExpected: (values: Scalar[][], index: number) => boolean,
): Promise<Scalar[][][]> {
  let [before, quiet] = ["", 0];
  for (let tries = 1; ; tries++) {
    const values = await readValues(context, places);
    const shown = JSON.stringify(values);
    quiet = shown === before ? quiet + 1 : 1;
    before = shown;
    if (tries === TRIES || (!values.flat(2).some(isBusy) && (values.every(isExpected) || quiet >= QUIET_READS)))
      return values;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

async function readValues(context: Excel.RequestContext, places: readonly Place[]): Promise<Scalar[][][]> {
  const values: Scalar[][][] = [];
  for (const group of packed(places, cellCount, CELLS_PER_REQUEST)) values.push(...(await readGroup(context, group)));
  return values;
}

async function readGroup(context: Excel.RequestContext, places: readonly Place[]): Promise<Scalar[][][]> {
  const ranges = places.map((place) => rangeAt(context, place).load("values"));
  await context.sync();
  return ranges.map((range) => range.values.map((row) => row.map(scalarOf)));
}
