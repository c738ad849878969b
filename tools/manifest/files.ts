import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ReadFile } from "./addresses";

/** Reads the files below a folder by their address path. */
export function filesBelow(folder: string): ReadFile {
  return (path) => {
    const file = join(folder, ...path.split("/"));
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  };
}
