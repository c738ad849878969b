/**
 * Draws figures of the newest release and looks each up in the files it was gathered from: same source, period, digits and
 * country. For whoever files data: `npx tsx tools/data/sample.ts <folder of the gathered CSV files> [seed]`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { readFolder } from "./read/files";

type Cells = Readonly<Record<string, string>>;

const DRAWN = 300;
const [folder, given] = process.argv.slice(2);
if (!folder) throw new Error("say in which folder the gathered CSV files are");
const seed = Number(given ?? Date.now() % 1_000_000);

const read = (text: string) => parse(text, { columns: true }) as Cells[];
const seeds = readFolder(join(__dirname, "..", "..", "seeds"));
const rowsOf = (folder: string) =>
  [...seeds]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .flatMap(([, bytes]) => read(new TextDecoder().decode(bytes)));
const reporters = new Map(rowsOf("series").map((row) => [row["id"]!, row["reporter"]!]));

const gathered = new Map<string, Set<string>>();
for (const name of readdirSync(folder).filter((file) => file.endsWith(".csv")))
  for (const row of read(readFileSync(join(folder, name), "utf8"))) {
    const key = keyOf(row["source_id"], row["period"], row["value"]);
    const areas = gathered.get(key) ?? new Set();
    gathered.set(key, areas.add((row["iso3"] ?? row["reporter"] ?? "").toLowerCase()));
  }
const sources = new Set([...gathered.keys()].map((key) => key.split(" ")[0]));
const figures = rowsOf("observations").filter((row) => row["added"] !== "R1" && sources.has(row["source"]!));

let state = seed;
const faults: string[] = [];
for (let i = 0; i < DRAWN; i++) {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  const row = figures[Math.floor((state / 2_147_483_648) * figures.length)]!;
  const areas = gathered.get(keyOf(row["source"], row["period"], row["value"]));
  const reporter = reporters.get(row["series"]!) ?? "";
  // A price has no country: the US prices of the USGS are filed as the world's.
  const isThere = areas && (reporter === "" || row["series"]!.startsWith("price.") || areas.has(reporter));
  if (!isThere) faults.push(`${row["series"]} ${row["period"]} ${row["value"]} (${row["source"]})`);
}
console.log(`seed ${seed}: ${DRAWN} of ${figures.length} figures drawn, ${faults.length} not as gathered`);
for (const fault of faults) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

function keyOf(source = "", period = "", value = ""): string {
  return `${source.toLowerCase()} ${period} ${Number(value).toPrecision(10)}`;
}
