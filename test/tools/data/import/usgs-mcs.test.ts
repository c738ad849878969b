import { counts, expectRefused, imported, type Place, sample, seedsWith } from "./run";

/** The dataset without any edition, and with all. */
const BEFORE = (row: string) => /antimony|barite|titanium-minerals/.test(row) && !row.includes(",usgs-mcs-20");
const WITH_ALL = (row: string) => /antimony|barite|titanium-minerals/.test(row);

const OF_2025 = ["--source", "usgs-mcs-2025"];
const OF_2026 = ["--source", "usgs-mcs-2026"];
const TEXT = sample("mcs-commodities.csv");
const NEXT = ["--source", "next-edition"];

describe("a table with a column for every year", () => {
  it("gives a row for every figure that the mapping names", async () => {
    const place = seedsWith(BEFORE);
    const outcome = await imported(place, "usgs-mcs", "mcs-world-data.csv", OF_2025);
    expect(counts(outcome)).toEqual({ new: 17, "cells without": 1, "left out": 3 });
    expect(outcome.code).toBe(0);
    expect(place.newLines()).toMatchInlineSnapshot(`
      [
        "        "observations/mcs.csv",",
        "series,period,value,unit,relation,status,conf,flag,source,locator,also,published,added,withdrawn,note",
        "production.antimony.aus.mine.content.usgs.a,2023,1860,t,exact,A,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 2); row Australia",,,R2,,",
        "production.antimony.aus.mine.content.usgs.a,2024,2000,t,exact,E,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 2); row Australia",,,R2,,",
        "production.antimony.chn.mine.content.usgs.a,2023,62300,t,exact,E,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 3); row China",,,R2,,",
        "production.antimony.chn.mine.content.usgs.a,2024,60000,t,exact,E,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 3); row China",,,R2,,",
        "production.antimony.tur.mine.content.usgs.a,2023,1600,t,exact,E,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 4); row Turkey",,,R2,,",
        "production.antimony.tur.mine.content.usgs.a,2024,1600,t,exact,E,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 4); row Turkey",,,R2,,",
        "production.antimony.wld.mine.content.usgs.a,2023,106000,t,exact,A,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 5); row World",,,R2,,",
        "production.antimony.wld.mine.content.usgs.a,2024,100000,t,exact,E,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 5); row World",,,R2,,",
        "production.barite.wld.mine.gross.usgs.a,2023,8080,kt,exact,E,,,usgs-mcs-2025,"t:Barite: Mine production, barite, estimated (row 7); row World",,,R2,,Without the United States",
        "production.barite.wld.mine.gross.usgs.a,2024,8200,kt,exact,E,,,usgs-mcs-2025,"t:Barite: Mine production, barite, estimated (row 7); row World",,,R2,,Without the United States",
        "production.titanium-minerals.wld.mine.tio2.usgs.a,2023,9430,kt,exact,A,,,usgs-mcs-2025,"t:Titanium Mineral Concentrates: Mine production, ilmentite, titanium dioxide (TiO2) content (row 8); row World",,,R2,,The file names another unit in its header; the size of the figures and the other editions show this one",
        "production.titanium-minerals.wld.mine.tio2.usgs.a,2024,9400,kt,exact,E,,,usgs-mcs-2025,"t:Titanium Mineral Concentrates: Mine production, ilmentite, titanium dioxide (TiO2) content (row 8); row World",,,R2,,The file names another unit in its header; the size of the figures and the other editions show this one",
        "reserves.antimony.aus.content.usgs.a,2024,140000,t,exact,A,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 2); row Australia",,,R2,,Reserves that comply with a reporting code are stated by USGS apart",
        "reserves.antimony.chn.content.usgs.a,2024,670000,t,exact,A,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 3); row China",,,R2,,",
        "reserves.antimony.tur.content.usgs.a,2024,99000,t,exact,A,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 4); row Turkey",,,R2,,",
        "reserves.antimony.wld.content.usgs.a,2024,2000000,t,at-least,A,,,usgs-mcs-2025,"t:Antimony: Mine production, antimony content (row 5); row World",,,R2,,",
        "reserves.titanium-minerals.wld.tio2.usgs.a,2024,560000,kt,exact,A,,,usgs-mcs-2025,"t:Titanium Mineral Concentrates: Mine production, ilmentite, titanium dioxide (TiO2) content (row 8); row World",,,R2,,",
        "",
      ]
    `);
    place.remove();
  });

  it.each([
    ["PROD_2023", "PRODUCTION_2023", "has no column PROD_<year>"],
    ["RESERVES_2024", "RESERVES", "has no column RESERVES_<year>"],
    ["UNIT_MEAS", "UNIT_MEASURE", 'has no column "UNIT_MEAS" (renamed to "UNIT_MEASURE" in column 5?)'],
  ])("refuses %s under the name %s", async (was, is, message) => {
    const place = seedsWith(() => false);
    const text = sample("mcs-world-data.csv").replace(was, is);
    const outcome = await imported(place, "usgs-mcs", "mcs-world-data.csv", OF_2025, text);
    expect([outcome.code, outcome.text]).toEqual([1, expect.stringContaining(message)]);
    place.remove();
  });

  it("finds what is filed from the same edition unchanged", async () => {
    const place = seedsWith(WITH_ALL);
    const outcome = await imported(place, "usgs-mcs", "mcs-world-data.csv", OF_2025);
    expect(counts(outcome)).toEqual({ unchanged: 17, "cells without": 1, "left out": 3 });
    expect(place.changedFiles()).toEqual([]);
    place.remove();
  });

  it("files a revised cell of the next edition as one vintage", async () => {
    const place = seedsWith((row) => WITH_ALL(row) && !row.includes("usgs-mcs-2026"));
    const outcome = await imported(
      place,
      "usgs-mcs",
      "mcs-world-data.csv",
      NEXT,
      sample("mcs-world-data.csv").replace("1860", "1900"),
    );
    expect(counts(outcome)).toMatchObject({ revised: 1, unchanged: 16 });
    expect(place.newLines()).toEqual([
      'production.antimony.aus.mine.content.usgs.a,2023,1900,t,exact,A,,,next-edition,"t:Antimony: Mine production, antimony content (row 2); row Australia",,,R2,,',
    ]);
    place.remove();
  });
});

describe("a list with a row for every figure", () => {
  let place: Place;
  beforeEach(() => (place = seedsWith(WITH_ALL)));
  afterEach(() => place.remove());

  it("finds what is filed from the same edition unchanged", async () => {
    const outcome = await imported(place, "usgs-mcs", "mcs-commodities.csv", OF_2026);
    expect(counts(outcome)).toEqual({ unchanged: 12, "cells without": 1, "left out": 2 });
    expect(place.changedFiles()).toEqual([]);
  });

  it("gives prices, reliance and sources of imports their own places", async () => {
    place.remove();
    place = seedsWith((row) => WITH_ALL(row) && !/^(?:price|import-share|net-import-reliance)\.[^,]*,\d/.test(row));
    await imported(place, "usgs-mcs", "mcs-commodities.csv", OF_2026);
    expect(place.newLines()).toEqual(
      expect.arrayContaining([
        "price.barite.wld.usgs.a,2025,210,USD/t,exact,E,,,usgs-mcs-2026,t:Barite: Price (row 14),,,R2,,",
        "net-import-reliance.barite.usa.usgs.a,2025,75,%,at-least,E,,,usgs-mcs-2026,t:Barite: Net import reliance; row 15,,,R2,,",
        "import-share.barite.usa.ind.usgs.p,2021/2024,39,%,exact,A,,,usgs-mcs-2026,t:Barite: Import sources 2021-2024; row 16,,,R2,,",
      ]),
    );
  });

  it("is read the same however its columns lie and however it is encoded", async () => {
    const turned = await imported(
      place,
      "usgs-mcs",
      "mcs-commodities.csv",
      OF_2026,
      TEXT.replace(/^([^,]*),((?:"[^"]*"|[^",\n])*),/gm, "$2,$1,"),
    );
    expect(counts(turned)).toMatchObject({ unchanged: 12 });
    const windows = await imported(
      place,
      "usgs-mcs",
      "mcs-commodities.csv",
      OF_2026,
      Buffer.from(TEXT.replaceAll("—", "\u0097").replaceAll("–", "\u0096"), "latin1"),
    );
    expect(counts(windows)).toMatchObject({ unchanged: 12 });
  });

  it("files a revised cell of the next edition as one vintage, and nothing when it is read again", async () => {
    const revised = TEXT.replace('"1,270"', '"1,250"');
    const outcome = await imported(place, "usgs-mcs", "mcs-commodities.csv", NEXT, revised);
    expect(counts(outcome)).toMatchObject({ revised: 1, unchanged: 11 });
    expect(outcome.text).toContain("production.antimony.aus.mine.content.usgs.a 2024: 1270 t (A), now 1250 t (A)");
    expect(place.newLines()).toEqual([
      "production.antimony.aus.mine.content.usgs.a,2024,1250,t,exact,A,,,next-edition,t:Antimony: Mine production (row 3); row Australia,,,R2,,",
    ]);
    const again = await imported(place, "usgs-mcs", "mcs-commodities.csv", NEXT, revised);
    expect(counts(again)).toMatchObject({ unchanged: 12 });
    expect(place.newLines()).toHaveLength(1);
  });

  it("writes nothing in a dry run", async () => {
    const outcome = await imported(
      place,
      "usgs-mcs",
      "mcs-commodities.csv",
      [...NEXT, "--dry-run"],
      TEXT.replace('"1,270"', '"1,250"'),
    );
    expect(counts(outcome)).toMatchObject({ revised: 1 });
    expect(place.changedFiles()).toEqual([]);
  });

  it.each([
    [
      "a renamed column",
      (text: string) => text.replace("Statistics_detail", "Statistic detail"),
      'mcs-commodities.csv:1: has no column "Statistics_detail" (renamed to "Statistic detail" in column 6?)',
    ],
    ["a cut line", (text: string) => text.slice(0, -6), "mcs-commodities.csv:17: has 10 cells; the header has 12"],
    ["an empty file", () => "", "mcs-commodities.csv:1: is empty"],
    ["an unclosed quote", (text: string) => text.replace('"1,270"', '"1,270'), "is not CSV"],
  ])("refuses %s, naming the place, and writes nothing", async (_, damage, message) => {
    const outcome = await imported(place, "usgs-mcs", "mcs-commodities.csv", NEXT, damage(TEXT));
    expectRefused(outcome, place, message);
  });

  it.each([
    [
      "a figure that is none",
      '"1,270"',
      "1270-1280",
      'mcs-commodities.csv:3, column Value: "1270-1280" is not one figure',
    ],
    [
      "another unit",
      'Mine production,metric tons,2024,"1,270"',
      'Mine production,kilograms,2024,"1,270"',
      'unit "kilograms" where the mapping has "metric tons"',
    ],
    [
      "an unknown country",
      "Antimony,Australia,Production",
      "Antimony,Austraila,Production",
      'country "Austraila" is not known; nearest: Australia',
    ],
  ])("refuses %s and takes over the rest", async (_, was, is, message) => {
    const outcome = await imported(place, "usgs-mcs", "mcs-commodities.csv", OF_2026, TEXT.replace(was, is));
    expect(outcome.code).toBe(1);
    expect(outcome.text).toContain(message);
    expect(counts(outcome)).toMatchObject({ refused: expect.any(Number), unchanged: expect.any(Number) });
  });

  it("refuses a figure that is filed otherwise from the same edition", async () => {
    const outcome = await imported(
      place,
      "usgs-mcs",
      "mcs-commodities.csv",
      OF_2026,
      TEXT.replace('"1,270"', '"1,250"'),
    );
    expect(outcome.text).toContain("has 1270 t (A, exact) from this document already: correct it if it is wrong");
    expect(place.changedFiles()).toEqual([]);
  });

  it("says what the mapping does not have, with its nearest words", async () => {
    const outcome = await imported(
      place,
      "usgs-mcs",
      "mcs-commodities.csv",
      OF_2026,
      TEXT.replaceAll(",Mine production,", ",Mine production of antimony,"),
    );
    expect(counts(outcome)).toMatchObject({ "not mapped": 5 });
    expect(outcome.text).toContain(
      "Antimony; Production; Mine production of antimony (nearest in the mapping: Mine production",
    );
  });
});
