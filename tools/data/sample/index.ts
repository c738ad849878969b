/**
 * Draws figures of the newest release and looks each up in the files it was gathered from: same source, period, digits and
 * country. For whoever files data: `npx tsx tools/data/sample [--seed N] FOLDER…`, the folders of the gathered CSV files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { readFolder } from "../read/files";

type Cells = Readonly<Record<string, string>>;

const DRAWN = 300;
const TRADE = /^(baci|gacc-months|eurostat-comext)/;
const { values, positionals: folders } = parseArgs({ options: { seed: { type: "string" } }, allowPositionals: true });
if (folders.length === 0) throw new Error("say in which folders the gathered CSV files are");
const seed = Number(values.seed ?? Date.now() % 1_000_000);

const read = (text: string) => parse(text, { columns: true }) as Cells[];
const seeds = readFolder(join(__dirname, "..", "..", "..", "seeds"));
const rowsOf = (folder: string) =>
  [...seeds]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .flatMap(([, bytes]) => read(new TextDecoder().decode(bytes)));
const series = new Map(rowsOf("series").map((row) => [row["id"]!, row]));
const areas = new Map(
  rowsOf("codes").flatMap((row) => (row["alpha3"] === undefined ? [] : [[row["id"]!, row] as const])),
);

/** Which countries the gathered files name beside a figure. */
const gathered = new Map<string, Set<string>>();
for (const file of folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))))
  for (const row of file.endsWith(".csv") ? read(readFileSync(file, "utf8")) : []) {
    const key = gatheredKey(row);
    const named = [row["iso3"], row["reporter"], row["partner"]].map((one) =>
      (one ?? "").toLowerCase().replace(/ \(outside the eu\)$/, ""),
    );
    gathered.set(key, new Set([...(gathered.get(key) ?? []), ...named]));
  }
const origins = new Set([...gathered.keys()].map((key) => key.split(" ")[0]));
const figures = rowsOf("observations").filter((row) => row["added"] !== "R1" && origins.has(originOf(row)));

let state = seed;
const faults: string[] = [];
for (let i = 0; i < DRAWN; i++) {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  const row = figures[Math.floor((state / 2_147_483_648) * figures.length)]!;
  const named = gathered.get(keyOf(originOf(row), row["period"], row["value"]));
  const { reporter = "", partner = "" } = series.get(row["series"]!)!;
  // A price has no country: the US prices of the USGS are filed as the world's.
  const asked = row["series"]!.startsWith("price.") ? [] : [reporter, partner].filter((area) => area !== "");
  if (!named || !asked.every((area) => wordsFor(area).some((word) => named.has(word))))
    faults.push(`${row["series"]} ${row["period"]} ${row["value"]} (${row["source"]})`);
}
console.log(`seed ${seed}: ${DRAWN} of ${figures.length} figures drawn, ${faults.length} not as gathered`);
for (const fault of faults) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** What a figure is told apart by beside period and digits: its document, or for trade the flow and the code of the goods. */
function originOf({ source = "", series = "", locator = "" }: Cells): string {
  const [code] = TRADE.test(source) ? (locator.match(/\d{4,}/g) ?? []).slice(-1) : [];
  return code === undefined ? source.toLowerCase() : `${series.split(".")[0]}:${code}`;
}

function gatheredKey({ source_id: source, dataset = "", item = "", period, value }: Cells): string {
  const code = /\((?:HS|CN) (\d+)/.exec(item)?.[1];
  const flow = /import|export/.exec(dataset)?.[0];
  return keyOf(source ?? (code && flow ? `${flow}s:${code}` : ""), period, value);
}

/** How the gathered files may call an area. */
function wordsFor(id: string): string[] {
  const { label, aliases, printed } = areas.get(id) ?? {};
  return [id, label, ...(aliases ?? "").split("|"), ...(printed ?? "").split("|")].map((one) =>
    (one ?? "").toLowerCase(),
  );
}

function keyOf(source = "", period = "", value = ""): string {
  return `${source.toLowerCase()} ${period} ${Number(value).toPrecision(10)}`;
}
