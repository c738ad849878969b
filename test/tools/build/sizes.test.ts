import { randomBytes } from "node:crypto";
import { BUDGET, measure, overBudget, table } from "../../../tools/build/sizes";
import { folder } from "../folder";

describe("the sizes of a build", () => {
  const files = { "runtime.1.js": randomBytes(3000), "runtime.1.css": "a{}", "runtime.1.js.map": randomBytes(9000), "data/release-R1.json": randomBytes(5000), "data/open/a.csv": "a" };
  const dist = folder(files);
  afterAll(dist.remove);

  test("list what a browser loads, largest first, without source maps and downloads", () => {
    expect(measure(dist.path).map(({ file }) => file)).toEqual(["data/release-R1.json", "runtime.1.js", "runtime.1.css"]);
  });

  test("count scripts and styles, but not the data, against the budget", () => {
    expect(measure(dist.path).map(({ counted }) => counted)).toEqual([false, true, true]);
  });

  test("are within the budget or said to be over it by how much", () => {
    const size = (gzip: number) => [{ file: "a.js", bytes: gzip * 3, gzip, counted: true }, { file: "data/b.json", bytes: BUDGET, gzip: BUDGET, counted: false }];
    expect(overBudget(size(BUDGET))).toEqual([]);
    expect(overBudget(size(BUDGET + 7))).toEqual([expect.stringContaining("7 more than the budget")]);
  });

  test("are shown with their sum", () => {
    const rows = table([
      { file: "a.js", bytes: 5000, gzip: 2000, counted: true },
      { file: "a.css", bytes: 1000, gzip: 500, counted: true },
      { file: "data/b.json", bytes: 9000, gzip: 4000, counted: false },
    ]).split("\n");
    expect(rows).toHaveLength(4);
    expect(rows[3]).toMatch(/^scripts and styles +6\.0 kB +2\.5 kB gzip$/);
  });
});
