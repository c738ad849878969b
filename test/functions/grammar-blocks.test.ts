import { isCellError, type Block } from "../../src/functions";
import { call, refused } from "../fixtures/seeds";

describe("rule 2: results", () => {
  it("no spill has an empty cell", () => {
    const spills = [
      call("METALS.LIST", "sources"),
      call("METALS.LIST", "bases"),
      call("METALS.EVENTS"),
      call("METALS.COVERAGE", "imports"),
      call("METALS.FIND", "copper"),
      call("REE.CONTROLS"),
    ] as Block[];
    for (const block of spills)
      expect(
        block
          .flat()
          .filter(
            (cell) =>
              cell === "" ||
              cell === undefined ||
              cell === null ||
              (typeof cell === "number" && !Number.isFinite(cell)),
          ),
      ).toEqual([]);
  });

  it("GRID gives the cell that is missing its own error", () => {
    const block = call("METALS.GRID", "quota mining", "rare earths", [[2024, 2025, null, { error: "#REF!" }]]) as Block;
    expect(block).toHaveLength(1);
    expect(block[0]![0]).toBe(270000);
    expect(block[0]!.slice(1).map((cell) => isCellError(cell) && cell.error)).toEqual(["#N/A", "#VALUE!", "#REF!"]);
  });

  it("GRID lies as its two ranges lie", () => {
    const shape = (items: unknown, periods: unknown) => {
      const block = call("METALS.GRID", "imports", items, periods) as Block;
      return [block.length, block[0]!.length];
    };
    const [down, across] = [[["copper"], ["iron"], ["lithium"]], [["copper", "iron", "lithium"]]];
    expect(shape(down, [[2012, 2024]])).toEqual([3, 2]);
    expect(shape(across, [[2012], [2024]])).toEqual([2, 3]);
    expect(shape(down, [[2012], [2024]])).toEqual([3, 2]);
    expect(shape(across, [[2012, 2024]])).toEqual([3, 2]);
    expect(shape(across, 2024)).toEqual([1, 3]);
    expect(shape(down, 2024)).toEqual([3, 1]);
    expect(shape("copper", [[2012], [2024]])).toEqual([2, 1]);
    expect(shape("copper", [[2012, 2024]])).toEqual([1, 2]);
    expect(
      refused(
        "METALS.GRID",
        "imports",
        [
          ["copper", "iron"],
          ["lithium", "zinc"],
        ],
        2024,
      ),
    ).toContain("items: a row or a column");
  });

  it("GRID refuses more cells than a spill may have before it looks anything up", () => {
    const many = Array.from({ length: 201 }, () => ["copper"]);
    const years = [Array.from({ length: 100 }, (_, i) => 1950 + i)];
    expect(refused("METALS.GRID", "imports", many, years)).toMatch(
      /^#VALUE! The result has 20100 cells, more than 20000/,
    );
  });

  it("GRID says that a unit does not fit also where there is no figure", () => {
    const block = call("METALS.GRID", "imports", [["tin"], ["copper"]], 2024, null, "kt") as { error: string }[][];
    expect(block.flat().map(({ error }) => error)).toEqual(["#VALUE!", "#VALUE!"]);
  });

  it("a whole grid of missing figures still has its reasons", () => {
    const block = call("METALS.GRID", "imports", [["gold"], ["copper"]], [[1950, 1951]]) as Block;
    expect(block.flat().every(isCellError)).toBe(true);
  });
});
