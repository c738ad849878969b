import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compareTexts } from "../problem";

/** The files of a package: path with forward slashes → bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Every file below a folder, ordered by path. Throws when the folder cannot be read. */
export function readFolder(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path): [string, Uint8Array] => [
    relative(folder, path).replaceAll(sep, "/"),
    readFileSync(path),
  ]);
  return new Map(files.sort(([a], [b]) => compareTexts(a, b)));
}
