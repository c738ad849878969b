import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import type { ReleaseFile } from "../../src/dataset/format/codec";
import { Dataset } from "../../src/dataset/dataset";
import type { Session } from "../../src/functions";
import { createSession } from "../../src/functions/languages";
import { refusalText } from "../../src/functions/messages";
import { viewAsOf, type Standing } from "../../src/query/as-of";
import { Refusal } from "../../src/query/refusal";
import { ROOT, typescript } from "../build/run";
import type { EngineOptions } from "./engine";
import { offer } from "./offer";

const SEEDS = join(ROOT, "seeds");
const DATA = join(ROOT, "build", "data");
const LATEST = join(DATA, "latest.json");

/**
 * Orebook's functions over the data release of the seeds as they stand.
 * `asOf` is a date or a data release, the default of every as-of argument. Throws an Error when it is neither.
 */
export async function openSession(asOf?: string, dateSystem: 1900 | 1904 = 1900): Promise<EngineOptions> {
  const session = createSession(readDataset(), { addinVersion: version, dateSystem });
  return offer({ ...session, standing: standing(session, asOf) });
}

function standing(session: Session, asOf: string | undefined): Standing {
  try {
    return viewAsOf(session.dataset, {}, asOf, "--as-of").at;
  } catch (error) {
    throw error instanceof Refusal ? new Error(refusalText(error, session)) : error;
  }
}

/** The data release of the seeds as they stand: built first when there is none, or one older than they are. */
export function readDataset(): Dataset {
  if (!existsSync(LATEST) || changedSince(SEEDS, statSync(LATEST).mtimeMs)) buildData();
  const { file } = JSON.parse(readFileSync(LATEST, "utf8")) as { file: string };
  return new Dataset(JSON.parse(readFileSync(join(DATA, file), "utf8")) as ReleaseFile);
}

/** Whether a file of a folder, or below it, was written later than a moment (ms). */
export function changedSince(folder: string, moment: number): boolean {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).some(
    (file) => statSync(join(folder, file)).mtimeMs > moment,
  );
}

/** Runs the data build; what it says goes to standard error, for standard output is for results. */
function buildData(): void {
  const { status } = spawnSync(process.execPath, typescript(join(ROOT, "tools", "data", "index.ts")), {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("There is no data: npm run data did not succeed.");
}
