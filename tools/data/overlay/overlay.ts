import { overlayOf } from "../../../src/dataset/overlay";
import type { Problem, Report } from "../problem";
import { readTable } from "../read/csv";
import { tableName, type Resource } from "../read/descriptor";
import type { Files } from "../read/files";
import type { Overlay, Package } from "../read/package";
import type { Row, Table } from "../read/table";

/** The folder of an overlay: its files, and how a problem names them. */
export interface OverlayFiles {
  readonly files: Files;
  readonly shown: string;
}

const HEAD = "overlay.json";

/** The tables to which an organisation may add rows. All others say things about our rows. */
const OWN = new Set([
  "releases",
  "sources",
  "definitions",
  "series",
  "observations",
  "derivations",
  "defaults",
  "corrections",
  "codes/items",
  "codes/bases",
  "codes/lineages",
  "codes/licences",
]);

/** The package with the rows of an overlay beside its own. Reports what is not in the form of seeds/. */
export function withOverlay(read: Package, { files, shown }: OverlayFiles, report: Report): Package {
  const own = new Map([...files].map(([path, bytes]): [string, Uint8Array] => [`${shown}/${path}`, bytes]));
  const head = readHead(files.get(HEAD), { file: `${shown}/${HEAD}`, line: 1 }, report);
  const tables = new Map(read.tables);
  const rows = new Set<Row>();
  for (const path of files.keys()) {
    if (path === HEAD) continue;
    const resource = read.descriptor.resources.find((one) => one.schema && isOf(one, path));
    if (!resource || !OWN.has(tableName(resource))) {
      report.problem({ file: `${shown}/${path}`, line: 1 }, "is no table to which an overlay may add rows");
      continue;
    }
    const added = readTable({ ...resource, path: `${shown}/${path}` }, resource.schema!.fields, own, report).rows;
    for (const row of added) rows.add(row);
    const table = tables.get(resource.name)!;
    tables.set(resource.name, { ...table, rows: [...table.rows, ...added] });
  }
  const releases = tables.get("releases");
  if (releases) tables.set("releases", inOrder(releases));
  return { ...read, tables, ...(head && { overlay: { ...head, rows } }) };
}

/** Whether a file is a table, or one of the files over which it is spread. */
function isOf(resource: Resource, path: string): boolean {
  const name = tableName(resource);
  return path === `${name}.csv` || path.startsWith(`${name}/`);
}

/** Each of our releases, then what stands on it. */
function inOrder({ resource, rows }: Table): Table {
  const id = (row: Row) => row.get("id");
  const editions = rows
    .filter((row) => overlayOf(id(row)))
    .sort((a, b) => overlayOf(id(a))!.edition - overlayOf(id(b))!.edition);
  const bases = rows.filter((row) => !overlayOf(id(row)));
  const on = (base: Row) => editions.filter((row) => overlayOf(id(row))!.base === id(base));
  const standing = bases.flatMap((base) => [base, ...on(base)]);
  return { resource, rows: [...standing, ...editions.filter((row) => !standing.includes(row))] };
}

function readHead(
  bytes: Uint8Array | undefined,
  place: Omit<Problem, "message">,
  report: Report,
): Pick<Overlay, "id" | "title" | "address"> | undefined {
  if (!bytes) return fault("is missing");
  let head: Partial<Record<string, unknown>>;
  try {
    head = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<string, unknown>>;
  } catch (error) {
    return fault(`is not JSON: ${(error as Error).message}`);
  }
  const { id, title, address } = head;
  if (typeof id !== "string" || !/^[a-z][a-z0-9-]*$/.test(id)) return fault("id: must be a word such as acme");
  if (typeof title !== "string" || title.trim() === "") return fault("title: must name the organisation");
  if (typeof address !== "string" || !URL.canParse(address) || !address.startsWith("https:"))
    return fault("address: must be the https address where its releases are published");
  return { id, title, address };

  function fault(message: string): undefined {
    report.problem(place, message);
  }
}
