import { grouped } from "../../../dataset/catalogue";
import type { SharedFormula } from "./ledger";

/**
 * Replaced formulas that were read a while ago, each as the sheet that keeps them has it now: where rows were moved and
 * sheets renamed since, it follows them. One that is no longer found there is as it was.
 */
export function asNow(formulas: readonly SharedFormula[], now: readonly SharedFormula[]): SharedFormula[] {
  const [before, after] = [grouped(formulas, keyOf), grouped(now, keyOf)];
  return formulas.map((one) => {
    const alike = before.get(keyOf(one))!;
    const there = after.get(keyOf(one)) ?? [];
    return (there.length === alike.length ? there[alike.indexOf(one)] : undefined) ?? one;
  });
}

/** Whether formulas are all among some that were read a while ago, wherever they moved. */
export function areAmong(now: readonly SharedFormula[], formulas: readonly SharedFormula[]): boolean {
  const known = grouped(formulas, keyOf);
  return now.every((one) => known.has(keyOf(one)));
}

/** What of a formula stays as it was written, wherever it moves. */
function keyOf({ check, replaced, release, day, status, shows }: SharedFormula): string {
  return JSON.stringify([check, replaced, release, day, status, shows]);
}
