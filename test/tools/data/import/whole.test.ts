import { readFolder } from "../../../../tools/data/read/files";
import { validate } from "../../../../tools/data/validate";
import { imported, sample, seedsWith } from "./run";

const NEXT = ["--source", "next-edition"];

it("what is imported passes every check of the build", async () => {
  const place = seedsWith(() => true);
  const outcomes = [
    await imported(
      place,
      "usgs-mcs",
      "mcs-commodities.csv",
      NEXT,
      sample("mcs-commodities.csv").replace('"1,270"', '"1,250"'),
    ),
    await imported(
      place,
      "baci",
      "BACI_HS17_Y2024_V202611.csv",
      [...NEXT, "--new-series"],
      `${sample("BACI_HS17_Y2024_V202601.csv")}2024,156,490,811212,7.000,0.700\n`,
    ),
  ];
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
  expect(place.newLines()).toHaveLength(7);
  expect(validate(readFolder(place.path)).report.problems).toEqual([]);
  place.remove();
});
