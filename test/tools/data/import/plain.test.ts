import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importFiles } from "../../../../tools/data/import";
import { counts, expectRefused, imported, OWN, type Place, placeOf, seedsWith } from "./run";

const FILE = "figures.csv";
const COPPER = "imports.copper.chn.wld.value.customs.a";
const TEXT = `series,period,value,unit,status,source,locator
${COPPER},2012,16.93,USD bn,A,next-edition,p3
${COPPER},2013,19.50,USD bn,P,next-edition,
`;

describe("a plain table with our columns", () => {
  let place: Place;
  beforeEach(() => (place = seedsWith((row) => row.startsWith("imports.copper.chn.wld."))));
  afterEach(() => place.remove());
  const read = (text: string, ...options: string[]) => imported(place, "csv", FILE, options, text);

  it("is filed as it stands, each row beside those of its series", async () => {
    const outcome = await read(TEXT);
    expect(counts(outcome)).toEqual({ new: 1, unchanged: 1 });
    expect(place.newLines()).toEqual([
      `${COPPER},2013,19.50,USD bn,exact,P,,,next-edition,t:figures.csv; row 3,,,R2,,`,
    ]);
    expect(counts(await read(TEXT))).toEqual({ unchanged: 2 });
  });

  it("files another figure for a period as a vintage, and only that", async () => {
    const outcome = await read(TEXT.replace("16.93", "16.95").replace(/.*,2013,.*\n/, ""));
    expect(counts(outcome)).toEqual({ revised: 1 });
    expect(place.newLines()).toHaveLength(1);
  });

  it("reports the largest revisions first", async () => {
    await read(TEXT);
    const { text } = await read(
      `series,period,value,unit\n${COPPER},2012,16.94,USD bn\n${COPPER},2023,0.0601,USD bn\n`,
      ...["--source", "next-edition", "--dry-run"],
    );
    expect(text).toMatch(/2 revised.*\n.* 2023: .*\n.* 2012: /);
  });

  it("goes into a new file of an own folder, under the series that the folder defines", async () => {
    const own = placeOf(OWN);
    const text = `${TEXT}imports.copper.chn.wld.value.comtrade.a,2015,19.2,USD bn,A,acme-1,p1\n`;
    const outcome = await read(text, "--into", own.path);
    expect(counts(outcome)).toEqual({ new: 1, refused: 2 });
    expect(outcome.text).toContain(`${COPPER} is a series of ours; figures of your own need a series of your own`);
    expect(own.changedFiles()).toEqual(["observations/imported.csv"]);
    expect(own.newLines()).toContain(
      "imports.copper.chn.wld.value.comtrade.a,2015,19.2,USD bn,exact,A,,,acme-1,p1,,,R2+acme.1,,",
    );
    expect(place.changedFiles()).toEqual([]);
    own.remove();
  });

  it("needs a release of its own in an own folder", async () => {
    const own = placeOf({ ...OWN, "releases.csv": "id,date,summary,summary_zh,digest\n" });
    const outcome = await read(TEXT, "--into", own.path);
    expect(outcome.text).toContain("The folder has no release of its own on R2 in its releases.csv, such as R2+acme.1");
    own.remove();
  });

  it.each([
    [
      "a renamed column",
      TEXT.replace("series,", "serie,"),
      'figures.csv:1: has no column "series" (renamed to "serie" in column 1?)',
    ],
    [
      "an unknown column",
      TEXT.replace("locator", "locater"),
      'figures.csv:1, column 7: "locater" is no column of ours; nearest: locator',
    ],
    ["a cut line", TEXT.replace(",P,next-edition,", ""), "figures.csv:3: has 4 cells; the header has 7"],
  ])("refuses %s, naming the place, and writes nothing", async (_, text, message) => {
    const outcome = await read(text);
    expectRefused(outcome, place, message);
  });

  it.each([
    [
      "a series that there is not",
      TEXT.replace(`${COPPER},2013`, `${COPPER.replace("copper", "coper")},2013`),
      `figures.csv:3, column series: "${COPPER.replace("copper", "coper")}" is not a series; nearest: ${COPPER}`,
    ],
    [
      "a figure with separators",
      TEXT.replace("19.50", '"19,500"'),
      'column value: "19,500" is not a figure in plain digits',
    ],
    [
      "a unit that there is not",
      TEXT.replace("19.50,USD bn", "19.50,USD billion"),
      '"19.50" USD billion for 2013 is not a figure',
    ],
    [
      "a unit of another kind",
      TEXT.replace("19.50,USD bn", "19.50,kt"),
      `unit "kt" does not measure what ${COPPER} does, which is in USD`,
    ],
    ["a period that is none", TEXT.replace("2013", "13"), "for 13 is not a figure"],
    [
      "a status that there is not",
      TEXT.replace(",P,", ",preliminary,"),
      'status "preliminary" is none of A, B, E, F, P, U',
    ],
    ["a document that there is not", TEXT.replace("P,next-edition", "P,nowhere"), 'source "nowhere" is not in sources'],
    [
      "two figures for one period",
      `${TEXT}${COPPER},2013,20,USD bn,P,next-edition,p9\n`,
      `gives 20 for ${COPPER} 2013, and figures.csv:3 gives 19.50`,
    ],
  ])("refuses %s and takes over the rest", async (_, text, message) => {
    const outcome = await read(text);
    expect(outcome.code).toBe(1);
    expect(outcome.text).toContain(message);
    expect(counts(outcome)).toMatchObject({ refused: 1, unchanged: 1 });
  });
});

describe("the call", () => {
  const call = (...args: string[]) => importFiles(["--import", ...args], () => {});

  it("says how to call it when it is called wrongly", async () => {
    for (const args of [[], ["csv"], ["csv", "a.csv", "--sauce", "x"]]) {
      const { code, text } = await call(...args);
      expect(code).toBe(2);
      expect(text).toContain("npm run data -- --import <publisher> <file>…");
    }
    expect((await call("bacci", "a.csv")).text).toContain('"bacci" is no publisher; nearest: baci');
  });

  it("names a file that is not there", async () => {
    const place = seedsWith(() => false);
    const outcome = await call("csv", "missing.csv", "--source", "next-edition", "--seeds", place.path);
    expect(outcome).toEqual({ code: 2, text: expect.stringContaining("missing.csv") as string });
    place.remove();
  });

  it("asks for a release to work on when the newest is published", async () => {
    const place = seedsWith(() => false);
    const releases = join(place.path, "releases.csv");
    writeFileSync(releases, readFileSync(releases, "utf8").replace(/,\n$/, `,${"0".repeat(64)}\n`));
    const outcome = await imported(place, "csv", FILE, ["--source", "next-edition"], TEXT);
    expect(outcome.code).toBe(1);
    expect(outcome.text).toContain("R2 is published: add the release that is worked on to releases.csv first");
    place.remove();
  });
});
