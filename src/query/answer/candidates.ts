import type { Frequency } from "../../dataset/period";
import type { Series } from "../../dataset/records";
import type { View } from "../../dataset/view";
import { ANY_BASIS, usualBasis, type Ask } from "./ask";
import type { Units } from "../units/units";

/** Frequencies of periods that months add up to. */
export const SUMMED: ReadonlySet<Frequency> = new Set(["a", "s", "q", "c"]);

/** What look-ups need: the dataset as of some time, and the units. */
export interface Reader {
  readonly view: View;
  readonly units: Units;
}

/**
 * The series that may answer, first choice first. A series without a rank answers only by its id, or when a basis other
 * than the usual one is named: our own estimates are on one of their own.
 */
export function candidates(reader: Reader, ask: Ask, freq: Frequency): readonly Series[] {
  if (ask.series) return ask.series.freq === freq ? [ask.series] : [];
  const { dataset, catalogue } = reader.view;
  const usual = usualBasis(dataset, ask);
  const all = catalogue.seriesFor({ ...ask, freq });
  if (ask.basis === ANY_BASIS)
    return all
      .filter(({ rank }) => rank !== undefined)
      .sort((a, b) => Number(b.basis === usual) - Number(a.basis === usual));
  const basis = ask.basis ?? usual;
  const named = basis !== usual;
  return all.filter(
    (series) => (basis === undefined || series.basis === basis) && (named || series.rank !== undefined),
  );
}
