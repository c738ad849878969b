import { viewAt } from "../../src/dataset/view";
import { isCellError, type Block } from "../../src/functions";
import { call, refused, seeds } from "../fixtures/seeds";

const view = viewAt(seeds());

/** Every question about a world for which countries are held on the same basis, a sample of all. */
const SAMPLE = 60;
const worlds = seeds().series.filter(
  ({ indicator, partner, reporter, rank, transformation, freq }) =>
    ["imports", "exports", "production", "reserves"].includes(indicator) &&
    (partner === "wld" || reporter === "wld") &&
    rank === 1 &&
    transformation === "level" &&
    freq === "a",
);
const sampled = worlds.filter((_, i) => i % Math.ceil(worlds.length / SAMPLE) === 0);

describe("METALS.PARTNERS", () => {
  it("adds up to the world, with the shares to one, and is ranked by value", () => {
    let tables = 0;
    for (const series of sampled) {
      const period = view.periods(series).at(-1);
      if (!period) continue;
      const phrase = [series.indicator, series.stage, series.measure, series.basis].filter(Boolean).join(" ");
      let block: Block;
      try {
        block = call("METALS.PARTNERS", phrase, series.item, Number(period), 7) as Block;
      } catch {
        continue;
      }
      tables++;
      const values = block.map(([, , value]) => value as number);
      const [world, parts] = [values.at(-1)!, values.slice(0, -1)];
      expect(Math.abs(parts.reduce((sum, value) => sum + value, 0) - world)).toBeLessThanOrEqual(
        Math.abs(world) * 1e-12,
      );
      if (world !== 0)
        expect(block.slice(0, -1).reduce((sum, [, , , share]) => sum + (share as number), 0)).toBeCloseTo(1, 9);
      const countries = block.slice(0, -2).map(([, , value]) => value as number);
      expect(countries).toEqual([...countries].sort((a, b) => b - a));
      expect(block.slice(0, -2).map(([rank]) => rank)).toEqual(countries.map((_, i) => i + 1));
    }
    expect(tables).toBeGreaterThan(15);
  });

  it("gives value, share and change as the functions for one figure do", () => {
    const [first, , , others, world] = call("METALS.PARTNERS", "production", "copper", 2024, 3, "kt") as Block;
    expect(first).toEqual([
      1,
      "Chile",
      call("METALS.PRODUCTION", "copper", 2024, "Chile", null, "kt"),
      call("METALS.SHARE", "production", "copper", 2024, "Chile"),
      call("METALS.GROWTH", "production", "copper", 2024, null, "Chile"),
    ]);
    expect(others!.slice(0, 2)).toEqual(["–", "Other countries"]);
    expect(world).toEqual(["–", "World", 23000, 1, call("METALS.GROWTH", "production", "copper", 2024, null, "World")]);
  });

  it("has a column a year over a span, under a header, ranked by the last", () => {
    const block = call("METALS.PARTNERS", "imports", "refined copper", "2021/2023", 2, null, "baci") as Block;
    expect(block[0]).toEqual(["Rank", "Country", 2021, 2022, 2023]);
    expect(block.slice(1).map(([, country]) => country)).toEqual(["DR Congo", "Chile", "Other countries", "World"]);
    for (const column of [2, 3, 4]) {
      const [a, b, rest, world] = block.slice(1).map((row) => row[column] as number);
      expect(a! + b! + rest!).toBeCloseTo(world!, 3);
    }
  });

  it("shows countries that exceed their world as a discrepancy, and everything still adds up", () => {
    const block = call("METALS.PARTNERS", "exports weight baci", "gallium germanium basket", 2024, 250) as Block;
    const [rest, world] = block.slice(-2);
    expect(rest![1]).toBe("Discrepancy");
    expect(rest![2]).toBeLessThan(0);
    const parts = block.slice(0, -1).reduce((sum, [, , value]) => sum + (value as number), 0);
    expect(parts).toBeCloseTo(world![2] as number, 6);
  });

  it("shows a change without a base as #N/A in its own cell", () => {
    const block = call("METALS.PARTNERS", "magnet exports", null, "2025-09", 2) as Block;
    expect(block.map((row) => isCellError(row[4]) && row[4].error)).toContain("#N/A");
  });

  it("refuses what is no number of countries, and a basis without countries", () => {
    expect(refused("METALS.PARTNERS", "production", "copper", 2024, 1.5)).toMatch(/^#VALUE! n: /);
    expect(refused("METALS.PARTNERS", "production", "copper", 1950)).toMatch(/^#N\/A/);
  });
});
