import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReleaseFile } from "../../src/dataset/codec";
import { Dataset } from "../../src/dataset/dataset";
import { createSession, type Session } from "../../src/functions";
import type { Language } from "../../src/query/describe";
import { compile } from "../../tools/data/compile";

export const SEEDS = join(__dirname, "..", "..", "seeds");

let release: ReleaseFile | undefined;

/** The release that the seeds make, compiled once for a test file. */
export function releaseFile(): ReleaseFile {
  release ??= compiled();
  return release;
}

function compiled(): ReleaseFile {
  const { release: file, problems } = compile(SEEDS);
  if (!file)
    throw new Error(
      `the seeds do not compile: ${problems.map(({ file: name, line, message }) => `${name}:${line} ${message}`).join("; ")}`,
    );
  return file;
}

let dataset: Dataset | undefined;

/** A session over the real release. */
export function openSession(language: Language = "en", day?: string): Session {
  dataset ??= new Dataset(releaseFile());
  return createSession(dataset, { language, addinVersion: "0.1.0", standing: day ? { day } : {} });
}

/** A recipe as it stands in the seeds. */
export function readRecipe(id: string): unknown {
  return JSON.parse(readFileSync(join(SEEDS, "tables", `${id}.json`), "utf8"));
}
