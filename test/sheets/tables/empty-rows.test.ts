import { viewAt } from "../../../src/dataset/view";
import { blockFor } from "../../../src/sheets/tables/build-layout";
import { recipesOf } from "../../../src/tables";
import { sessionOf } from "../../fixtures/seeds";

const session = sessionOf();
const view = viewAt(session.dataset, session.standing);
const built = (recipe: string, given: Record<string, string> = {}) =>
  blockFor(session, { recipe, arguments: given }, view);
const hasFigure = (cells: readonly { value: unknown }[]) => cells.some(({ value }) => typeof value === "number");

test.each(recipesOf(session.dataset).map(({ id }) => id))(
  "%s: every row that is left out is named, and all are there when asked for",
  (id) => {
    const [shown, all] = [built(id), built(id, { rows: "all" })];
    const left = all.rows.filter((cells) => !shown.rows.some((one) => one[0]!.value === cells[0]!.value));
    expect(left.some(hasFigure)).toBe(false);
    expect(shown.rows.length + left.length).toBe(all.rows.length);
    for (const [name] of left) expect(shown.notes.join(" ")).toContain(String(name!.value));
    if (all.kinds[0]!.kind === "text" && shown.kinds.some(({ kind }) => kind === "value" || kind === "fraction"))
      expect(
        shown.rows.every((cells) => hasFigure(cells) || !cells.some(({ value }) => typeof value === "object")),
      ).toBe(true);
  },
);

test("a table of periods keeps its rows", () => {
  const { rows } = built("rare-earth-quotas", { from: "2023", to: "2025" });
  expect(rows.map(([year]) => year!.value)).toEqual([2023, 2024, 2025]);
});
