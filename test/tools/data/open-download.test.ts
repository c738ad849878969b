import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { ROOT } from "../../../tools/build/run";
import type { Descriptor } from "../../../tools/data/read/descriptor";
import { writeOutput } from "../../../tools/data/write";
import { wholeCompilation } from "../../fixtures/compiled";
import { opened } from "./opened";

const compilation = wholeCompilation();
if (!compilation.release) throw new Error(`${compilation.problems.length} problems`);
const released = compilation;

const folder = mkdtempSync(join(tmpdir(), "orebook-open-"));
const file = (path: string) => join(folder, "open", path);
const descriptor = () => JSON.parse(readFileSync(file("datapackage.json"), "utf8")) as Descriptor;

beforeAll(() => void writeOutput(folder, released));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the download with every so manieth figure, for the library takes a minute over all of them; `change` is made in it. */
function withSomeFigures(every: number, change: (file: (path: string) => string) => void = () => {}) {
  const copy = mkdtempSync(join(tmpdir(), "orebook-some-"));
  const inCopy = (path: string) => join(copy, path);
  cpSync(join(folder, "open"), copy, { recursive: true });
  const [heading, ...figures] = readFileSync(inCopy("observations.csv"), "utf8").split(/(?<=\n)/);
  const some = figures.filter((line, i) => i % every === 0 || line.includes(",67.33,USD bn,"));
  writeFileSync(inCopy("observations.csv"), [heading, ...some].join(""));
  change(inCopy);
  try {
    return { ...opened(inCopy("datapackage.json")), figures: some.length };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe("the open download", () => {
  // All of them: `open-download.full.ts`.
  it("is accepted by the Frictionless library with one figure in fifty, every row of the other tables", () => {
    const { tables } = released.release;
    const { rows, wrong, figures } = withSomeFigures(50);
    expect(wrong).toBe("");
    expect(rows["observations"]).toBe(figures);
    expect(figures).toBeGreaterThan(1000);
    expect(rows["series"]).toBe(tables["series"]?.rows);
    expect(Object.keys(rows)).toHaveLength(descriptor().resources.filter(({ schema }) => schema).length);
  });

  it.each<[string, RegExp, (file: (path: string) => string) => void]>([
    [
      "a foreign key that leads nowhere",
      /foreign key/i,
      (file) => appendFileSync(file("defaults.csv"), "imports,unobtainium,,value,,x,x,R1,\n"),
    ],
    [
      "a key that is there twice",
      /unique constraint|primary key/i,
      (file) => appendFileSync(file("releases.csv"), "R1,2026-11-22,again,again,\n"),
    ],
    [
      "a value that is no number",
      /much/,
      (file) =>
        writeFileSync(
          file("observations.csv"),
          readFileSync(file("observations.csv"), "utf8").replace(",67.33,USD bn,", ",much,USD bn,"),
        ),
    ],
    [
      "a column the descriptor does not name",
      /column header/i,
      (file) => writeFileSync(file("series.csv"), readFileSync(file("series.csv"), "utf8").replace("lineage", "line")),
    ],
  ])("would not be accepted with %s", (_, message, plant) => {
    expect(withSomeFigures(5000, plant)).toMatchObject({ rows: {}, wrong: expect.stringMatching(message) });
  });

  it("uses the field types of the standard only, and says of every list what separates it", () => {
    const fields = descriptor().resources.flatMap(({ schema }) => schema?.fields ?? []);
    expect([...new Set(fields.map(({ type }) => type))].sort()).toEqual(["date", "integer", "number", "string"]);
    for (const { description, list } of fields) if (list) expect(description).toMatch(/separated by (\||spaces)/);
  });

  it("names the terms of what each table rests on, and of the whole", () => {
    const { licenses, resources } = descriptor();
    expect(licenses).toEqual([expect.objectContaining({ name: "CC-BY-4.0" })]);
    const termsOf = (name: string) =>
      (
        resources.find((resource) => resource.name === name)?.["licenses"] as { readonly name: string }[] | undefined
      )?.map((licence) => licence.name);
    expect(termsOf("observations")).toEqual([
      "cc-by-4.0",
      "etalab-2.0",
      "facts-only",
      "mit",
      "odc-pddl-1.0",
      "public-domain-us",
    ]);
    expect(termsOf("events")).toEqual(["facts-only"]);
    expect(termsOf("codes-items")).toBeUndefined();
  });

  it("has a page to read first, with the attribution each licence asks for", () => {
    const readme = readFileSync(file("README.md"), "utf8");
    for (const text of [
      `Data release ${released.release.release}`,
      "Attribution to CEPII BACI",
      "Attribution to the World Bank",
      "U.S. Geological Survey",
      "How to cite",
      "Never join series of different `basis`",
    ])
      expect(readme).toContain(text);
  });

  it("is cited by CITATION.cff under the same title, version, day and licence", () => {
    const { title, version, created, licenses } = descriptor();
    const citation = readFileSync(join(ROOT, "CITATION.cff"), "utf8");
    const lines = [
      `title: "${title}"`,
      `version: "${version}"`,
      `date-released: ${created.slice(0, 10)}`,
      `license: ${String((licenses[0] as unknown as { readonly name: string }).name)}`,
    ];
    for (const line of lines) expect(citation.split("\n")).toContain(line);
  });

  it("is the same in its archive", () => {
    const archive = unzipSync(readFileSync(file(`orebook-${released.release.release}.zip`)));
    expect(Object.keys(archive).sort()).toEqual([...released.open.keys()].sort());
    expect(Buffer.from(archive["observations.csv"]!).equals(readFileSync(file("observations.csv")))).toBe(true);
  });
});
