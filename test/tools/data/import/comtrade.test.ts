import { readFolder } from "../../../../tools/data/read/files";
import { validate } from "../../../../tools/data/validate";
import { counts, expectRefused, imported, OWN, type Place, placeOf, sample, seedsWith } from "./run";

const FILE = "comtrade.json";
const TEXT = sample(FILE);
describe("an answer of UN Comtrade", () => {
  let seeds: Place;
  let own: Place;
  beforeEach(() => {
    seeds = seedsWith((row) => /^(?:im|ex)ports\.(?:copper|lithium)[.-].*\.customs/.test(row));
    own = placeOf(OWN);
  });
  afterEach(() => {
    seeds.remove();
    own.remove();
  });
  const read = (source: string, text?: string, ...more: string[]) =>
    imported(seeds, "comtrade", FILE, ["--source", source, "--into", own.path, ...more], text);

  it("goes into the organisation's own folder, under series of its own", async () => {
    const outcome = await read("acme-1", undefined, "--new-series");
    expect(counts(outcome)).toMatchObject({ new: 7, "not mapped": 1, "left out": 1 });
    expect(seeds.changedFiles()).toEqual([]);
    expect(own.newLines()).toMatchInlineSnapshot(`
      [
        "series,period,value,unit,relation,status,conf,flag,source,locator,also,published,added,withdrawn,note",
        "exports.lithium.chn.wld.value.comtrade.a,2015,100,USD,exact,A,,,acme-1,"t:comtrade.json: X, partner 0, 283691 (H4) + 282520 (H4)",,,R2+acme.1,,",
        "imports.copper.chn.chl.value.comtrade.a,2015,1000,USD,exact,A,,,acme-1,"t:comtrade.json: M, partner 152, 2603 (H4)",,,R2+acme.1,,",
        "imports.copper.chn.chl.weight.comtrade.a,2015,500,kg,exact,E,,,acme-1,"t:comtrade.json: M, partner 152, 2603 (H4)",,,R2+acme.1,,",
        "imports.copper.chn.wld.value.comtrade.a,2015,2002000.5,USD,exact,A,,,acme-1,"t:comtrade.json: M, partner 0, 2603 (H4)",,,R2+acme.1,,",
        "imports.copper.chn.wld.value.comtrade.a,2024,8,USD,exact,A,,,acme-1,"t:comtrade.json: M, partner 0, 260300 (H6)",,,R2+acme.1,,",
        "imports.copper.chn.wld.weight.comtrade.a,2015,1001000,kg,exact,A,,,acme-1,"t:comtrade.json: M, partner 0, 2603 (H4)",,,R2+acme.1,,",
        "imports.copper.chn.wld.weight.comtrade.a,2024,9,kg,exact,A,,,acme-1,"t:comtrade.json: M, partner 0, 260300 (H6)",,,R2+acme.1,,",
        "",
        "imports.copper.chn.chl.value.comtrade.a,imports,copper,chn,chl,,,,,value,comtrade,a,level,USD,60,comtrade,yes,comtrade-copper,Chile: value of imports of copper (UN Comtrade),智利: value of imports of copper (UN Comtrade),R2+acme.1,,",
        "imports.copper.chn.chl.weight.comtrade.a,imports,copper,chn,chl,,,,,weight,comtrade,a,level,t,60,comtrade,yes,comtrade-copper,Chile: weight of imports of copper (UN Comtrade),智利: weight of imports of copper (UN Comtrade),R2+acme.1,,",
      ]
    `);
  });

  it("leaves a folder that passes every check beside ours", async () => {
    await read("acme-1", undefined, "--new-series");
    const overlay = { files: readFolder(own.path), shown: "acme" };
    const { problems } = validate(readFolder(seeds.path), overlay).report;
    expect(problems.filter(({ file }) => file.startsWith("acme/"))).toEqual([]);
  });

  it("files nothing when it is read again, and a revised value as one vintage", async () => {
    await read("acme-1", undefined, "--new-series");
    expect((await read("acme-1")).text).toContain("Nothing was written.");
    const before = own.newLines().length;
    const outcome = await read("acme-2", TEXT.replaceAll("2002000.5", "2002001"));
    expect(counts(outcome)).toMatchObject({ revised: 1 });
    expect(own.newLines()).toHaveLength(before + 1);
  });

  it("never goes into our own seeds", async () => {
    for (const options of [[], ["--into", seeds.path]]) {
      const outcome = await imported(seeds, "comtrade", FILE, ["--source", "next-edition", ...options]);
      expect(outcome.code).toBe(2);
      expect(outcome.text).toContain("its figures never go into seeds/");
    }
    expect(seeds.changedFiles()).toEqual([]);
  });

  it.each([
    [
      "a renamed field",
      TEXT.replaceAll('"primaryValue"', '"primaryvalue"'),
      'comtrade.json: data[0]: has no column "primaryValue"',
    ],
    [
      "an answer that is not whole",
      TEXT.replace('"count": 7', '"count": 8'),
      'has 7 rows in "data" where "count" says 8',
    ],
    ["an error", '{"statusCode": 401, "message": "Access denied"}', 'has no list "data"; it says "Access denied"'],
    ["what is cut", TEXT.slice(0, -40), "comtrade.json: is not JSON"],
    [
      "a period of another kind",
      TEXT.replace('"period": "2024"', '"period": "2024Q1"'),
      'data[5].period: "2024Q1" is not a period',
    ],
  ])("refuses %s, naming the place, and writes nothing", async (_, text, message) => {
    const outcome = await read("acme-1", text);
    expectRefused(outcome, own, message);
  });

  it("refuses a value that is none and a row that is there twice, and takes over the rest", async () => {
    const none = await read("acme-1", TEXT.replace('"primaryValue": 70', '"primaryValue": null'), "--dry-run");
    expect(none.text).toContain("data[3].primaryValue: null is not a value");
    const twice = await read("acme-1", TEXT.replace('"motCode": 2100', '"motCode": 0'), "--dry-run");
    expect(twice.text).toContain("data[2]: is a second row for what comtrade.json: data[1] gives");
    expect(twice.code).toBe(1);
  });
});
