import { Refusal } from "../../src/query/refusal";
import { build, recipesOf, type TableBlock } from "../../src/tables";
import { openSession } from "./release";

/** At most one figure in ten may be missing. */
const MOST = 0.1;

const session = openSession();

/** The figures of a table that are missing, as a share of those it has room for; blanks have no figure to miss. */
function missing({ kinds, rows }: TableBlock): number {
  const figures = rows.flatMap((cells) =>
    cells.filter(({ value }, i) => !["text", "period"].includes(kinds[i]!.kind) && value !== ""),
  );
  return figures.filter(({ value }) => value instanceof Refusal).length / Math.max(figures.length, 1);
}

describe("a table as it comes is full", () => {
  it.each(recipesOf(session.dataset).map((recipe) => [recipe.id, recipe] as const))("%s", (_, recipe) => {
    expect(missing(build(recipe, {}, session))).toBeLessThanOrEqual(MOST);
  });

  it("a table that is not is told from one that is", () => {
    const quotas = recipesOf(session.dataset).find(({ id }) => id === "rare-earth-quotas")!;
    expect(missing(build(quotas, { from: "2012", to: "2025" }, session))).toBeGreaterThan(MOST);
  });
});
