import { viewAt } from "../../src/dataset/view";
import type { Block, Cell } from "../../src/functions";
import { evaluate, refusal, seeds, sessionOf } from "../fixtures/seeds";
import { twoReleases } from "../fixtures/two-releases";

const rows = (formula: string, dataset = seeds()) => (evaluate(formula, { dataset }) as Block).slice(1) as Cell[][];
const MORE = /^and (\d+) more$/;

describe("METALS.CHANGES", () => {
  it("has a header, as many rows as asked for, and says how many more there are", () => {
    const block = evaluate("=METALS.CHANGES(,,5)") as Block;
    expect(block[0]).toEqual(["Change", "Series", "What", "From", "To", "Figures", "Old", "New", "Unit", "Why"]);
    expect(block).toHaveLength(7);
    expect(String(block.at(-1)![0])).toMatch(MORE);
    expect(evaluate("=METALS.CHANGES()")).toHaveLength(202);
  });

  it("lists every figure of an item that is another now, and counts every one that is new", () => {
    const [before, now] = [viewAt(seeds(), { release: "R1" }), viewAt(seeds())];
    const { units } = sessionOf();
    const listed = rows('=METALS.CHANGES("R1","iron",1500)');
    const ofIron = now.catalogue.series.filter(({ item }) => now.catalogue.metalOf(item) === "iron");
    for (const series of ofIron) {
      const [revised, added] = [true, false].map((wanted) =>
        now.periods(series).filter((period) => before.has(series, period) === wanted),
      );
      const changed = revised!.filter(
        (period) =>
          units
            .baseValue(before.observation(series, period)!)
            .compare(units.baseValue(now.observation(series, period)!)) !== 0,
      );
      const own = listed.filter(([, id]) => id === series.id);
      const isNew = ([, , , , , , old]: Cell[]) => old === "–";
      expect(own.filter((row) => !isNew(row)).map(([, , , period]) => String(period))).toEqual(
        expect.arrayContaining(changed),
      );
      expect(own.filter(isNew).reduce((sum, row) => sum + Number(row[5]), 0)).toBe(added!.length);
    }
    expect(listed.filter((row) => row[6] !== "–").length).toBeGreaterThan(5);
  });

  it("tells what the source revised from what was corrected, with the register's reason", () => {
    const [usgs] = rows('=METALS.CHANGES("2025-08","cobalt",1)');
    expect(usgs).toEqual([
      "Revised by the source",
      "production.cobalt.aus.mine.content.usgs.a",
      "Australia: mine production of cobalt, contained metal (USGS)",
      2024,
      2024,
      1,
      3600,
      4780,
      "t",
      "U.S. Geological Survey (2026-02-06)",
    ]);
    const corrected = rows('=METALS.CHANGES("R1","refined copper",4)').filter(
      ([why]) => why === "Corrected in the data",
    );
    expect(corrected.length).toBeGreaterThan(0);
    for (const row of corrected) expect(row[9]).toMatch(/^Complete list of partners; /);
  });

  it("is empty between a standing and itself, and says so", () => {
    expect(refusal('=METALS.CHANGES("R2")')).toBe("#N/A Nothing to show: no figure changed since R2.");
    expect(refusal('=METALS.CHANGES("R2","zinc")')).toBe("#N/A Nothing to show: no figure of zinc changed since R2.");
    expect(refusal('=METALS.CHANGES(,,,"R1")')).toMatch(/^#N\/A .*R1 is the first data release/);
  });

  it("names what it cannot read, and runs forward only", () => {
    expect(refusal('=METALS.CHANGES("foo")')).toMatch(/^#VALUE! since: "foo" is neither a date/);
    expect(refusal('=METALS.CHANGES("R2",,,"R1")')).toMatch(/^#VALUE! since: R2 is after R1/);
    expect(refusal('=METALS.CHANGES("2026-08-01",,,"2026-01-30")')).toMatch(/^#VALUE! since: 2026-08-01 is after/);
    expect(refusal("=METALS.CHANGES(,,1501)")).toMatch(/^#VALUE! n: "1501"/);
    expect(refusal('=METALS.CHANGES(,"coper")')).toMatch(/^#VALUE! item: "coper" is not known; nearest: copper/);
  });

  it("answers as of an earlier release as that release did", () => {
    const dataset = twoReleases();
    const first = dataset.releases[0]!.id;
    expect(refusal(`=METALS.CHANGES(,,,"${first}")`, { dataset })).toContain("first data release");
    expect(rows("=METALS.CHANGES()", dataset).length).toBeGreaterThan(0);
  });
});
