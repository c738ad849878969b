import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "../../src/functions";
import { createSession } from "../../src/functions/languages";
import type { Language } from "../../src/query/describe";
import { seeds } from "../fixtures/seeds";

export const SEEDS = join(__dirname, "..", "..", "seeds");

/** A session over the real release. */
export function openSession(language: Language = "en", day?: string): Session {
  return createSession(seeds(), { language, addinVersion: "0.1.0", standing: day ? { day } : {} });
}

/** A recipe as it stands in the seeds. */
export function readRecipe(id: string): unknown {
  return JSON.parse(readFileSync(join(SEEDS, "tables", `${id}.json`), "utf8"));
}
