import { randomBytes } from "node:crypto";
import { BUDGETS, measure, overBudget, table, type Fetched } from "../../../tools/build/sizes";
import { folder } from "../folder";

describe("the sizes of a build", () => {
  const files = {
    "taskpane.html": '<link href="runtime.1.css"><script src="runtime.1.js"></script>',
    "runtime.1.js": randomBytes(3000),
    "runtime.1.css": "a{}",
    "204.2.js": randomBytes(2000),
    "views/series.3.js": randomBytes(1500),
    "texts/en.4.js": randomBytes(1200),
    "texts/zh.5.js": randomBytes(1000),
    "runtime.1.js.map": randomBytes(9000),
    "data/release-R1.json": randomBytes(5000),
    "data/open/a.csv": "a",
  };
  const dist = folder(files);
  afterAll(dist.remove);

  test("list what a browser loads, largest first, without source maps and downloads", () => {
    expect(measure(dist.path).map(({ file }) => file)).toEqual([
      "data/release-R1.json",
      "runtime.1.js",
      "204.2.js",
      "views/series.3.js",
      "texts/en.4.js",
      "texts/zh.5.js",
      "taskpane.html",
      "runtime.1.css",
    ]);
  });

  test("tell what the page fetches at its start, the texts of one language among it, from what it fetches on demand", () => {
    expect(Object.fromEntries(measure(dist.path).map(({ file, fetched }) => [file, fetched]))).toEqual({
      "data/release-R1.json": "other",
      "runtime.1.js": "start",
      "204.2.js": "demand",
      "views/series.3.js": "demand",
      "texts/en.4.js": "start",
      "texts/zh.5.js": "demand",
      "taskpane.html": "other",
      "runtime.1.css": "start",
    });
  });

  test.each([
    ["start", "start"],
    ["all", "demand"],
  ] as const)("are within the budget of %s or said to be over it by how much", (budget, fetched) => {
    const size = (gzip: number) => [
      { file: "a.js", bytes: gzip * 3, gzip, fetched },
      { file: "data/b.json", bytes: 10 ** 6, gzip: 10 ** 6, fetched: "other" as Fetched },
    ];
    expect(overBudget(size(BUDGETS[budget]))).toEqual([]);
    expect(overBudget(size(BUDGETS[budget] + 7))).toEqual([expect.stringContaining("7 more than the budget")]);
  });

  test("are shown with their sums", () => {
    const rows = table([
      { file: "a.js", bytes: 5000, gzip: 2000, fetched: "start" },
      { file: "a.css", bytes: 1000, gzip: 500, fetched: "start" },
      { file: "1.js", bytes: 700, gzip: 300, fetched: "demand" },
      { file: "data/b.json", bytes: 9000, gzip: 4000, fetched: "other" },
    ]).split("\n");
    expect(rows).toHaveLength(6);
    expect(rows[4]).toMatch(/^scripts and styles at start +6\.0 kB +2\.5 kB gzip$/);
    expect(rows[5]).toMatch(/^scripts and styles in all +6\.7 kB +2\.8 kB gzip$/);
  });
});
