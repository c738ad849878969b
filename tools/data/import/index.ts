import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { nearest } from "../../../src/query/words/nearest";
import type { Outcome } from "../cli";
import { csvText } from "../release/csv";
import { baci } from "./baci";
import { comtrade } from "./comtrade";
import { file } from "./filing";
import { type Target, readTarget } from "./filing/target";
import type { Importer } from "./importer";
import { areasOf } from "./input/areas";
import { plain } from "./plain";
import { hintOf, ShapeFault, type Reading } from "./reading";
import { usgsMcs } from "./usgs-mcs";
import { worldBank } from "./worldbank";
import { sha256 } from "../release/bundle";

const IMPORTERS: readonly Importer[] = [usgsMcs, worldBank, baci, comtrade, plain];

/** What is wrong with the document that is named; with the row to be added when it is not in sources yet. */
function missingSource(
  { seeds }: Target,
  importer: Importer,
  id: string | undefined,
  path: string,
  release: string,
): string | undefined {
  if (id !== undefined && seeds.find("sources", id)) return undefined;
  if (id === undefined && importer.namesSource) return undefined;
  const known = seeds.rows("sources").map((row) => row.get("id"));
  const columns = seeds.columns("sources");
  const row: Record<string, string> = {
    ...importer.document,
    id: id ?? "<id>",
    title: `<title of the edition, as ${importer.document["title"]}>`,
    published: "<day, month or year of publication>",
    accessed: new Date().toISOString().slice(0, 10),
    licence_state: "licensed",
    sha256: sha256(readFileSync(path)),
    added: release,
  };
  return [
    id === undefined
      ? "--source is missing: the document that the file is an edition of, a row of sources/."
      : `source "${id}" is not in sources/${hintOf(nearest(id, known))}.`,
    "For a new edition add this row to the file of sources/ that fits, with what stands in <> filled in, and run again:",
    csvText({ columns, rows: [columns.map((name) => row[name] ?? "")] }).trimEnd(),
    "Nothing was written.",
  ].join("\n");
}

const NOTHING = "Nothing was written.";
const SEEDS = join(__dirname, "..", "..", "..", "seeds");

const USAGE = `npm run data -- --import <publisher> <file>… --source <id>   take over a publisher's files
  --source <id>     the document, a row of sources/; the rows that are written refer to it
  --into <folder>   write there instead of seeds/: an organisation's own data, in the shape of seeds/
  --new-series      also define series that follow one of the same goods and basis for another country
  --dry-run         report only
  --all             list everything, however long
publishers:
${IMPORTERS.map(({ name, reads }) => `  ${name.padEnd(16)}  ${reads}`).join("\n")}`;

const OPTIONS = {
  import: { type: "boolean" },
  source: { type: "string" },
  into: { type: "string" },
  seeds: { type: "string" },
  "new-series": { type: "boolean" },
  "dry-run": { type: "boolean" },
  all: { type: "boolean" },
} as const;

/** Reads files of a publisher and files what is new in them. */
export async function importFiles(args: readonly string[], progress: (done: string) => void): Promise<Outcome> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return { code: 2, text: `${(error as Error).message}\n\n${USAGE}` };
  }
  const { values, positionals } = parsed;
  const [name, ...paths] = positionals;
  if (name === undefined || paths.length === 0) return { code: 2, text: USAGE };
  const importer = IMPORTERS.find((one) => one.name === name);
  if (!importer) return { code: 2, text: unknownPublisher(name) };
  if (values.into !== undefined && !statSync(values.into, { throwIfNoEntry: false })?.isDirectory())
    return { code: 2, text: `There is no folder ${values.into}.` };
  const lost = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isFile());
  if (lost !== undefined) return { code: 2, text: `There is no file ${lost}.` };
  const seeds = values.seeds ?? SEEDS;
  const into = values.into === undefined || resolve(values.into) === resolve(seeds) ? undefined : values.into;
  if (importer.ownFolderOnly !== undefined && into === undefined) return { code: 2, text: importer.ownFolderOnly };
  const target = readTarget(seeds, into);
  if ("problems" in target) {
    const lines = target.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    return { code: 1, text: [...lines, `Mend the data first. ${NOTHING}`].join("\n") };
  }
  const release = releaseOf(target);
  if (typeof release !== "string") return release;
  const missing = missingSource(target, importer, values.source, paths[0]!, release);
  if (missing !== undefined) return { code: 1, text: missing };
  try {
    const readings = await read(importer, paths, target, progress);
    const other = readings.map((reading) => otherEdition(reading, target, values.source)).find((text) => text !== "");
    if (other !== undefined) return { code: 1, text: `${other}.\n${NOTHING}` };
    return file(readings, target, importer.file, release, values);
  } catch (error) {
    if (!(error instanceof ShapeFault)) throw error;
    return { code: 1, text: `${error.message}.\n${NOTHING}` };
  }
}

function unknownPublisher(name: string): string {
  const names = IMPORTERS.map((one) => one.name);
  return `"${name}" is no publisher${hintOf(nearest(name, names, 1))}\n\n${USAGE}`;
}

/** The data release that new rows count from: the one that is worked on. */
function releaseOf({ seeds, isOwn }: Target): string | Outcome {
  const newest = seeds.rows("releases").at(-1)!;
  const id = newest.get("id");
  if (isOwn && !seeds.isAdded(newest))
    return {
      code: 1,
      text: `The folder has no release of its own on ${id} in its releases.csv, such as ${id}+acme.1.\n${NOTHING}`,
    };
  if (newest.get("digest") === "") return id;
  return { code: 1, text: `${id} is published: add the release that is worked on to releases.csv first.\n${NOTHING}` };
}

async function read(
  importer: Importer,
  paths: readonly string[],
  { seeds }: Target,
  progress: (done: string) => void,
): Promise<Reading[]> {
  const ids = seeds.rows("series").map((row) => row.get("id"));
  const series = (id: string) => (seeds.find("series", id) ? undefined : nearest(id, ids));
  const context = { ...areasOf(seeds), series, progress };
  const readings: Reading[] = [];
  for (const path of paths) readings.push(await importer.read(path, context));
  return readings;
}

/** What is wrong when a file says that it is of another day than the document it is taken for. */
function otherEdition({ edition }: Reading, { seeds }: Target, source = ""): string {
  const published = seeds.find("sources", source)?.get("published") ?? "";
  if (edition === undefined || published === "") return "";
  if (edition.startsWith(published) || published.startsWith(edition)) return "";
  return `the file is the edition of ${edition}, source "${source}" is that of ${published}`;
}
