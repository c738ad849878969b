import { existsSync } from "node:fs";
import { readFigures, type Figures } from "../../model/figures";
import { Seeds } from "../../model/seeds";
import { Report, type Place, type Problem } from "../../problem";
import { DESCRIPTOR, pathsOf, tableName, type Descriptor, type Resource } from "../../read/descriptor";
import { readFolder, type Files } from "../../read/files";
import { readPackage } from "../../read/package";

/** Where rows go: our seeds, or an organisation's own folder in their shape, which is read together with them. */
export interface Target {
  readonly folder: string;
  /** Whether it is an organisation's own, which adds to ours and never changes it. */
  readonly isOwn: boolean;
  /** Files of the folder that is written, by their path in it. */
  readonly files: Files;
  readonly seeds: Seeds;
  readonly figures: Figures;
}

/** Files of an organisation's own folder are told from ours by this. */
const OWN = "own/";

/** Whether a row that was read stands in an organisation's own folder. */
export function isOwn({ file }: Place): boolean {
  return file.startsWith(OWN);
}

/** The path of a file inside the folder that it is read from. */
export function pathIn(file: string): string {
  return file.startsWith(OWN) ? file.slice(OWN.length) : file;
}

/** Reads what there is. Gives problems when it is not in a form that rows could be added to. */
export function readTarget(seedsFolder: string, into?: string): Target | { readonly problems: readonly Problem[] } {
  const ours = readFolder(seedsFolder);
  const own: Files = into !== undefined && existsSync(into) ? readFolder(into) : new Map();
  const report = new Report();
  const read = readPackage(into === undefined ? ours : together(ours, own), report);
  if (!read || report.problems.length > 0) return { problems: report.problems };
  const seeds = new Seeds(read);
  return {
    folder: into ?? seedsFolder,
    isOwn: into !== undefined,
    files: into === undefined ? ours : own,
    seeds,
    figures: readFigures(seeds),
  };
}

/** Both as one package: each table of ours continues with the own files of its name. */
function together(ours: Files, own: Files): Files {
  const descriptor = JSON.parse(new TextDecoder().decode(ours.get(DESCRIPTOR))) as Descriptor;
  const resources = descriptor.resources.map((resource) => {
    if (!resource.schema) return resource;
    const more = [...own.keys()].filter((path) => isOf(resource, path)).map((path) => `${OWN}${path}`);
    return { ...resource, path: [...pathsOf(resource), ...more] };
  });
  const listed = new Set(resources.flatMap(pathsOf));
  const added = [...own].map(([path, bytes]): [string, Uint8Array] => [`${OWN}${path}`, bytes]);
  return new Map([
    ...ours,
    ...added.filter(([path]) => listed.has(path)),
    [DESCRIPTOR, new TextEncoder().encode(JSON.stringify({ ...descriptor, resources }))],
  ]);
}

/** Whether a file is a table, or one of the files over which it is spread. */
function isOf(resource: Resource, path: string): boolean {
  const name = tableName(resource);
  return path === `${name}.csv` || (path.startsWith(`${name}/`) && path.endsWith(".csv"));
}
