import { readFolder } from "../../../../tools/data/read/files";
import { validate } from "../../../../tools/data/validate";
import { fileOf } from "../../../package/build";
import { counts, expectRefused, imported, type Place, sample, seedsWith } from "./run";

const FILE = "CMO-Historical-Data-Monthly.xlsx";
const OF_2026_06 = ["--source", "wb-pink-sheet-2026-06"];
const NEXT = ["--source", "next-edition"];

/** Series and months of the sample. */
const isInSample = (row: string) => /worldbank\.m,(?:price|1960-01|2005-12|2006-01|2026-05)/.test(row);

type Cells = (string | number)[][];

/** The sheets of the sample: some columns of the edition of June 2026 with months at both ends of it. */
const SHEETS = { prices: "Monthly Prices", indices: "Monthly Indices" };
const cellsOf = (name: string): Cells =>
  sample(name)
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split(";").map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));

interface Sheets {
  readonly prices: Cells;
  readonly indices: Cells;
}

/** The sample as a workbook, after a change. */
function workbook(change: (sheets: Sheets) => void = () => {}, names: Record<string, string> = SHEETS): Uint8Array {
  const sheets = { prices: cellsOf("pink-prices.csv"), indices: cellsOf("pink-indices.csv") };
  change(sheets);
  const description = { name: "Description", rows: "" };
  return fileOf({
    sheets: [
      ...Object.entries(sheets).map(([key, cells]) => ({ name: names[key]!, rows: rowsOf(cells) })),
      description,
    ],
  });
}

function rowsOf(cells: Cells): string {
  const cell = (content: string | number) =>
    typeof content === "number"
      ? `<c><v>${content}</v></c>`
      : `<c t="inlineStr"><is><t>${content.replaceAll("&", "&amp;")}</t></is></c>`;
  return cells.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
}

/** The edition of the month after: as the sample, with another day above. */
const nextDay = ({ prices, indices }: Sheets) => {
  for (const cells of [prices, indices]) cells[3]![0] = "Updated on November 25, 2026";
};

describe("the Pink Sheet", () => {
  let place: Place;
  beforeEach(() => (place = seedsWith(isInSample)));
  afterEach(() => place.remove());

  it("is unchanged when the same edition is read", async () => {
    const outcome = await imported(place, "worldbank", FILE, OF_2026_06, workbook());
    expect(counts(outcome)).toEqual({ unchanged: 67, "cells without": 1, "left out": 8 });
    expect(place.changedFiles()).toEqual([]);
    expect(outcome.code).toBe(0);
  });

  it("gives a row for every figure that the mapping names", async () => {
    place.remove();
    place = seedsWith((row) => isInSample(row) && !row.includes("wb-pink-sheet-2026-06"));
    const outcome = await imported(place, "worldbank", FILE, OF_2026_06, workbook());
    expect(counts(outcome)).toMatchObject({ new: 67 });
    expect(place.newLines()).toMatchInlineSnapshot(`
      [
        "        "observations/worldbank-monthly-2.csv",",
        "        "observations/worldbank-monthly.csv"",
        "series,period,value,unit,relation,status,conf,flag,source,locator,also,published,added,withdrawn,note",
        "price-index.all-commodities.wld.worldbank.m,1960-01,7.64,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Total Index; row 1960M01,,,R2,,",
        "price-index.all-commodities.wld.worldbank.m,2005-12,77.24,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Total Index; row 2005M12,,,R2,,",
        "price-index.all-commodities.wld.worldbank.m,2006-01,79.57,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Total Index; row 2006M01,,,R2,,",
        "price-index.all-commodities.wld.worldbank.m,2026-05,132.43,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Total Index; row 2026M05,,,R2,,",
        "price-index.base-metals.wld.worldbank.m,1960-01,14.07,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Base Metals (ex. iron ore); row 1960M01,,,R2,,",
        "price-index.base-metals.wld.worldbank.m,2005-12,75.14,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Base Metals (ex. iron ore); row 2005M12,,,R2,,",
        "price-index.base-metals.wld.worldbank.m,2006-01,79.42,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Base Metals (ex. iron ore); row 2006M01,,,R2,,",
        "price-index.base-metals.wld.worldbank.m,2026-05,166.1,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Base Metals (ex. iron ore); row 2026M05,,,R2,,",
        "price-index.energy.wld.worldbank.m,1960-01,2.13,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Energy; row 1960M01,,,R2,,",
        "price-index.energy.wld.worldbank.m,2005-12,83.15,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Energy; row 2005M12,,,R2,,",
        "price-index.energy.wld.worldbank.m,2006-01,85.43,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Energy; row 2006M01,,,R2,,",
        "price-index.energy.wld.worldbank.m,2026-05,133.91,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Energy; row 2026M05,,,R2,,",
        "price-index.metals-and-minerals.wld.worldbank.m,1960-01,12.9,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Metals & Minerals; row 1960M01,,,R2,,",
        "price-index.metals-and-minerals.wld.worldbank.m,2005-12,69.37,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Metals & Minerals; row 2005M12,,,R2,,",
        "price-index.metals-and-minerals.wld.worldbank.m,2006-01,73.13,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Metals & Minerals; row 2006M01,,,R2,,",
        "price-index.metals-and-minerals.wld.worldbank.m,2026-05,148.82,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Metals & Minerals; row 2026M05,,,R2,,",
        "price-index.non-energy.wld.worldbank.m,1960-01,18.82,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Non-energy; row 1960M01,,,R2,,",
        "price-index.non-energy.wld.worldbank.m,2005-12,65.16,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Non-energy; row 2005M12,,,R2,,",
        "price-index.non-energy.wld.worldbank.m,2006-01,67.67,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Non-energy; row 2006M01,,,R2,,",
        "price-index.non-energy.wld.worldbank.m,2026-05,129.45,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Non-energy; row 2026M05,,,R2,,",
        "price-index.precious-metals.wld.worldbank.m,1960-01,3.27,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Precious Metals; row 1960M01,,,R2,,",
        "price-index.precious-metals.wld.worldbank.m,2005-12,42.49,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Precious Metals; row 2005M12,,,R2,,",
        "price-index.precious-metals.wld.worldbank.m,2006-01,45.6,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Precious Metals; row 2006M01,,,R2,,",
        "price-index.precious-metals.wld.worldbank.m,2026-05,368.73,index,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Indices: Precious Metals; row 2026M05,,,R2,,",
        "price.aluminium.wld.worldbank.m,1960-01,511.47,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Aluminum; row 1960M01,,,R2,,",
        "price.aluminium.wld.worldbank.m,2005-12,2247.45,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Aluminum; row 2005M12,,,R2,,",
        "price.aluminium.wld.worldbank.m,2006-01,2377.86,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Aluminum; row 2006M01,,,R2,,",
        "price.aluminium.wld.worldbank.m,2026-05,3666.1,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Aluminum; row 2026M05,,,R2,,",
        "price.calcium-phosphates.wld.worldbank.m,1960-01,13,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Phosphate rock; row 1960M01,,,R2,,",
        "price.calcium-phosphates.wld.worldbank.m,2005-12,44,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Phosphate rock; row 2005M12,,,R2,,",
        "price.calcium-phosphates.wld.worldbank.m,2026-05,152.5,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Phosphate rock; row 2026M05,,,R2,,",
        "price.copper.wld.worldbank.m,1960-01,715.4,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Copper; row 1960M01,,,R2,,",
        "price.copper.wld.worldbank.m,2005-12,4576.78,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Copper; row 2005M12,,,R2,,",
        "price.copper.wld.worldbank.m,2006-01,4734.33,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Copper; row 2006M01,,,R2,,",
        "price.copper.wld.worldbank.m,2026-05,13543.19,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Copper; row 2026M05,,,R2,,",
        "price.gold.wld.worldbank.m,1960-01,35.27,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Gold; row 1960M01,,,R2,,",
        "price.gold.wld.worldbank.m,2005-12,510.1,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Gold; row 2005M12,,,R2,,",
        "price.gold.wld.worldbank.m,2006-01,549.86,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Gold; row 2006M01,,,R2,,",
        "price.gold.wld.worldbank.m,2026-05,4587.21,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Gold; row 2026M05,,,R2,,",
        "price.iron-contract.wld.worldbank.m,1960-01,11.42,USc/dmtu,exact,A,,,wb-pink-sheet-2026-06,"t:Monthly Prices: Iron ore, cfr spot; row 1960M01",,,R2,,",
        "price.iron-contract.wld.worldbank.m,2005-12,65,USc/dmtu,exact,A,,,wb-pink-sheet-2026-06,"t:Monthly Prices: Iron ore, cfr spot; row 2005M12",,,R2,,",
        "price.iron.wld.worldbank.m,2006-01,67.2,USD/dmt,exact,A,,,wb-pink-sheet-2026-06,"t:Monthly Prices: Iron ore, cfr spot; row 2006M01",,,R2,,",
        "price.iron.wld.worldbank.m,2026-05,108.64,USD/dmt,exact,A,,,wb-pink-sheet-2026-06,"t:Monthly Prices: Iron ore, cfr spot; row 2026M05",,,R2,,",
        "price.lead.wld.worldbank.m,1960-01,206.1,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Lead; row 1960M01,,,R2,,",
        "price.lead.wld.worldbank.m,2005-12,1124.08,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Lead; row 2005M12,,,R2,,",
        "price.lead.wld.worldbank.m,2006-01,1256.33,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Lead; row 2006M01,,,R2,,",
        "price.lead.wld.worldbank.m,2026-05,1991.48,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Lead; row 2026M05,,,R2,,",
        "price.nickel.wld.worldbank.m,1960-01,1631,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Nickel; row 1960M01,,,R2,,",
        "price.nickel.wld.worldbank.m,2005-12,13429.25,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Nickel; row 2005M12,,,R2,,",
        "price.nickel.wld.worldbank.m,2006-01,14555.24,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Nickel; row 2006M01,,,R2,,",
        "price.nickel.wld.worldbank.m,2026-05,18805.77,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Nickel; row 2026M05,,,R2,,",
        "price.platinum.wld.worldbank.m,1960-01,83.5,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Platinum; row 1960M01,,,R2,,",
        "price.platinum.wld.worldbank.m,2005-12,976.59,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Platinum; row 2005M12,,,R2,,",
        "price.platinum.wld.worldbank.m,2006-01,1026.05,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Platinum; row 2006M01,,,R2,,",
        "price.platinum.wld.worldbank.m,2026-05,1998.39,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Platinum; row 2026M05,,,R2,,",
        "price.silver.wld.worldbank.m,1960-01,0.91,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Silver; row 1960M01,,,R2,,",
        "price.silver.wld.worldbank.m,2005-12,8.63,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Silver; row 2005M12,,,R2,,",
        "price.silver.wld.worldbank.m,2006-01,9.14,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Silver; row 2006M01,,,R2,,",
        "price.silver.wld.worldbank.m,2026-05,78.01,USD/oz,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Silver; row 2026M05,,,R2,,",
        "price.tin.wld.worldbank.m,1960-01,2180.4,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Tin; row 1960M01,,,R2,,",
        "price.tin.wld.worldbank.m,2005-12,6713.5,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Tin; row 2005M12,,,R2,,",
        "price.tin.wld.worldbank.m,2006-01,7051.43,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Tin; row 2006M01,,,R2,,",
        "price.tin.wld.worldbank.m,2026-05,53562.79,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Tin; row 2026M05,,,R2,,",
        "price.zinc.wld.worldbank.m,1960-01,260.8,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Zinc; row 1960M01,,,R2,,",
        "price.zinc.wld.worldbank.m,2005-12,1821.83,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Zinc; row 2005M12,,,R2,,",
        "price.zinc.wld.worldbank.m,2006-01,2090.31,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Zinc; row 2006M01,,,R2,,",
        "price.zinc.wld.worldbank.m,2026-05,3482.3,USD/t,exact,A,,,wb-pink-sheet-2026-06,t:Monthly Prices: Zinc; row 2026M05,,,R2,,",
        "",
      ]
    `);
  });

  it("files a revised cell of the next edition as one vintage, and its further digits as nothing new", async () => {
    const revised = workbook((sheets) => {
      nextDay(sheets);
      const row = sheets.prices.find(([month]) => month === "2026M05")!;
      row[2] = 3670.2; // aluminium, 3666.1 before
      row[4] = 13543.1912; // copper, 13543.19 before
    });
    const outcome = await imported(place, "worldbank", FILE, NEXT, revised);
    expect(counts(outcome)).toMatchObject({ revised: 1, unchanged: 66 });
    expect(place.newLines()).toEqual([
      "price.aluminium.wld.worldbank.m,2026-05,3670.2,USD/t,exact,A,,,next-edition,t:Monthly Prices: Aluminum; row 2026M05,,,R2,,",
    ]);
    expect(counts(await imported(place, "worldbank", FILE, NEXT, revised))).toMatchObject({ unchanged: 67 });
    expect(place.newLines()).toHaveLength(1);
  });

  it("files the months that an edition adds", async () => {
    const longer = workbook((sheets) => {
      nextDay(sheets);
      for (const cells of [sheets.prices, sheets.indices]) cells.push(["2026M06", ...cells.at(-1)!.slice(1)]);
    });
    const outcome = await imported(place, "worldbank", FILE, NEXT, longer);
    expect(counts(outcome)).toMatchObject({ new: 17, unchanged: 67 });
    const { problems } = validate(readFolder(place.path)).report;
    expect(problems.filter(({ file }) => file.startsWith("observations/"))).toEqual([]);
    expect(place.newLines()).toContain(
      'price.iron.wld.worldbank.m,2026-06,108.64,USD/dmt,exact,A,,,next-edition,"t:Monthly Prices: Iron ore, cfr spot; row 2026M06",,,R2,,',
    );
  });

  it("reads past the codes that some editions have below the units", async () => {
    const coded = workbook(({ prices, indices }) => {
      prices.splice(6, 0, ["", ...prices[4]!.slice(1).map((label) => (label === "Tin" ? label : `i${label}`))]);
      indices.splice(8, 0, ["", "iENERGY", "iTOTAL", "iNONFUEL"]);
    });
    expect(counts(await imported(place, "worldbank", FILE, OF_2026_06, coded))).toMatchObject({ unchanged: 67 });
  });

  it("finds the columns by their labels wherever they are", async () => {
    const turned = workbook(({ prices }) => {
      for (const row of prices.slice(4)) [row[2], row[4]] = [row[4]!, row[2]!];
    });
    expect(counts(await imported(place, "worldbank", FILE, OF_2026_06, turned))).toMatchObject({ unchanged: 67 });
  });

  it.each([
    [
      "a renamed column",
      workbook(({ prices }) => (prices[4]![4] = "Copper, grade A")),
      'sheet Monthly Prices, rows 1 to 6: has no column "Copper"; nearest: "Copper, grade A"',
    ],
    [
      "another unit",
      workbook(({ prices }) => (prices[5]![4] = "($/lb)")),
      'sheet Monthly Prices, cell E6: has the unit "($/lb)" for Copper where the mapping has "($/mt)"',
    ],
    [
      "a column that is there twice",
      workbook(({ prices }) => (prices[4]![1] = "Copper")),
      'sheet Monthly Prices, cell E5: is a second column "Copper"',
    ],
    [
      "a line between the months",
      workbook(({ prices }) => (prices[7]![0] = "Average")),
      'sheet Monthly Prices, cell A8: "Average" is not a month such as 1960M01',
    ],
    ["a sheet without months", workbook(({ prices }) => prices.splice(6)), "has no month such as 1960M01"],
    [
      "a renamed sheet",
      workbook(undefined, { ...SHEETS, indices: "Monthly Indexes" }),
      'has no sheet "Monthly Indices" (renamed to "Monthly Indexes"?)',
    ],
    ["what is no workbook", "not,a,workbook\n", "cannot be read as a workbook"],
    [
      "another edition than the document's",
      workbook(nextDay),
      'the file is the edition of 2026-11-25, source "wb-pink-sheet-2026-06" is that of 2026-06-02',
    ],
  ])("refuses %s, naming the place, and writes nothing", async (_, content, message) => {
    const outcome = await imported(place, "worldbank", FILE, OF_2026_06, content);
    expectRefused(outcome, place, message);
  });

  it("refuses a cell that is no figure, and takes over the rest", async () => {
    const outcome = await imported(
      place,
      "worldbank",
      FILE,
      OF_2026_06,
      workbook(({ prices }) => (prices[6]![4] = "n.q.")),
    );
    expect(outcome.text).toContain('sheet Monthly Prices, cell E7: "n.q." is not a figure');
    expect(counts(outcome)).toMatchObject({ unchanged: 66, refused: 1 });
    expect(outcome.code).toBe(1);
  });

  it("says which column the mapping does not have", async () => {
    const more = workbook(({ prices }) => (prices[4]![1] = "Lithium"));
    const outcome = await imported(place, "worldbank", FILE, OF_2026_06, more);
    expect(outcome.text).toContain("Monthly Prices: Lithium: 4, first at");
  });
});

it("asks for the document, and prints the row to be added", async () => {
  const seeds = seedsWith(isInSample);
  const outcome = await imported(seeds, "worldbank", FILE, ["--source", "wb-pink-sheet-2026-07"], workbook());
  expect(outcome.code).toBe(1);
  expect(outcome.text).toContain('source "wb-pink-sheet-2026-07" is not in sources/; nearest: wb-pink-sheet-2026-06');
  expect(outcome.text).toMatch(
    /\nwb-pink-sheet-2026-07,"<title.*,World Bank,World Bank,"<day.*,licensed,cc-by-4\.0,[0-9a-f]{64},R2,\n/,
  );
  seeds.remove();
});
