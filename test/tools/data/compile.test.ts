import { unzipSync } from "fflate";
import {
  decodeTable,
  encodeTable,
  LAYOUT,
  type EncodedTable,
  records,
  type ReleaseFile,
} from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import { viewAt } from "../../../src/dataset/view";
import { compileFiles } from "../../../tools/data/compile";
import { notesPage } from "../../../tools/data/notes";
import { bytesOf, sha256, zip } from "../../../tools/data/release/bundle";
import { computed, draft, filesOf, seen, series, type Draft, recipeOfCopper } from "./fixture";

/** The columns that are kept as decimals. */
const decimals = ({ columns }: EncodedTable) => Object.keys(columns).filter((name) => "n" in columns[name]!);

const output = (it: Draft = draft()) => {
  const compilation = compileFiles(filesOf(it));
  if (!compilation.release) throw new Error(JSON.stringify(compilation.problems));
  return compilation;
};
const rows = (release: ReleaseFile, table: string) => records(release.tables[table]!);
const observations = (it?: Draft) => rows(output(it).release, "observations");
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("a compiled release", () => {
  it("is named by the newest data release", () => {
    expect(output().release).toMatchObject({ schema: LAYOUT, release: "R2", date: "2026-12-01", minAddin: "0.2.0" });
  });

  it("has every table of the package, recipes included, and derivations among the observations", () => {
    const { tables } = output().release;
    expect(Object.keys(tables)).toEqual(
      expect.arrayContaining([
        "sources",
        "definitions",
        "series",
        "observations",
        "absences",
        "events",
        "defaults",
        "corrections",
        "releases",
        "codes/items",
        "codes/event_types",
        "tables",
      ]),
    );
    expect(tables).not.toHaveProperty("derivations");
    expect(rows(output().release, "tables")).toEqual([{ id: "copper", json: JSON.stringify(recipeOfCopper()) }]);
  });

  it("has the columns that the add-in reads, in their order", () => {
    expect(Object.keys(output().release.tables["observations"]!.columns).join()).toBe(
      "series,period,value,unit,relation,status,conf,flag,source,locator,also,published,known,added,withdrawn,note,formula,inputs",
    );
    expect(Object.keys(output().release.tables["sources"]!.columns)).not.toContain("licence_state");
  });

  it("knows a figure from the last day of a partial date, at the latest from the day it was read", () => {
    const it = draft();
    it.tables["observations/trade.csv"]!.push(
      seen("imports.copper.chn.pak.value.customs.a", "2021", "1", "USD", "paper-a", { published: "2025-02" }),
      seen("imports.copper.chn.pak.value.customs.a", "2022", "1", "USD", "paper-b", { published: "2026" }),
    );
    const pakistan = observations(it).filter(({ series: id }) => id!.includes(".pak."));
    expect(pakistan.map(({ period, published, known }) => [period, published, known])).toEqual([
      ["2021", "2025-02", "2025-02-28"],
      ["2022", "2026", "2026-11-20"],
      ["2024", "2025", "2025-12-31"],
    ]);
  });

  it("orders figures by series, period and the day they are known from", () => {
    const it = draft();
    it.tables["observations/output.csv"]!.reverse();
    it.tables["observations/trade.csv"]!.reverse();
    expect(observations(it)).toEqual(observations());
    const world = observations().filter(({ series: id }) => id === "production.copper.wld.mine.content.usgs.a");
    expect(world.map(({ period, known }) => `${period} ${known}`)).toEqual([
      "2024 2025-01-31",
      "2024 2026-02-01",
      "2027 2026-02-01",
    ]);
  });

  it("dates a derived figure by its last input and carries its arithmetic", () => {
    const it = draft();
    it.tables["series.csv"]!.push(series("production.copper.wld.mine.content.usgs.a.growth-computed", "1"));
    it.tables["derivations.csv"]!.push(
      computed("production.copper.wld.mine.content.usgs.a.growth-computed", "2024", "b/a-1", "-0.4", "%", {
        inputs:
          "a=production.copper.wld.mine.content.usgs.a@2024#2025-01-31|b=production.copper.wld.mine.content.usgs.a@2024",
      }),
    );
    expect(
      observations(it).find(({ series: id }) => id === "production.copper.wld.mine.content.usgs.a.growth-computed"),
    ).toMatchObject({
      value: "-0.4",
      status: "E",
      relation: "exact",
      source: "",
      published: "2026-02-01",
      known: "2026-02-01",
      formula: "b/a-1",
      inputs:
        "a=production.copper.wld.mine.content.usgs.a@2024#2025-01-31|b=production.copper.wld.mine.content.usgs.a@2024",
    });
  });

  it("holds a derivation against the figures of the releases it counts in", () => {
    const it = draft();
    const [cagr] = it.tables["derivations.csv"]!;
    it.tables["derivations.csv"]!.push({ ...cagr!, value: "12.192", added: "R1", withdrawn: "R2" });
    const derived = observations(it).filter(({ formula }) => formula === "(b/a)^(1/12)-1");
    expect(derived.map(({ value, added, withdrawn }) => [value, added, withdrawn])).toEqual([
      ["12.192", "R1", "R2"],
      ["12.191", "R2", ""],
    ]);
  });

  it("computes one derivation from another, in whatever order they stand", () => {
    const it = draft();
    const growth = "imports.copper.chn.wld.value.customs.a.growth-computed";
    it.tables["derivations.csv"]!.unshift(
      computed(growth, "2023", "g+1", "1.1201", "1", { inputs: `g=${growth}@2024`, added: "R2" }),
    );
    expect(observations(it).find(({ series: id, period }) => id === growth && period === "2023")).toMatchObject({
      known: "2025-08-14",
    });
  });

  it("says that a figure computed from a bound or a doubtful figure is no better", () => {
    const it = draft();
    Object.assign(it.tables["observations/trade.csv"]![0]!, { relation: "at-least", flag: "unverified" });
    expect(observations(it).find(({ formula }) => formula === "(b/a)^(1/12)-1")).toMatchObject({
      relation: "approximately",
      flag: "unverified",
      status: "A",
    });
  });

  it("leaves out what a withheld source says, what was computed from it, and the source", () => {
    const compilation = output();
    const { release, open } = compilation;
    expect(rows(release, "sources").map(({ id }) => id)).not.toContain("closed");
    expect(
      rows(release, "observations").filter(({ series: id }) => id!.includes(".chl.value") || id!.includes("estimate")),
    ).toEqual([]);
    expect(compilation.leftOut).toBe(2);
    expect([...open.values()].map(text).join()).not.toContain("closed");
  });

  it("drops places, relations and corrections that would point to what is left out", () => {
    const it = draft();
    Object.assign(it.tables["observations/trade.csv"]![0]!, { also: "closed#p1|paper-b#p2" });
    Object.assign(it.tables["events.csv"]![0]!, { source: "closed" });
    const { release } = output(it);
    expect(rows(release, "observations").find(({ period }) => period === "2012")).toMatchObject({ also: "paper-b#p2" });
    expect(rows(release, "events").map(({ id, related }) => [id, related])).toEqual([
      ["control-2", ""],
      ["control-2", "pause-1"],
      ["pause-1", ""],
    ]);
  });

  it("gives an event as it was known on a day", () => {
    const dataset = new Dataset(output().release);
    const suspended = (day?: string) =>
      viewAt(dataset, { day })
        .events()
        .filter(({ id }) => id === "control-2")
        .map((event) => [event.suspended_from, event.related.join()]);
    expect(suspended("2025-04-29")).toEqual([]);
    expect(suspended("2025-11-06")).toEqual([["", ""]]);
    expect(suspended("2025-11-07")).toEqual([["2025-11-07", "control-1,pause-1"]]);
    expect(suspended()).toEqual(suspended("2025-11-07"));
  });

  it("is read by the add-in, each data release giving its own answer", () => {
    const dataset = new Dataset(output().release);
    const copper = dataset.seriesById("imports.copper.chn.wld.value.customs.a")!;
    expect(viewAt(dataset, { release: "R1" }).observation(copper, "2024")?.value).toBe("67.33");
    expect(viewAt(dataset, { release: "R2" }).observation(copper, "2024")?.value).toBe("67.32");
    expect(viewAt(dataset, { day: "2025-08-13" }).observation(copper, "2024")).toBeUndefined();
  });

  it("comes back from its encoding as it went in", () => {
    for (const table of Object.values(output().release.tables))
      expect(encodeTable(decodeTable(table), decimals(table))).toEqual(table);
    const table = {
      columns: ["a", "b"],
      rows: [
        ["1", "x"],
        ["2", "x"],
        ["3", "x"],
        ["4", ""],
      ],
    };
    expect(decodeTable(encodeTable(table))).toEqual(table);
  });

  it("has the same bytes every time", () => {
    const [one, two] = [output(), output()];
    expect(JSON.stringify(one.release)).toBe(JSON.stringify(two.release));
    expect(sha256(zip(one.open, "2026-12-01"))).toBe(sha256(zip(two.open, "2026-12-01")));
  });
});

describe("the open download", () => {
  it("describes each of its files with size and digest, and has no other", () => {
    const { open } = output();
    const { resources } = JSON.parse(text(open.get("datapackage.json"))) as {
      resources: { path: string; bytes: number; hash: string }[];
    };
    expect([...open.keys()].sort()).toEqual([...resources.map(({ path }) => path), "datapackage.json"].sort());
    for (const { path, bytes, hash } of resources) {
      expect(open.get(path)).toHaveLength(bytes);
      expect(hash).toBe(`sha256:${sha256(open.get(path)!)}`);
    }
  });

  it("is a package that the same checks of form accept", () => {
    const { open } = output();
    const observationsText = text(open.get("observations.csv"));
    const [header] = observationsText.split("\n");
    const { resources } = JSON.parse(text(open.get("datapackage.json"))) as {
      resources: { name: string; schema: { fields: { name: string }[]; primaryKey: string[] } }[];
    };
    const { schema } = resources.find(({ name }) => name === "observations")!;
    expect(schema.fields.map(({ name }) => name).join()).toBe(header);
    expect(schema.primaryKey).toEqual(["series", "period", "known", "added"]);
  });

  it("names the documents it rests on", () => {
    const { sources } = JSON.parse(text(output().open.get("datapackage.json"))) as { sources: unknown[] };
    expect(sources).toContainEqual({ title: "The Paper: Report paper-a", path: "https://example.org/a" });
    expect(sources).toContainEqual({ title: "The Paper: Report paper-b" });
  });

  it("quotes cells that need it", () => {
    const it = draft();
    Object.assign(it.tables["observations/trade.csv"]![0]!, { note: 'says "about", twice' });
    expect(text(output(it).open.get("observations.csv"))).toContain('"says ""about"", twice"');
  });

  it("is also one archive of the same files", () => {
    const files = new Map([["a/b.csv", bytesOf("x\n")]]);
    expect(unzipSync(zip(files, "2026-12-01"))).toEqual({ "a/b.csv": Uint8Array.from(bytesOf("x\n")) });
  });
});

describe("what is remarkable and no fault", () => {
  const notes = (it: Draft) => {
    const { problems, notes: found } = compileFiles(filesOf(it));
    expect(problems).toEqual([]);
    return found.map(({ topic, text: note }) => `${topic}: ${note}`);
  };
  const cell = (it: Draft, file: string, index: number, to: Record<string, string>): Draft => {
    Object.assign(it.tables[file]![index]!, to);
    return it;
  };
  const TRADE = "observations/trade.csv";
  const QUOTAS = "observations/quotas.csv";

  it("notes a printed rate that the levels do not give", () => {
    expect(notes(draft())).toContain(
      "growth: imports.copper.chn.wld.value.customs.a.growth 2024: printed 11.0 %; the levels 60.10 USD bn (2023) and 67.32 USD bn (2024) give 12 to 12.03 %.",
    );
  });

  it("notes no printed rate that the levels give within their rounding", () => {
    expect(notes(cell(draft(), TRADE, 8, { value: "12.0" })).join()).not.toContain("a.growth 2024");
    expect(notes(draft()).join()).not.toContain("growth-previous");
  });

  it("notes no lower bound that the levels exceed", () => {
    expect(notes(cell(draft(), TRADE, 8, { relation: "at-least" })).join()).not.toContain("a.growth 2024");
    expect(notes(cell(draft(), TRADE, 8, { relation: "at-most" })).join()).toContain(
      "a.growth 2024: printed at-most 11.0 %",
    );
  });

  it("compares with the month before where the rate says so", () => {
    expect(notes(cell(draft(), TRADE, 16, { value: "3.0" })).join()).toContain(
      "growth-previous 2025-02: printed 3.0 %; the levels 100 t (2025-01) and 101 t (2025-02) give 0 to 2.01 %",
    );
  });

  it("notes a balance that exports and imports do not give", () => {
    expect(notes(cell(draft(), TRADE, 7, { value: "-60.00" }))).toContain(
      "balance: balance.copper.chn.wld.value.customs.a 2024: printed -60.00 USD bn; exports minus imports are -66.12 USD bn.",
    );
  });

  it("notes a sum that is off by rounding", () => {
    expect(notes(draft())).toContain(
      "rounding: months of imports.copper.chn.wld.weight.customs.s 2025-H1 add up to 615, the total is 614 t.",
    );
  });

  it("notes a total that is marked as not reproducible", () => {
    expect(notes(cell(draft(), QUOTAS, 0, { value: "271000", flag: "unverified" })).join()).toContain(
      "sum: batches of",
    );
  });

  it("lets parts exceed a lower bound, and a bound miss its total", () => {
    const above = cell(draft(), TRADE, 4, { period: "2023", value: "65" });
    expect(compileFiles(filesOf(above)).problems).toHaveLength(1);
    expect(notes(cell(above, TRADE, 1, { relation: "at-least" })).join()).not.toContain("sum");
    expect(notes(cell(draft(), QUOTAS, 1, { relation: "at-least", value: "240000" })).join()).not.toContain("sum");
  });

  it("does not add up batches while one is missing", () => {
    const it = draft();
    it.tables[QUOTAS]!.splice(4, 1);
    it.tables["series.csv"]!.push(series("quota.rare-earths.chn.mining.light.b2.all.miit.a", "t REO"));
    it.tables[QUOTAS]!.push(
      seen("quota.rare-earths.chn.mining.light.b2.all.miit.a", "2024", "120000", "t REO", "paper-a"),
    );
    expect(notes(it).join()).not.toContain("batches");
  });

  it("takes world output as rounded", () => {
    const it = cell(draft(), "observations/output.csv", 3, { value: "22890" });
    it.tables["series.csv"]!.push(series("production.copper.pak.mine.content.usgs.a", "t"));
    it.tables["observations/output.csv"]!.push(
      seen("production.copper.pak.mine.content.usgs.a", "2024", "40", "kt", "yearbook-2026"),
    );
    expect(notes(it).join()).not.toContain("countries");
  });

  it("names figures that editions and programmes print very differently, each once", () => {
    const it = draft();
    const id = (basis: string) => `production.copper.pak.mine.content.${basis}.a`;
    for (const list of ["bases", "lineages"])
      it.tables[`codes/${list}.csv`]!.push({
        ...it.tables[`codes/${list}.csv`]![0]!,
        id: "usgs-myb",
        label: "Yearbook",
        label_zh: "年鉴",
      });
    it.tables["definitions.csv"]![0]!["text"] = it.tables["definitions.csv"]![0]!["text"]!.replace(
      "usgs",
      "usgs, usgs-myb",
    );
    it.tables["series.csv"]!.push(
      series(id("usgs"), "t"),
      series(id("usgs-myb"), "t", { rank: "2", lineage: "usgs-myb" }),
    );
    it.tables["observations/output.csv"]!.push(
      seen(id("usgs"), "2024", "10", "kt", "yearbook-2025"),
      seen(id("usgs"), "2024", "26", "kt", "yearbook-2026"),
      seen(id("usgs"), "2023", "10", "kt", "yearbook-2025"),
      seen(id("usgs"), "2023", "25", "kt", "yearbook-2026"),
      seen(id("usgs-myb"), "2024", "10", "kt", "yearbook-2026"),
    );
    const told = notes(it).filter((note) => note.includes(".pak."));
    expect(told).toEqual([
      `revision: ${id("usgs")} 2024: 10 kt (yearbook-2025), then 26 kt (yearbook-2026), 2.6 times.`,
      `programme: ${id("usgs")} 2024: 26 kt and ${id("usgs-myb")} 2024: 10 kt, 2.6 times apart.`,
    ]);
  });

  it("is written down in a page with a section for each kind there is", () => {
    expect(
      notesPage([
        { topic: "rounding", text: "One." },
        { topic: "growth", text: "Two." },
      ]),
    ).toMatch(
      /^# Data notes\n[^]*## Printed growth[^]*- Two\.\n\n## Totals that their parts give within rounding[^]*- One\.\n$/,
    );
    expect(notesPage([])).not.toContain("##");
  });
});
