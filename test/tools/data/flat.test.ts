/** The flat files say what the functions answer, and any program reads them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { flatFiles } from "../../../tools/data/release/flat";
import { readDescriptor } from "../../../tools/data/read/descriptor";
import { Report } from "../../../tools/data/problem";
import { readFolder } from "../../../tools/data/read/files";
import { seedRelease } from "../../fixtures/compiled";
import { callerOf } from "./caller";
import { SEEDS } from "./fixture";
import { opened } from "./opened";

type Cells = Readonly<Record<string, string>>;

const release = seedRelease();
const files = flatFiles(release, readDescriptor(readFolder(SEEDS), new Report())!);
const text = (path: string) => new TextDecoder().decode(files.get(path));
const rows = parse(text("observations.csv"), { columns: true }) as unknown as Cells[];

test("500 rows drawn at random are what the functions answer", () => {
  const seed = Date.now() % 1_000_000;
  let state = seed;
  const caller = callerOf(release);
  const differing: unknown[] = [];
  for (let i = 0; i < 500; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const row = rows[Math.floor((state / 2_147_483_648) * rows.length)]!;
    const answer = ["value", "short", "url"].map((what) => caller("METALS.GET", row["series"], row["period"], what));
    const [value, source, url] = [Number(row["value"]), row["source"], row["url"]];
    const isSame = answer[0] === value && answer[1] === source && (url === "" || String(answer[2]).includes(url!));
    if (!isSame) differing.push([row, answer]);
  }
  expect({ seed, differing }).toEqual({ seed, differing: [] });
});

test("the files by subject have the same rows between them", () => {
  const parts = [...files.keys()].filter((path) => path.startsWith("observations/"));
  const lines = (path: string) => text(path).split("\n").slice(1, -1);
  expect(parts.flatMap(lines)).toEqual(lines("observations.csv"));
  expect(rows.length).toBeGreaterThan(70_000);
});

test("the Frictionless library accepts them with their descriptor", () => {
  const folder = mkdtempSync(join(tmpdir(), "orebook-flat-"));
  try {
    // The large ones have the same columns; the library takes a minute over them.
    const descriptor = JSON.parse(text("datapackage.json")) as { resources: { name: string; path: string }[] };
    const small = descriptor.resources.filter(({ path }) => files.get(path)!.length < 1_000_000);
    for (const { path } of small) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), files.get(path)!);
    }
    writeFileSync(join(folder, "datapackage.json"), JSON.stringify({ ...descriptor, resources: small }));
    const { rows: read, wrong } = opened(join(folder, "datapackage.json"));
    expect([wrong, Object.keys(read).length]).toEqual(["", small.length]);
    expect(small.length).toBeGreaterThan(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
