import { existsSync } from "node:fs";
import { readFigures, type Figures } from "../../model/figures";
import { Seeds } from "../../model/seeds";
import { Report, type Place, type Problem } from "../../problem";
import { DESCRIPTOR, pathsOf, type Descriptor } from "../../read/descriptor";
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

/** Both as one package: each table of ours continues with the own files of that name. */
function together(ours: Files, own: Files): Files {
  const descriptor = JSON.parse(new TextDecoder().decode(ours.get(DESCRIPTOR))) as Descriptor;
  const paths = [...own.keys()].filter((path) => path.endsWith(".csv"));
  const resources = descriptor.resources.map((resource) => {
    if (!resource.schema) return resource;
    const files = pathsOf(resource);
    const more = paths.filter((path) => files.includes(path) || isBeside(path, files[0]!));
    return { ...resource, path: [...files, ...more.map((path) => `${OWN}${path}`)] };
  });
  const taken = new Set(resources.flatMap(pathsOf));
  const added = [...own].map(([path, bytes]): [string, Uint8Array] => [`${OWN}${path}`, bytes]);
  return new Map([
    ...ours,
    ...added.filter(([path]) => taken.has(path)),
    [DESCRIPTOR, new TextEncoder().encode(JSON.stringify({ ...descriptor, resources }))],
  ]);
}

/** Whether a file is in the folder that a table has for itself; code lists share theirs. */
function isBeside(path: string, first: string): boolean {
  const folder = first.slice(0, first.lastIndexOf("/") + 1);
  return folder !== "" && folder !== "codes/" && folder !== "tables/" && path.startsWith(folder);
}
