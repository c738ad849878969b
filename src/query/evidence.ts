import { observationKey, type Observation } from "../dataset/records";
import type { View } from "../dataset/view";

/** The printed figures behind some figures, each once: a derived one stands for those it was computed from. */
export function printedEvidence(view: View, observations: readonly Observation[]): Observation[] {
  const printed = observations.flatMap((observation) =>
    observation.source === "" ? printedEvidence(view, inputsOf(view, observation)) : [observation],
  );
  return [...new Map(printed.map((one) => [observationKey(one), one])).values()];
}

function inputsOf(view: View, { inputs }: Observation): Observation[] {
  return inputs.flatMap(({ series: id, period }) => {
    const series = view.catalogue.seriesById(id);
    return (series && view.observation(series, period)) ?? [];
  });
}
