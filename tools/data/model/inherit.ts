/** What kind of figure it is: SDMX status, relation to the fact, flag. */
export interface Standing {
  readonly status: string;
  readonly relation: string;
  readonly flag: string;
}

/** Statuses from the weakest; what is none of these is published, A. */
const STATUSES = ["F", "E", "U", "B", "P"];

/** Flags that cling to whatever is computed from a flagged figure. */
const FLAGS = ["unverified", "different-definition"];

/**
 * A derived figure is no better than its inputs: it has the weakest status among them (our own estimates are E whatever
 * they rest on), is approximate unless all are exact, and keeps the flag that casts most doubt.
 */
export function inherit(inputs: readonly Standing[], ownEstimate: boolean): Standing {
  const weakest = STATUSES.find((status) => inputs.some((input) => input.status === status)) ?? "A";
  return {
    status: ownEstimate && weakest !== "F" ? "E" : weakest,
    relation: inputs.every(({ relation }) => relation === "exact") ? "exact" : "approximately",
    flag: FLAGS.find((flag) => inputs.some((input) => input.flag === flag)) ?? "",
  };
}
