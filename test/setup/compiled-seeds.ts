import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { serialize } from "node:v8";
import { compile } from "../../tools/data/compile";
import { wholeOf } from "../fixtures/compiled";
import { sourcesOf } from "./sources-of";

const ROOT = join(__dirname, "..", "..");
const SEEDS = join(ROOT, "seeds");
const KEPT = join(ROOT, "build", "test", "seeds");

const A_MINUTE = 60 * 1000;
const A_DAY = 24 * 60 * A_MINUTE;

/** Whoever began and has not ended by then was broken off. */
const LONGEST = 5 * A_MINUTE;

/**
 * Compiles seeds/ for the tests and keeps the result in a file named after everything that decides it: the seeds, the
 * compiler, the packages. Compiling costs as much as many test files, so a run does it once, and not at all when
 * nothing has changed; of runs that begin together one does.
 * @returns the path of the file.
 */
export async function keepCompiledSeeds(): Promise<string> {
  const file = join(KEPT, `${key()}.json`);
  const begun = `${file}.begun`;
  mkdirSync(KEPT, { recursive: true });
  while (!existsSync(file))
    if (isFirst(begun))
      try {
        keep(file);
      } finally {
        rmSync(begun, { recursive: true });
      }
    else await new Promise((resolve) => setTimeout(resolve, 200));
  return file;
}

function isFirst(begun: string): boolean {
  try {
    mkdirSync(begun);
    return true;
  } catch {
    const since = statSync(begun, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - since > LONGEST) rmSync(begun, { recursive: true, force: true });
    return false;
  }
}

function keep(file: string): void {
  const compilation = compile(SEEDS);
  const { problems, notes, release } = compilation;
  write(wholeOf(file), serialize(compilation));
  write(file, JSON.stringify({ problems, notes, release }));
  // Another run may still read what it found a moment ago.
  for (const other of readdirSync(KEPT).map((name) => join(KEPT, name)))
    if (![file, wholeOf(file)].includes(other) && Math.abs(Date.now() - statSync(other).mtimeMs) > A_DAY)
      rmSync(other, { recursive: true, force: true });
}

function write(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

function key(): string {
  const seeds = readdirSync(SEEDS, { recursive: true, encoding: "utf8" }).map((name) => join(SEEDS, name));
  const files = [
    ...seeds.filter((path) => statSync(path).isFile()).sort(),
    ...sourcesOf(join(ROOT, "tools", "data", "compile.ts")),
    join(ROOT, "package-lock.json"),
  ];
  const hash = createHash("sha256").update(process.version);
  for (const path of files) hash.update(`\n${relative(ROOT, path)}\n`).update(readFileSync(path));
  return hash.digest("hex").slice(0, 20);
}
