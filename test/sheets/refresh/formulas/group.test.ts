import type { Observation } from "../../../../src/dataset/records";
import { CHANGE_GROUPS, groupOf, inGroups, type ChangeGroup } from "../../../../src/sheets/refresh/formulas/group";

/** A figure as far as groups look at it: `basis item period`, with the day it was published. */
const figure = (text: string, published = "2025", added = "R1"): Observation => {
  const [basis = "", item = "", period = ""] = text.split(" ");
  return {
    series: { id: `imports.${item}.${basis}`, basis },
    period,
    published,
    known: published,
    added,
  } as unknown as Observation;
};
const customs = figure("customs copper 2024");

describe("the kind of a change", () => {
  test.each<[ChangeGroup, Observation[], Observation[]]>([
    ["newlyAnswered", [], [customs]],
    ["noLonger", [customs], []],
    ["other", [], []],
    ["revised", [customs], [figure("customs copper 2024", "2026")]],
    ["revised", [customs], [figure("customs copper 2024", "2025", "R2")]],
    ["otherSource", [customs], [figure("customs bauxite 2024")]],
    ["otherBasis", [customs], [figure("baci copper 2024")]],
    ["otherBasis", [customs], [customs, figure("baci copper 2023")]],
  ])("is %s", (group, before, after) => expect(groupOf(before, after)).toBe(group));

  test("of a block that has grown is that of its new figures, and of one that changed besides, revised", () => {
    const next = figure("customs copper 2025");
    expect(groupOf([customs], [customs, next])).toBe("newlyAnswered");
    expect(groupOf([customs], [figure("customs copper 2024", "2026"), next])).toBe("revised");
  });
});

test("changes stand in groups in one order, and no group is empty", () => {
  const changes = [...CHANGE_GROUPS, ...CHANGE_GROUPS].reverse().map((group, at) => ({ group, at }));
  const groups = inGroups(changes);
  expect(groups.map(({ group }) => group)).toEqual(CHANGE_GROUPS);
  expect(groups.flatMap((one) => one.changes)).toHaveLength(changes.length);
  expect(inGroups(changes.filter(({ group }) => group === "revised")).map(({ group }) => group)).toEqual(["revised"]);
});
