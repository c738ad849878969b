import { createHash } from "node:crypto";
import { zipSync, type Zippable } from "fflate";
import { DESCRIPTOR, tableName, type Descriptor, type Resource } from "../read/descriptor";
import type { Files } from "../read/files";
import { csvText } from "./csv";
import { type ReleaseTable, type ReleaseTables, openPath } from "./tables";

/** The terms of the sources that a table names, in the order of their code list. Figures without a source are computed from such as have one. */
function termsOf(released: ReleaseTables, table: ReleaseTable): ReturnType<typeof count> {
  const at = table.columns.indexOf("source");
  return at < 0 ? [] : count(released, new Set(table.rows.map((row) => row[at] ?? "")));
}

/** A licence in the form the standard gives it. */
function licenceOf({ id, title, url }: ReturnType<typeof count>[number]) {
  return url === "" ? { name: id, title } : { name: id, title, path: url };
}

/** The terms under which figures of these documents are passed on, and how many documents each are of. */
function count(released: ReleaseTables, ids: ReadonlySet<string>) {
  const used = cellsOf(released, "sources")
    .filter((source) => ids.has(source("id")))
    .map((source) => source("licence"));
  return cellsOf(released, "codes/licences").flatMap((licence) => {
    const sources = used.filter((id) => id === licence("id")).length;
    return sources > 0
      ? [{ id: licence("id"), title: licence("label"), url: licence("url"), note: licence("note"), sources }]
      : [];
  });
}

function cellsOf({ tables }: ReleaseTables, name: string): ((column: string) => string)[] {
  const table = tables.find((candidate) => candidate.name === name);
  return (table?.rows ?? []).map((row) => (column) => row[table?.columns.indexOf(column) ?? -1] ?? "");
}

/** Says to people what the descriptor says to machines. */
const README: Resource = {
  name: "readme",
  path: "README.md",
  title: "What the files are and how to read them",
  format: "md",
  mediatype: "text/markdown",
  encoding: "utf-8",
};

/** The open download: every table as CSV, every recipe as JSON, a page to read first, and the descriptor with the size and digest of each. */
export function openFiles(descriptor: Descriptor, release: string, released: ReleaseTables): Files {
  const files = new Map<string, Uint8Array>();
  const resources = descriptor.resources.flatMap((resource): Resource[] => {
    const table = released.tables.find((candidate) => candidate.resource === resource);
    if (table) return [tableResource(table, released, files)];
    const recipe = released.recipes.get(tableName(resource).replace(/^.*\//, ""));
    return resource.schema || recipe === undefined
      ? []
      : [withDigest(resource, `${recipe}\n`, String(resource.path), files)];
  });
  const readme = withDigest(README, readmeText(descriptor, release, released), README.path as string, files);
  const open = { ...descriptor, sources: sourcesOf(released), resources: [readme, ...resources] };
  files.set(DESCRIPTOR, bytesOf(`${JSON.stringify(open, undefined, 2)}\n`));
  return files;
}

/** One archive of the files. Its bytes depend on the files and the day alone. */
export function zip(files: Files, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  // A ZIP holds local wall-clock time: a local midnight gives the same bytes in every time zone.
  const options = { mtime: new Date(year, month - 1, date), level: 9 as const };
  const entries: Zippable = {};
  for (const [path, bytes] of files) entries[path] = [bytes, options];
  return zipSync(entries);
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function tableResource(table: ReleaseTable, released: ReleaseTables, files: Map<string, Uint8Array>): Resource {
  const { resource, fields } = table;
  const key = resource.name === "observations" ? { primaryKey: ["series", "period", "known", "added"] } : {};
  const terms = termsOf(released, table).map(licenceOf);
  const described = {
    ...resource,
    ...(terms.length > 0 ? { licenses: terms } : {}),
    schema: { ...resource.schema, fields, ...key },
  };
  return withDigest(described, csvText(table), openPath(table), files);
}

/** A file of a package, put among the others, and what the descriptor says of it. */
export function withDigest(resource: Resource, text: string, path: string, files: Map<string, Uint8Array>): Resource {
  const bytes = bytesOf(text);
  files.set(path, bytes);
  return { ...resource, path, bytes: bytes.length, hash: `sha256:${sha256(bytes)}` };
}

/** The documents of the release in the form the standard gives to sources. */
function sourcesOf(released: ReleaseTables): { title: string; path?: string }[] {
  return cellsOf(released, "sources").map((source) => {
    const title = `${source("publisher")}: ${source("title")}`;
    return source("url") === "" ? { title } : { title, path: source("url") };
  });
}

/** README.md of the open download: what the files are, how to read them, under which terms they come, how to cite. */
function readmeText(
  { title, description, created, licenses, contributors }: Descriptor,
  release: string,
  released: ReleaseTables,
): string {
  const day = created.slice(0, 10);
  const [own] = licenses;
  const who = contributors.map((one) => one.title).join(", ");
  const files = released.tables.map(
    (table) => `| ${openPath(table)} | ${String(table.resource["title"] ?? "")} | ${table.rows.length} |`,
  );
  const all = new Set(cellsOf(released, "sources").map((source) => source("id")));
  const terms = count(released, all).map(
    ({ title: name, url, note, sources }) => `| ${url === "" ? name : `[${name}](${url})`} | ${note} | ${sources} |`,
  );
  return `# ${title}

Data release ${release} of ${day}. ${description}

\`datapackage.json\` describes every column of every file in the form of the Data Package standard, so that its tools can
check and read them.

## Files

| file | what | rows |
|---|---|---|
${files.join("\n")}

\`tables/\` holds the recipes of the add-in's prebuilt tables.

## How to read a figure

- \`value\` and \`unit\` are as printed; \`codes/units.csv\` has the power of ten (\`scale\`) to the base unit.
- \`series.csv\` says of what it is: dimensions, base unit, rank (which series answers first) and, through \`definition\`, what
  is measured, on which basis, in which HS edition. Never join series of different \`basis\`.
- The rows of one series and period are vintages: the newest \`known\` day is the current one, an older one was current then.
- A row counts in the data releases from \`added\` until before \`withdrawn\`; blank means that it still counts.
- \`relation\` says whether a figure is exact or a bound, \`status\` is SDMX's, \`flag\` warns. A figure with a \`formula\` is
  computed from its \`inputs\`.
- \`absences.csv\` says what is known not to be known, and why.

## Terms

This compilation is licensed under [${own?.title ?? ""}](${own?.path ?? ""}). The figures keep the terms of their sources, which
\`sources.csv\` names one by one (column \`licence\`):

| terms | to observe | sources |
|---|---|---|
${terms.join("\n")}

## How to cite

${who} (${day.slice(0, 4)}). ${title}. Data release ${release}, ${day}. For a single figure cite its source too.
`;
}
