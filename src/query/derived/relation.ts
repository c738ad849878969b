import type { Answer } from "../answer/answer";

/** How a figure bounds the fact: codes of `codes/relations.csv`. */
export type Relation = "exact" | "at-least" | "at-most" | "approximately";

const OPPOSITE: Readonly<Record<Relation, Relation>> = {
  exact: "exact",
  "at-least": "at-most",
  "at-most": "at-least",
  approximately: "approximately",
};

/** How an answer bounds the fact. A share of a total that is a lower bound is an upper bound; two bounds that pull apart leave an approximation. */
export function relationOf({ observation, arithmetic }: Answer): Relation {
  if (observation) return observation.relation as Relation;
  const { operation, terms } = arithmetic!;
  const relations = terms.map(relationOf);
  if (operation === "months" || operation === "sum" || operation === "mean") return together(relations);
  if (operation === "concentration")
    return relations.every((relation) => relation === "exact") ? "exact" : "approximately";
  const [first, second] = relations as [Relation, Relation];
  return together([first, OPPOSITE[second]]);
}

function together(relations: readonly Relation[]): Relation {
  const [only = "exact", ...more] = new Set(relations.filter((relation) => relation !== "exact"));
  return more.length === 0 ? only : "approximately";
}
