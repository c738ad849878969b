import type { Catalogue } from "../../dataset/catalogue";
import type { Dataset } from "../../dataset/dataset";
import { ADDED_RANK } from "../../dataset/overlay";
import type { Frequency } from "../../dataset/period";
import type { Series } from "../../dataset/records";
import { rememberingOf } from "../../dataset/remembering";
import type { View } from "../../dataset/view";
import { ANY_BASIS, usualBasis, type Ask } from "./ask";
import type { Units } from "../units/units";

/** Whose counts an organisation added to ours. */
export const addedBases = rememberingOf((dataset: Dataset): readonly string[] =>
  dataset.overlay ? [...new Set(dataset.series.filter(isAdded).map(({ basis }) => basis))] : [],
);

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
export function candidates({ view }: Pick<Reader, "view">, ask: Ask, freq: Frequency): readonly Series[] {
  if (ask.series) return ask.series.freq === freq ? [ask.series] : NONE;
  const { all, found } = candidatesIn(view.catalogue)(ask);
  const ofFreq = all[freq];
  return ofFreq ? (found[freq] ??= chosen(view, ask, ofFreq)) : NONE;
}

const NONE: readonly Series[] = [];

/** A column puts one question in many periods, and several times for each. */
const candidatesIn = rememberingOf((catalogue: Catalogue) =>
  rememberingOf((ask: Ask) => {
    const found: Partial<Record<Frequency, readonly Series[]>> = {};
    return { all: catalogue.byFrequency(ask), found };
  }),
);

function chosen(view: View, ask: Ask, all: readonly Series[]): readonly Series[] {
  const usual = usualBasis(view.dataset, ask);
  if (ask.basis === ANY_BASIS)
    return all
      .filter(({ rank }) => rank !== undefined)
      .sort((a, b) => Number(b.basis === usual) - Number(a.basis === usual));
  const basis = ask.basis ?? usual;
  const named = basis !== usual;
  return all.filter(
    (series) =>
      ((basis === undefined || series.basis === basis) && (named || series.rank !== undefined)) ||
      (ask.basis === undefined && isAdded(series)),
  );
}

/** Whether an organisation added a series to ours: it answers where they have nothing, whoever counts. */
export function isAdded({ rank }: Series): boolean {
  return rank !== undefined && rank >= ADDED_RANK;
}
