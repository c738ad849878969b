import type { Observation } from "../../dataset/records";
import type { View } from "../../dataset/view";
import { isBusy, isError, type Scalar, type Value } from "../formula";
import type { AuditedCall, CellState, Trait } from "./entry";

const ESTIMATED = ["E", "F", "P", "U"];

/** What is to be known of some figures and of the cells that show them. */
export function traitsOf(view: View, figures: readonly Observation[], shown: readonly Scalar[]): Set<Trait> {
  const traits = new Set<Trait>();
  // What is still being calculated is none.
  if (shown.some((cell) => isError(cell) && !isBusy(cell))) traits.add("error");
  if (figures.some(isDerived)) traits.add("derived");
  if (figures.some(({ status }) => ESTIMATED.includes(status))) traits.add("estimated");
  if (figures.some(({ relation }) => relation !== "exact")) traits.add("bound");
  if (figures.some((figure) => isRevised(view, figure))) traits.add("revised");
  return traits;
}

/** Whether a number was computed from several figures when it was asked for. */
export function isComputed({ outcome, figures }: AuditedCall): boolean {
  return outcome?.kind === "answered" && typeof outcome.value === "number" && figures.length > 1;
}

function isDerived({ formula, series }: Observation): boolean {
  return formula !== "" || series.transformation === "implied";
}

/** Whether its publisher gave another value before. */
function isRevised(view: View, figure: Observation): boolean {
  return view
    .vintages(figure.series, figure.period)
    .some(({ known, value, unit }) => known < figure.known && (value !== figure.value || unit !== figure.unit));
}

/**
 * What a cell says about its calculation. A workbook that was not calculated shows nothing or 0; `expected` is what the
 * formula gives, undefined where only Excel can tell.
 */
export function stateOf(value: Scalar, expected: () => Value | undefined): CellState {
  if (isBusy(value)) return "notCalculated";
  if (isError(value)) return value.error === "#NAME?" ? "unrecognised" : "error";
  if (value !== null && value !== 0) return "calculated";
  const given = expected();
  const first = Array.isArray(given) ? given[0]?.[0] : given;
  return first === undefined || first === null || first === "" || first === 0 ? "calculated" : "notCalculated";
}
