import { parseRectangle, rectangleAddress, type Area } from "../../../../workbench/host/a1";
import { areaAfter, tears, type Shift, type Step } from "../../../../workbench/host/structure/step";

const at = (address: string, sheet = "one"): Area => ({ sheet, ...parseRectangle(address)! });
const shift = (kind: Shift["kind"], address: string, along: Shift["along"]): Step => ({
  kind,
  area: at(address),
  along,
});
const after = (step: Step, address: string): string | null => {
  const area = areaAfter(step, at(address));
  return area && `${area.sheet === "one" ? "" : `${area.sheet}!`}${rectangleAddress(area)}`;
};

describe("a reference after", () => {
  test.each([
    ["above", "A1:C2", "A1:C2"],
    ["below", "B6", "B8"],
    ["at the place", "B3:B4", "B5:B6"],
    ["around it: it grows", "B2:B4", "B2:B6"],
    ["beside the columns", "D2:D9", "D2:D9"],
    ["wider than the columns", "B2:D9", "B2:D9"],
    ["to whole columns", "A:C", "A:C"],
  ])("two rows of cells were inserted at A3:C4: %s, %s is %s", (_, before, now) => {
    expect(after(shift("insert", "A3:C4", "rows"), before)).toBe(now);
  });

  test.each([
    ["above", "A1:C2", "A1:C2"],
    ["below", "B6", "B4"],
    ["in part, from above", "B2:B3", "B2"],
    ["in part, from below", "B4:B6", "B3:B4"],
    ["around it: it shrinks", "B2:B6", "B2:B4"],
    ["as a whole", "B3:B4", null],
    ["beside", "D3", "D3"],
  ])("the cells A3:C4 were deleted: %s, %s is %s", (_, before, now) => {
    expect(after(shift("delete", "A3:C4", "rows"), before)).toBe(now);
  });

  test("entire rows and columns came or went", () => {
    expect(after(shift("insert", "2:3", "rows"), "A1:Z9")).toBe("A1:Z11");
    expect(after(shift("insert", "2:3", "rows"), "5:6")).toBe("7:8");
    expect(after(shift("insert", "B:B", "columns"), "A1:C1")).toBe("A1:D1");
    expect(after(shift("delete", "B:B", "columns"), "B7")).toBeNull();
    expect(after(shift("delete", "B:C", "columns"), "D:E")).toBe("B:C");
  });

  test("cells were moved: what lay in them follows, what lay where they went is gone, what lay around is left alone", () => {
    const move: Step = { kind: "move", from: at("A1:B2"), to: at("C5:D6", "two") };
    expect(after(move, "B2")).toBe("two!D6");
    expect(after(move, "A1:B2")).toBe("two!C5:D6");
    expect(after(move, "A1:C2")).toBe("A1:C2");
    expect(areaAfter(move, at("C5", "two"))).toBeNull();
    expect(areaAfter(move, at("C4:D6", "two"))).toEqual(at("C4:D6", "two"));
  });
});

test.each([
  ["insert", "A3:B3", "C4:D9", false],
  ["insert", "A3:B3", "B4:D9", true],
  ["insert", "A3:D3", "B4:D9", false],
  ["insert", "A3:B3", "B1:D2", false],
  ["delete", "3:3", "B1:D9", false],
] as const)("%s of the rows %s tears %s apart: %s", (kind, address, area, expected) => {
  expect(tears(shift(kind, address, "rows"), at(area))).toBe(expected);
});
