import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeTable, encodeTable, type EncodedTable } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import { viewAt } from "../../../src/dataset/view";
import { coveragePage } from "../../../tools/data/coverage/page";
import { notesPage } from "../../../tools/data/notes";
import { compiledSeeds, seedRelease as release } from "../../fixtures/compiled";
import { SEEDS } from "./fixture";

/** The columns that are kept as decimals. */
const decimals = ({ columns }: EncodedTable) => Object.keys(columns).filter((name) => "n" in columns[name]!);

describe("the seeds of this repository", () => {
  it("have no problem", () => {
    expect(compiledSeeds().problems).toEqual([]);
  });

  it("have their notes in docs/data-notes.md (npm run data writes it)", () => {
    expect(readFileSync(join(SEEDS, "..", "docs", "data-notes.md"), "utf8")).toBe(notesPage(compiledSeeds().notes));
  });

  it("have their coverage in docs/coverage.md (npm run data writes it)", () => {
    expect(readFileSync(join(SEEDS, "..", "docs", "coverage.md"), "utf8")).toBe(coveragePage(release()));
  });

  it("become a release that the add-in reads, with every figure in its place", () => {
    const dataset = new Dataset(release());
    const view = viewAt(dataset);
    const seen = dataset.series.reduce(
      (sum, series) => sum + view.periods(series).reduce((so, period) => so + view.vintages(series, period).length, 0),
      0,
    );
    expect(seen).toBe(view.count());
    expect(seen).toBeGreaterThan(5000);
  });

  it.each([
    ["imports.copper.chn.wld.value.customs.a", "2024", "67.33"],
    ["quota.rare-earths.chn.mining.total.all.all.miit.a", "2024", "270000"],
    ["quota.rare-earths.chn.mining.total.all.all.miit.a", "2023", "255000"],
    ["exports.rare-earth-magnets.chn.wld.weight.customs.m", "2025-06", "3188"],
  ])("give %s %s as %s", (id, period, value) => {
    const dataset = new Dataset(release());
    expect(viewAt(dataset).observation(dataset.seriesById(id)!, period)?.value).toBe(value);
  });

  it("come back from the encoding as they went in", () => {
    for (const table of Object.values(release().tables))
      expect(encodeTable(decodeTable(table), decimals(table))).toEqual(table);
  });
});
