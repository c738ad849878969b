import { readFolder } from "../../../../tools/data/read/files";
import { validate } from "../../../../tools/data/validate";
import { imported, sample, seedsWith, type Place } from "./run";

const NEXT = ["--source", "next-edition"];

/** What the build finds wrong with a part of the data, which lacks what other rows speak of. */
const problems = ({ path }: Place) =>
  validate(readFolder(path)).report.problems.map(({ file, message }) => `${file}: ${message}`);

it("what is imported passes every check of the build", async () => {
  const place = seedsWith((row) =>
    /^(?:production|reserves)\.antimony\.|^(?:ex|im)ports\.(?:unwrought-beryllium|arsenic)\./.test(row),
  );
  const before = problems(place);
  const usgs = sample("mcs-commodities.csv").replace('"1,270"', '"1,250"');
  const baci = `${sample("BACI_HS17_Y2024_V202601.csv")}2024,156,490,811212,7.000,0.700\n`;
  const figures = `series,period,value,unit\nproduction.antimony.chn.mine.content.usgs.a,2016,108,kt\n`;
  const outcomes = [
    await imported(place, "usgs-mcs", "mcs-commodities.csv", NEXT, usgs),
    await imported(place, "csv", "figures.csv", NEXT, figures),
    await imported(place, "baci", "BACI_HS17_Y2024_V202611.csv", [...NEXT, "--new-series"], baci),
  ];
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(place.newLines()).toHaveLength(8);
  expect(problems(place)).toEqual(before);
  place.remove();
});
