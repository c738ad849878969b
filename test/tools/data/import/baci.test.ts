import { FlowScan, type Flow } from "../../../../tools/data/import/baci/scan";
import { counts, expectRefused, imported, type Place, sample, seedsWith } from "./run";

const FILE = "BACI_HS17_Y2024_V202601.csv";
const NEXT_FILE = "BACI_HS17_Y2024_V202611.csv";
const TEXT = sample(FILE);
const SAME = ["--source", "baci-v202601-complete"];
const NEXT = ["--source", "next-edition"];
const isInSample = (row: string) => /^(?:exports\.unwrought-beryllium|imports\.arsenic)\./.test(row);

describe("a year of BACI", () => {
  let place: Place;
  beforeEach(() => (place = seedsWith(isInSample)));
  afterEach(() => place.remove());

  it("is unchanged when the same edition is read, each flow and the sum of all", async () => {
    const outcome = await imported(place, "baci", FILE, SAME);
    expect(counts(outcome)).toEqual({ unchanged: 16 });
    expect(outcome.code).toBe(0);
    expect(place.changedFiles()).toEqual([]);
  });

  it("gives a row for every flow and for the world", async () => {
    place.remove();
    place = seedsWith((row) => isInSample(row) && !row.includes(",2024,"));
    const outcome = await imported(place, "baci", FILE, SAME);
    expect(counts(outcome)).toEqual({ new: 16 });
    expect(place.newLines()).toMatchInlineSnapshot(`
      [
        "imports.arsenic.chn.deu.value.baci.a,2024,130877,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 276, j 156, k 280480 (row 7)",,,R2,,",
        "imports.arsenic.chn.jpn.value.baci.a,2024,719014,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 392, j 156, k 280480 (row 8)",,,R2,,",
        "imports.arsenic.chn.usa.value.baci.a,2024,2757,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 842, j 156, k 280480 (row 9)",,,R2,,",
        "imports.arsenic.chn.wld.value.baci.a,2024,852648,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: j 156, k 280480",,,R2,,",
        "exports.unwrought-beryllium.chn.kor.value.baci.a,2024,2743,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, j 410, k 811212 (row 5)",,,R2,,",
        "exports.unwrought-beryllium.chn.wld.value.baci.a,2024,63926,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, k 811212",,,R2,,",
        "exports.unwrought-beryllium.chn.jpn.value.baci.a,2024,40703,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, j 392, k 811212 (row 4)",,,R2,,",
        "exports.unwrought-beryllium.chn.jpn.weight.baci.a,2024,1.000,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, j 392, k 811212 (row 4)",,,R2,,",
        "exports.unwrought-beryllium.chn.kor.weight.baci.a,2024,0.002,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, j 410, k 811212 (row 5)",,,R2,,",
        "exports.unwrought-beryllium.chn.tha.value.baci.a,2024,20480,USD,exact,A,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, j 764, k 811212 (row 6)",,,R2,,",
        "exports.unwrought-beryllium.chn.tha.weight.baci.a,2024,4.000,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, j 764, k 811212 (row 6)",,,R2,,",
        "exports.unwrought-beryllium.chn.wld.weight.baci.a,2024,5.002,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 156, k 811212",,,R2,,",
        "imports.arsenic.chn.deu.weight.baci.a,2024,0.791,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 276, j 156, k 280480 (row 7)",,,R2,,",
        "imports.arsenic.chn.jpn.weight.baci.a,2024,0.444,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 392, j 156, k 280480 (row 8)",,,R2,,",
        "imports.arsenic.chn.usa.weight.baci.a,2024,0.280,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: i 842, j 156, k 280480 (row 9)",,,R2,,",
        "imports.arsenic.chn.wld.weight.baci.a,2024,1.515,t,exact,U,,,baci-v202601-complete,"t:BACI_HS17_Y2024_V202601: j 156, k 280480",,,R2,,",
      ]
    `);
  });

  it.each([
    ["its columns lie otherwise", TEXT.replace(/^(.*?),(.*?),(.*?),(.*?),(.*?),(.*)$/gm, "$4,$6,$2,$5,$1,$3")],
    ["cells are quoted", TEXT.replace(/,(\w{6}),/g, ',"$1",')],
    ["cells are padded", TEXT.replaceAll(",", ", ")],
    ["codes have lost their zeros", TEXT.replace(",010121,", ",10121,")],
    ["lines end as on Windows", TEXT.replaceAll("\n", "\r\n")],
    ["the last line is open", TEXT.trimEnd()],
  ])("is read the same when %s", async (_, text) => {
    expect(counts(await imported(place, "baci", FILE, SAME, text))).toEqual({ unchanged: 16 });
  });

  it("files a revised flow of the next edition as one vintage, and the sum that it is part of", async () => {
    const text = TEXT.replace("156,392,811212,40.703", "156,392,811212,41.703");
    const outcome = await imported(place, "baci", NEXT_FILE, NEXT, text);
    expect(counts(outcome)).toEqual({ revised: 2, unchanged: 14 });
    expect(place.newLines()).toEqual([
      'exports.unwrought-beryllium.chn.jpn.value.baci.a,2024,41703,USD,exact,A,,,next-edition,"t:BACI_HS17_Y2024_V202611: i 156, j 392, k 811212 (row 4)",,,R2,,',
      'exports.unwrought-beryllium.chn.wld.value.baci.a,2024,64926,USD,exact,A,,,next-edition,"t:BACI_HS17_Y2024_V202611: i 156, k 811212",,,R2,,',
    ]);
    expect(counts(await imported(place, "baci", NEXT_FILE, NEXT, text))).toEqual({ unchanged: 16 });
  });

  it("gives a sum without all quantities as a lower bound", async () => {
    const outcome = await imported(place, "baci", NEXT_FILE, NEXT, TEXT.replace("2.743,0.002", "2.743,NA"));
    expect(counts(outcome)).toEqual({ revised: 1, unchanged: 14, "cells without": 1 });
    expect(place.newLines()[0]).toMatch(
      /^exports\.unwrought-beryllium\.chn\.wld\.weight\.baci\.a,2024,5,t,at-least,U,/,
    );
  });

  it("defines the series of a new country after that of another when it is told to", async () => {
    const text = TEXT + "2024,156,490,811212,7.000,0.700\n";
    const without = await imported(place, "baci", NEXT_FILE, [...NEXT, "--dry-run"], text);
    expect(without.text).toContain("2 for series that are not defined; --new-series defines 2 of them");
    const outcome = await imported(place, "baci", NEXT_FILE, [...NEXT, "--new-series"], text);
    expect(counts(outcome)).toMatchObject({ new: 2, revised: 2, unchanged: 14 });
    expect(place.newLines()).toContain(
      'exports.unwrought-beryllium.chn.twn.value.baci.a,exports,unwrought-beryllium,chn,twn,,,,,value,baci,a,level,USD,20,baci,yes,baci-811212,"China: exports of unwrought beryllium and beryllium powders to Taiwan, value (BACI)",中国：向台湾出口未锻轧铍及铍粉，金额（BACI）,R2,,',
    );
  });

  it("says which country it does not know, and has it in the sum", async () => {
    const outcome = await imported(place, "baci", NEXT_FILE, NEXT, TEXT + "2024,156,697,811212,7.000,0.700\n");
    expect(counts(outcome)).toMatchObject({ "not mapped": 1, revised: 2 });
    expect(outcome.text).toContain("country 697: 1, first at BACI_HS17_Y2024_V202611.csv:11");
  });

  it.each([
    ["a renamed column", FILE, TEXT.replace("k,v", "hs6,v"), `${FILE}:1: has no column "k"`],
    [
      "a further column",
      FILE,
      TEXT.replace(/$/gm, ",1"),
      `${FILE}:1: has 7 columns; it should have t, i, j, k, v, q alone`,
    ],
    ["a cut line", FILE, TEXT.replace(",2.743,0.002", ""), `${FILE}:5: has 4 cells; the header has 6`],
    ["another year", FILE, TEXT.replace("2024,156,764", "2023,156,764"), `${FILE}:6, column t: "2023" is not 2024`],
    [
      "a country that is no number",
      FILE,
      TEXT.replace("156,764", "CHN,764"),
      `${FILE}:6, column i: "CHN" is not the number`,
    ],
    [
      "a code that is none",
      FILE,
      TEXT.replace(",811212,20", ",81.1212,20"),
      `${FILE}:6, column k: "81.1212" is not a code`,
    ],
    ["an empty file", FILE, "", `${FILE}:1: is empty`],
    ["a file without CEPII's name", "baci.csv", TEXT, "baci.csv: is not named as CEPII names its files"],
    [
      "an edition of the HS that no series takes",
      "BACI_HS92_Y2024_V202601.csv",
      TEXT,
      "no series takes HS92 for 2024; the editions for that year are HS17 and HS22",
    ],
    [
      "another edition than the document's",
      NEXT_FILE,
      TEXT,
      'the file is the edition of 2026-11, source "baci-v202601-complete" is that of 2026-01',
    ],
  ])("refuses %s, naming the place, and writes nothing", async (_, name, text, message) => {
    const outcome = await imported(place, "baci", name, SAME, text);
    expectRefused(outcome, place, message);
  });

  it.each([
    ["a value that is none", TEXT + "2024,156,36,811212,n/a,1.000\n", `${FILE}:11, column v: "n/a" is not a value`],
    [
      "a quantity that is none",
      TEXT + "2024,156,36,811212,1.000,few\n",
      `${FILE}:11, column q: "few" is not a quantity`,
    ],
    ["a flow that is there twice", TEXT + "2024,156,764,811212,1.000,NA\n", `${FILE}:11: is a second line`],
  ])("refuses %s and takes over the rest", async (_, text, message) => {
    const outcome = await imported(place, "baci", FILE, SAME, text);
    expect(outcome.code).toBe(1);
    expect(outcome.text).toContain(message);
    expect(counts(outcome)).toMatchObject({ unchanged: 16, refused: 1 });
  });
});

it("reads the same in whatever pieces the bytes come", () => {
  const whole = flowsOf(TEXT.length);
  expect(whole).toHaveLength(6);
  for (const size of [1, 2, 7, 31, 64]) expect(flowsOf(size)).toEqual(whole);
});

/** The flows of China in the sample, read in pieces of this size. */
function flowsOf(size: number): Flow[] {
  const flows: Flow[] = [];
  const isWanted = (exporter: number, importer: number, code: number) =>
    (exporter === 156 || importer === 156) && (code === 811212 || code === 280480);
  const scan = new FlowScan(FILE, 2024, isWanted, (flow) => flows.push(flow));
  const bytes = Buffer.from(TEXT);
  for (let at = 0; at < bytes.length; at += size) scan.feed(bytes.subarray(at, at + size));
  scan.end();
  return flows;
}
