import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { preProcessFile } from "typescript";

/** A module and every file of this repository that it imports, directly or through others, in order of path. */
export function sourcesOf(module: string): string[] {
  const found = new Set<string>();
  const waiting = [module];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { fileName } of preProcessFile(readFileSync(file, "utf8")).importedFiles)
      if (fileName.startsWith(".")) waiting.push(fileOf(join(dirname(file), fileName)));
  }
  return [...found].sort();
}

function fileOf(path: string): string {
  const file = [path, `${path}.ts`, join(path, "index.ts")].find(
    (candidate) => /\.\w+$/.test(candidate) && existsSync(candidate),
  );
  if (file === undefined) throw new Error(`${path} is imported but not there`);
  return file;
}
