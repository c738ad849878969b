import { Decimal } from "../../../src/dataset/decimal";
import type { Observation } from "../../../src/dataset/records";
import type { Answer, Arithmetic } from "../../../src/query/answer/answer";
import { relationOf } from "../../../src/query/derived/relation";

const figure = (relation: string) =>
  ({ value: Decimal.parse("2"), observation: { relation } as Observation, arithmetic: undefined }) as Answer;
const computed = (operation: Arithmetic["operation"], ...relations: string[]) =>
  ({
    value: Decimal.parse("1"),
    observation: undefined,
    arithmetic: { operation, terms: relations.map(figure) },
  }) as unknown as Answer;

describe("how an answer bounds the fact", () => {
  it("is what the figure says", () => {
    expect(relationOf(figure("at-least"))).toBe("at-least");
  });

  it.each<[Arithmetic["operation"], string[], string]>([
    ["share", ["exact", "exact"], "exact"],
    ["share", ["exact", "at-least"], "at-most"],
    ["share", ["at-least", "exact"], "at-least"],
    ["share", ["at-least", "at-least"], "approximately"],
    ["share", ["at-least", "at-most"], "at-least"],
    ["share", ["exact", "approximately"], "approximately"],
    ["difference", ["exact", "at-least"], "at-most"],
    ["difference", ["at-least", "at-least"], "approximately"],
    ["quotient", ["at-least", "at-least"], "approximately"],
    ["growth", ["exact", "at-least"], "at-most"],
    ["months", ["exact", "at-least", "at-least"], "at-least"],
    ["months", ["at-most", "at-least"], "approximately"],
    ["concentration", ["exact", "exact", "exact"], "exact"],
    ["concentration", ["exact", "at-least", "exact"], "approximately"],
  ])("follows for a %s of %j", (operation, relations, expected) => {
    expect(relationOf(computed(operation, ...relations))).toBe(expected);
  });
});
