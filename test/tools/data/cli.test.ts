import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../../tools/data/cli";
import { sha256 } from "../../../tools/data/release/bundle";
import { draft, filesOf, seen, type Draft } from "./fixture";

let folder: string;
const seeds = () => join(folder, "seeds");
const out = () => join(folder, "out");

function put(it: Draft): void {
  for (const [path, bytes] of filesOf(it)) {
    mkdirSync(dirname(join(seeds(), path)), { recursive: true });
    writeFileSync(join(seeds(), path), bytes);
  }
}

const call = (...args: string[]) => run(["--seeds", seeds(), ...args]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "orebook-data-"));
  put(draft());
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("npm run data", () => {
  it("writes a release that latest.json names with size and digest, the open download and the pages", () => {
    expect(call("--out", out())).toMatchObject({
      code: 0,
      text: expect.stringContaining("Data release R2 of 2026-12-01: 29 figures"),
    });
    const latest = JSON.parse(readFileSync(join(out(), "latest.json"), "utf8")) as {
      file: string;
      sha256: string;
      bytes: number;
    };
    const bytes = readFileSync(join(out(), latest.file));
    expect(latest).toEqual({
      release: "R2",
      date: "2026-12-01",
      file: `release-R2-${sha256(bytes).slice(0, 10)}.json`,
      sha256: sha256(bytes),
      bytes: bytes.length,
      notes: "Second",
      minAddin: "0.2.0",
    });
    expect(readdirSync(join(out(), "open"))).toEqual(
      expect.arrayContaining(["datapackage.json", "observations.csv", "orebook-R2.zip", "codes", "tables"]),
    );
    expect(readFileSync(join(out(), "data-notes.md"), "utf8")).toContain("a.growth 2024");
    expect(readFileSync(join(out(), "coverage.md"), "utf8")).toContain("## imports: customs");
  });

  it("says how many rows were left out", () => {
    expect(call("--check").text).toContain("; 2 rows of withheld sources left out.");
  });

  it("gives the digest that seals the release until it is sealed", () => {
    const [, digest = ""] =
      /^When R2 is published, write its digest into releases.csv: ([0-9a-f]{64})$/m.exec(call("--check").text) ?? [];
    const it = draft();
    it.tables["releases.csv"]![1]!["digest"] = digest;
    put(it);
    expect(call("--check")).toMatchObject({ code: 0, text: expect.not.stringContaining("digest") });
    it.tables["observations/trade.csv"]![0]!["value"] = "16.94";
    put(it);
    expect(call("--check")).toMatchObject({
      code: 1,
      text: expect.stringMatching(/releases\.csv:3: digest: a row that decides what R2 answers/),
    });
  });

  it("removes what an earlier run left and nothing else", () => {
    mkdirSync(join(out(), "open", "codes"), { recursive: true });
    for (const name of ["release-R1-0123456789.json", "mine.txt", "open/old.csv"]) writeFileSync(join(out(), name), "");
    call("--out", out());
    expect(readdirSync(out()).filter((name) => name.startsWith("release-"))).toHaveLength(1);
    expect(existsSync(join(out(), "mine.txt"))).toBe(true);
    expect(existsSync(join(out(), "open", "old.csv"))).toBe(false);
  });

  it("prints every problem with file and line, in their order, counts them and writes nothing", () => {
    const it = draft();
    it.tables["sources.csv"]![2]!["licence_state"] = "unrecorded";
    it.tables["observations/trade.csv"]![1]!["locator"] = "";
    it.tables["observations/trade.csv"]!.push(
      seen("imports.copper.chn.wld.value.customs.a", "2022", "x", "USD", "paper-a"),
    );
    put(it);
    const { code, text } = call("--out", out());
    expect(code).toBe(1);
    const places = text.split("\n").map((line) => /seeds\/(\S+?:\d+): /.exec(line)?.[1]);
    expect(places).toEqual(["observations/trade.csv:3", "observations/trade.csv:19", "sources.csv:4", undefined]);
    expect(text).toMatch(/3 problems\. Nothing was written\.$/);
    expect(existsSync(out())).toBe(false);
  });

  it("only checks when asked to", () => {
    expect(call("--check", "--out", out()).code).toBe(0);
    expect(existsSync(out())).toBe(false);
  });

  it("lists what it guarantees", () => {
    expect(call("--rules")).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^- A series id is the join.*\n(- .*\n?)+$/),
    });
  });

  it.each([[["--colour"]], [["something"]], [["--explain", "2024"]]])(
    "explains itself after the wrong call %j",
    (args) => {
      expect(call(...args)).toMatchObject({
        code: 2,
        text: expect.stringContaining("npm run data -- --explain <series> <period>"),
      });
    },
  );
});

describe("npm run data -- --explain", () => {
  const explained = (...args: string[]) => call("--explain", ...args);

  it("shows every vintage of a figure with source, place and releases", () => {
    const { code, text } = explained("imports.copper.chn.wld.value.customs.a", "2024");
    expect(code).toBe(0);
    expect(text).toContain("67.33 USD bn = 67330000000 in base units  (exact, status A)");
    expect(text).toContain("counts from R1 until R2, which corrects it");
    expect(text).toContain("in observations/trade.csv line 5");
    expect(text).toContain("source: Report paper-a, The Paper, 2025-08-14, https://example.org/a, at text");
    expect(text).toContain("Definition: What customs, usgs and miit count");
    expect(text).toContain("HS 2603 (HS 2022).");
  });

  it("shows further places", () => {
    expect(explained("imports.copper.chn.wld.value.customs.a", "2012").text).toContain(
      "also: paper-b at t:Trade; row China",
    );
  });

  it("follows a derived figure to the figures it rests on", () => {
    const { text } = explained("imports.copper.chn.wld.value.customs.p.cagr", "2012/2024");
    expect(text).toContain("computed: (b/a)^(1/12)-1");
    expect(text).toContain("where a = imports.copper.chn.wld.value.customs.a 2012");
    expect(text).toContain("    16.93 USD bn = 16930000000 in base units");
  });

  it("finds a series by words, or names those it could be", () => {
    expect(explained("north", "quota", "2024").text).toContain(
      "quota.rare-earths.chn.mining.total.all.north.miit.a  2024",
    );
    expect(explained("copper", "pak", "2024").text).toContain("0.31 USD bn");
    expect(explained("production", "2024")).toMatchObject({
      code: 1,
      text: expect.stringMatching(/Several series[^]*production\.copper\.wld[^]*production\.copper\.chl/),
    });
    expect(explained("unobtainium", "2024")).toMatchObject({ code: 1, text: 'No series has the words "unobtainium".' });
  });

  it("says which periods there are when the one asked for is not", () => {
    expect(explained("imports.copper.chn.wld.value.customs.a", "1999")).toMatchObject({
      code: 1,
      text: expect.stringContaining("It has: 2012, 2023, 2024."),
    });
  });

  it("prints the problems when the files cannot be read", () => {
    rmSync(join(seeds(), "sources.csv"));
    expect(explained("copper", "2024")).toMatchObject({
      code: 1,
      text: expect.stringContaining("lists sources.csv, which does not exist"),
    });
  });
});
