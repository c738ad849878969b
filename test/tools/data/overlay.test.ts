/** An organisation's own rows beside ours: they answer where ours do not, and change none of ours. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import { addedIn } from "../../../src/workbook/record/note-added";
import type { ReleaseRefusal } from "../../../src/update";
import { verify } from "../../../src/update/verify/verify";
import { run } from "../../../tools/data/cli";
import { compileFiles } from "../../../tools/data/compile";
import { readFolder, type Files } from "../../../tools/data/read/files";
import { published } from "../../update/releases";
import { callerOf, failing } from "./caller";
import { draft as anyDraft, filesOf, seen, type Draft } from "./fixture";

const ACME = join(__dirname, "..", "..", "fixtures", "overlay");
const acme = readFolder(ACME);
const COMTRADE = "imports.copper.chn.wld.value.comtrade.a";
const ADDRESS = "https://data.acme.example/orebook/";

/** A package in which the bare word is answered by one who counts, as in ours. */
function draft(): Draft {
  const it = anyDraft();
  for (const indicator of it.tables["codes/indicators.csv"]!)
    if (indicator["family"] === "trade") indicator["basis"] = "customs";
  return it;
}

const compiled = (it: Draft = draft(), overlay: Files | undefined = acme) =>
  compileFiles(filesOf(it), overlay && { files: overlay, shown: "../acme" });

function releaseOf(it?: Draft, overlay?: Files | "none"): ReleaseFile {
  const { release, problems } = overlay === "none" ? compileFiles(filesOf(it ?? draft())) : compiled(it, overlay);
  if (!release) throw new Error(JSON.stringify(problems));
  return release;
}

const plain = releaseOf(undefined, "none");
const added = releaseOf();

/** The overlay with one file changed: a line more, or a text replaced. */
const edited = (file: string, how: (text: string) => string): Files =>
  new Map([
    ...acme,
    [file, new TextEncoder().encode(how(new TextDecoder().decode(acme.get(file) ?? new Uint8Array())))],
  ]);
const line = (text: string) => (before: string) => `${before}${text}\n`;

test("it is a release of its own, which stands on ours and names who made it and where it is", () => {
  const dataset = new Dataset(added);
  expect(dataset.releases.map(({ id }) => id)).toEqual(["R1", "R2", "R2+acme.1", "R2+acme.3"]);
  expect([dataset.release, dataset.overlay]).toEqual([
    "R2+acme.3",
    { id: "acme", title: "Acme Bank", address: ADDRESS },
  ]);
  expect(compiled()).toMatchObject({ problems: [], open: new Map() });
});

test("its figures answer where ours have none, with their source and terms, each from its own release on", () => {
  const at = (release: string) => callerOf(added, { release });
  const imports = (release: string, year: number) => at(release)("METALS.IMPORTS", "copper", year);
  expect([imports("R2+acme.3", 2015), imports("R2+acme.3", 2016)]).toEqual([19.2e9, 20.9e9]);
  expect([imports("R2+acme.1", 2015), imports("R2+acme.1", 2016)]).toEqual([19.2e9, failing("#N/A", /2016/)]);
  const caller = at("R2+acme.3");
  expect(caller("METALS.STATUS", "imports", "copper", 2015)).toBe(
    `19.2 USD bn, published; counted by UN Comtrade; source: United Nations Statistics Division via United Nations (2026-11-30); UN Comtrade premium subscription (licensed to Acme Bank alone); series ${COMTRADE} (rank 60)`,
  );
  expect(caller("METALS.SOURCE", "imports", "copper", 2015, null, "licence")).toBe(
    "UN Comtrade premium subscription (licensed to Acme Bank alone)",
  );
  // Beside ours it answers when it is asked for: by its basis, by its id.
  expect(caller("METALS.IMPORTS", "copper", 2024)).toBe(67.32e9);
  expect(caller("METALS.IMPORTS", "copper", 2024, null, null, null, "comtrade")).toBe(61e9);
  expect(caller("METALS.GET", COMTRADE, 2024)).toBe(61e9);
  expect(caller("METALS.IMPORTS", "house concentrate", 2024)).toBe(1.5e9);
});

test("what ours answer they answer as ever: as of each of our releases, and in the organisation's own", () => {
  const questions = new Dataset(plain).series.flatMap(({ id, indicator, item }) =>
    ["2012", "2015", "2016", "2023", "2024", "2025-06", "2025-H1"].flatMap((period) => [
      ["METALS.GET", id, period],
      ["METALS.STATUS", indicator, item, period],
      ["METALS.GROWTH", indicator, item, period],
      ["METALS.LATEST", indicator, item],
    ]),
  );
  const callers = (release: string) => [callerOf(plain, { release }), callerOf(added, { release })] as const;
  for (const release of ["R1", "R2"]) {
    const [ours, theirs] = callers(release);
    for (const [id, ...args] of questions) expect(theirs(id!, ...args)).toEqual(ours(id!, ...args));
  }
  const ours = callerOf(plain);
  const theirs = callerOf(added);
  const numbers = questions.filter(([id, ...args]) => typeof ours(id!, ...args) === "number");
  expect(numbers.length).toBeGreaterThan(20);
  for (const [id, ...args] of numbers) expect(theirs(id!, ...args)).toEqual(ours(id!, ...args));
});

test("our next release does not have it; the organisation's on that one has both", () => {
  const third = draft();
  third.descriptor = { ...third.descriptor, version: "3.0.0", created: "2027-03-01T00:00:00Z" };
  third.tables["releases.csv"]!.push({ id: "R3", date: "2027-03-01", summary: "Third", summary_zh: "三" });
  third.tables["observations/trade.csv"]!.push(
    seen("imports.copper.chn.wld.value.customs.a", "2022", "50", "USD bn", "paper-a", { added: "R3" }),
  );
  const fourth = line("R3+acme.4,2027-03-05,On R3,基于R3,");
  const file = releaseOf(third, edited("releases.csv", fourth));
  const imports = (release: string) =>
    [2015, 2022].map((year) => callerOf(file, { release })("METALS.IMPORTS", "copper", year));
  expect(imports("R3")).toEqual([failing("#N/A", /2015/), 50e9]);
  expect(imports("R2+acme.3")).toEqual([19.2e9, failing("#N/A", /2022/)]);
  expect(imports("R3+acme.4")).toEqual([19.2e9, 50e9]);
  expect(callerOf(file, { release: "R3" })("METALS.CHANGES", null, null, 2)).toEqual(
    callerOf(releaseOf(third, "none"), { release: "R3" })("METALS.CHANGES", null, null, 2),
  );
  // An overlay that was left on the release before is not published on this one.
  expect(compiled(third).problems).toEqual([
    { file: "../acme/releases.csv", line: 3, message: "id: the overlay has no release on R3, our newest" },
  ]);
});

describe("refused with file and line", () => {
  const R3 = "R2+acme.3";
  const observation = (series: string) => `${series},2011,1,USD bn,exact,A,,,acme-desk,p1,,,${R3},,`;
  test.each<[fault: string, file: string, how: (text: string) => string, message: RegExp]>([
    [
      "a figure of one of our series",
      "observations/comtrade.csv",
      line(observation("imports.copper.chn.wld.value.customs.a")),
      /^series: imports.copper.chn.wld.value.customs.a is none of the overlay's own/,
    ],
    [
      "a series of ours again",
      "series/comtrade.csv",
      line(
        `imports.copper.chn.wld.value.customs.a,imports,copper,chn,wld,,,,,value,customs,a,level,USD,61,gacc,yes,comtrade-copper,Ours,我们的,${R3},,`,
      ),
      /^id: imports.copper.chn.wld.value.customs.a is ours, in series.csv line 2/,
    ],
    [
      "a source of ours again",
      "sources.csv",
      line(`paper-a,Renamed,,Somebody,2025,2026-01-01,,licensed,facts-only,,${R3},`),
      /^the same id as sources.csv line 2/,
    ],
    [
      "an item of ours in another group",
      "codes/items.csv",
      line("copper,Copper,铜,,metal,,,,,"),
      /^the same id as codes\/items.csv line 2/,
    ],
    [
      "a word of ours for an item of its own",
      "codes/items.csv",
      (text) => text.replace("house concentrate", "red metal"),
      /means acme-concentrate here and copper in codes\/items.csv/,
    ],
    [
      "a source without terms",
      "sources.csv",
      (text) => text.replace("comtrade-premium,,R2+acme.1", ",,R2+acme.1"),
      /^licence: is empty, and the source is licensed/,
    ],
    [
      "terms that nobody wrote down",
      "sources.csv",
      (text) => text.replace("comtrade-premium,,R2+acme.1", "premium,,R2+acme.1"),
      /^licence: "premium" is not in/,
    ],
    [
      "a rank before ours",
      "series/comtrade.csv",
      (text) => text.replace("USD,60", "USD,5"),
      /^rank: 5 would answer before ours; an overlay's series have 60 to 99/,
    ],
    [
      "what a word of ours means",
      "defaults.csv",
      line(`production,copper,mine,content,,Other,其他,${R3},`),
      /^item: copper is none of the overlay's own/,
    ],
    [
      "a row of one of our releases",
      "observations/comtrade.csv",
      (text) => text.replace(",R2+acme.1,", ",R2,"),
      /^added: R2 is no release of the overlay/,
    ],
    [
      "a figure withdrawn by our release",
      "observations/comtrade.csv",
      (text) => text.replace("R2+acme.1,,", "R2+acme.1,R2,"),
      /^withdrawn: R2 is/,
    ],
    [
      "a release of ours",
      "releases.csv",
      line("R3,2027-01-01,Third,三,"),
      /^id: R3 is not written as a release of ours with \+acme/,
    ],
    [
      "somebody else's release",
      "releases.csv",
      line("R2+other.4,2027-01-01,Other,其他,"),
      /^id: R2\+other.4 is not written as/,
    ],
    [
      "a release on one that is not there",
      "releases.csv",
      line("R9+acme.4,2027-01-01,Ninth,九,"),
      /^id: R9\+acme.4 is not written as/,
    ],
    ["an event", "events.csv", () => "id\nx\n", /^is no table to which an overlay may add rows/],
    [
      "another column",
      "sources.csv",
      (text) => text.replace("id,title", "id,colour,title"),
      /^unknown column "colour"/,
    ],
    ["no address", "overlay.json", () => '{"id":"acme","title":"Acme"}', /^address: must be the https address/],
    ["no word", "overlay.json", () => '{"id":"Acme Bank"}', /^id: must be a word such as acme/],
  ])("%s", (_fault, file, how, message) => {
    const { problems, release } = compiled(draft(), edited(file, how));
    expect(release).toBeUndefined();
    const there = problems.filter((one) => one.file === `../acme/${file}` && one.line > 0).map((one) => one.message);
    expect(there).toContainEqual(expect.stringMatching(message));
  });
});

test("an add-in with our data alone takes it: everything that ours answered is unchanged", async () => {
  const taking = async (file: ReleaseFile, now: ReleaseFile) => {
    const { bytes, notice } = published(file);
    const taken = verify(bytes, notice, new Dataset(now), "9.9.9", crypto.subtle);
    return taken.then(({ release }) => release).catch((error: unknown) => (error as ReleaseRefusal).data);
  };
  expect(await taking(added, plain)).toBe("R2+acme.3");
  const changed = draft();
  changed.tables["observations/trade.csv"]!.find(({ value }) => value === "0.31")!["value"] = "0.32";
  expect(await taking(releaseOf(changed), plain)).toEqual({
    release: "R2",
    what: "imports.copper.chn.pak.value.customs.a 2024",
  });
  const withdrawn = edited("observations/comtrade.csv", (text) => text.replace("19.2,", "19.3,"));
  expect(await taking(releaseOf(undefined, withdrawn), added)).toMatchObject({ current: "R2+acme.3" });
});

describe("a workbook on it, opened with our data alone", () => {
  const standing = { release: "R2+acme.3", address: ADDRESS };
  const caller = callerOf(plain, standing);
  const lacking = failing(
    "#N/A",
    /^None in data release R2; it may be in R2\+acme\.3, .* acme added, .* https:\/\/data\.acme\.example\/orebook\/\.$/,
  );

  test("ours answer as of our release beneath it", () => {
    expect(caller("METALS.IMPORTS", "copper", 2024)).toBe(67.32e9);
    expect(caller("METALS.IMPORTS", "copper", 2024, null, null, null, null, "R1")).toBe(67.33e9);
  });

  test("theirs are #N/A and name the organisation and the address, however they are asked for", () => {
    expect(caller("METALS.IMPORTS", "copper", 2015)).toEqual(lacking);
    expect(caller("METALS.GET", COMTRADE, 2015)).toEqual(lacking);
    expect(caller("METALS.IMPORTS", "house concentrate", 2024)).toEqual(lacking);
    expect(caller("METALS.IMPORTS", "copper", 2015, null, null, null, "comtrade")).toEqual(lacking);
    expect(caller("METALS.STATUS", "imports", "copper", 2015)).toMatch(/acme added/);
  });

  test("a question as of our release has our answer, one as of theirs theirs", () => {
    expect(caller("METALS.IMPORTS", "copper", 2015, null, null, null, null, "R2")).toEqual(failing("#N/A", /2015/));
    const ours = callerOf(plain);
    expect(ours("METALS.IMPORTS", "copper", 2015, null, null, null, null, "R2+acme.1")).toEqual(
      failing("#N/A", /^None in data release R2; it may be in R2\+acme\.1/),
    );
    expect(ours("METALS.IMPORTS", "copper", 2024, null, null, null, null, "R2+acme.1")).toBe(67.32e9);
  });

  describe.each([
    ["noted", { ...standing, added: addedIn(new Dataset(added), "R2+acme.3") }],
    ["not noted", standing],
  ])("what it added is %s", (_, at) => {
    const [here, there] = [callerOf(plain, at), callerOf(added, at)];
    const differing = /^Data release R2 alone may answer otherwise than R2\+acme\.3, .* https:/;

    test("nothing is answered otherwise than with its data, whatever is asked", () => {
      const items = ["copper", "zinc", "rare earths", "house concentrate"];
      const indicators = ["imports", "exports", "balance", "production", "reserves", "imports any", "imports weight"];
      const asked: [string, ...unknown[]][] = [
        ...["Comtrade", "copper", "imports"].map((words): [string, ...unknown[]] => ["METALS.FIND", words]),
        ...["metals", "bases", "sources", "defaults", "countries", "units"].map((kind): [string, string] => [
          "METALS.LIST",
          kind,
        ]),
        ["METALS.CALENDAR"],
        ["METALS.CHANGES"],
        ["METALS.CHANGES", "R1", "copper"],
        ["METALS.CHANGES", "R1", "zinc"],
        ["METALS.TABLE", "copper"],
        ...indicators.flatMap((indicator) =>
          items.flatMap((item): [string, ...unknown[]][] => [
            ["METALS.LATEST", indicator, item],
            ["METALS.SERIES", indicator, item],
            ["METALS.SERIES", indicator, item, null, null, null, null, 2, null, "yoy"],
            ["METALS.COVERAGE", indicator, item],
            ...[2012, 2015, 2016, 2024, "2025-06"].flatMap((period): [string, ...unknown[]][] => [
              ["METALS.PARTNERS", indicator, item, period],
              ["METALS.SHARE", indicator, item, period, "pak"],
              ["METALS.GROWTH", indicator, item, period],
              ["METALS.CAGR", indicator, item, 2012, period],
              ["METALS.SOURCES", indicator, item, period],
              ["METALS.REVISIONS", indicator, item, period],
              ["METALS.STATUS", indicator, item, period],
              ["METALS.SOURCE", indicator, item, period],
              ["METALS.GRID", indicator, [[item]], [[period, 2024]]],
              ["METALS.GRID", indicator, [[item]], [[period, 2024]], null, null, null, "yoy"],
            ]),
          ]),
        ),
      ];
      let [same, named] = [0, 0];
      for (const [id, ...args] of asked) {
        const [ours, theirs] = [here(id, ...args), there(id, ...args)].map((shown) => JSON.stringify(shown));
        if (ours!.includes("acme added")) named++;
        else if (ours === theirs) same++;
        else if (![ours, theirs].every((shown) => shown!.startsWith('{"error"')))
          throw new Error(`${id} ${args.join()}: ${ours} is not ${theirs}`);
      }
      expect(same).toBeGreaterThan(10);
      expect(named).toBeGreaterThan(100);
    });

    test.each<[string, ...unknown[]]>([
      ["METALS.LATEST", "imports", "copper"],
      ["METALS.SERIES", "imports", "copper"],
      ["METALS.SHARE", "imports", "copper", 2024, "pak"],
      ["METALS.GROWTH", "imports", "copper", 2024, 2012],
      ["METALS.CHANGES"],
      ["METALS.FIND", "copper"],
      ["METALS.LIST", "sources"],
    ])("%s over what it has a part in names it", (id, ...args) => {
      expect(here(id, ...args)).toEqual(failing("#N/A", differing));
    });

    test("a series of ours by its id is ours, whatever is asked of it", () => {
      const id = "imports.copper.chn.wld.value.customs.a";
      expect(here("METALS.SERIES", id)).toEqual(callerOf(plain)("METALS.SERIES", id));
      expect(here("METALS.LATEST", id)).toBe(callerOf(plain)("METALS.LATEST", id));
    });
  });

  test("what it has no part in is answered where the workbook notes what it added", () => {
    const noted = callerOf(plain, { ...standing, added: { release: "R2+acme.3", subjects: ["imports tin"] } });
    const ours = callerOf(plain);
    for (const question of [
      ["METALS.LATEST", "imports", "copper"],
      ["METALS.SERIES", "imports", "copper"],
      ["METALS.GROWTH", "imports", "copper", 2024, 2012],
    ] as const) {
      const [id, ...args] = question;
      expect(noted(id, ...args)).toEqual(ours(id, ...args));
      // A note of another edition says nothing of this one.
      expect(callerOf(plain, { ...standing, added: { release: "R2+acme.1", subjects: [] } })(id, ...args)).toEqual(
        failing("#N/A", /acme added/),
      );
    }
  });

  test("a wrong call stays a wrong call, and an unknown release unknown", () => {
    expect(caller("METALS.IMPORTS", "copper", "soon")).toEqual(failing("#VALUE!", /^period/));
    expect(callerOf(plain, { release: "R9+acme.1" })("METALS.IMPORTS", "copper", 2024)).toEqual(failing("#N/A", /R9/));
  });
});

describe("npm run data -- --with", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "orebook-overlay-"));
    for (const [path, bytes] of filesOf(draft())) put(join("seeds", path), bytes);
    for (const [path, bytes] of acme) put(join("acme", path), bytes);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const put = (path: string, bytes: Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  const call = (...args: string[]) => run(["--seeds", join(folder, "seeds"), "--with", join(folder, "acme"), ...args]);

  test("publishes the release, and nothing for everybody", () => {
    const outcome = call("--publish", join(folder, "www"));
    expect(outcome).toMatchObject({ code: 0, text: expect.stringContaining("Published data release R2+acme.3") });
    expect(readdirSync(join(folder, "www")).sort()).toEqual([
      "latest.json",
      expect.stringMatching(/^release-R2-acme\.3-[0-9a-f]{10}\.json$/),
      "releases.json",
    ]);
  });

  test("names faults where they are, and does not build the add-in for everybody with it", () => {
    put("acme/series/comtrade.csv", new TextEncoder().encode("id\n"));
    expect(call("--check")).toMatchObject({
      code: 1,
      text: expect.stringMatching(/acme\/series\/comtrade\.csv:1: missing column/),
    });
    expect(call().code).toBe(2);
  });

  test("explains where an organisation's figure comes from", () => {
    expect(call("--explain", COMTRADE, "2015").text).toContain("acme/observations/comtrade.csv line 2");
  });
});
