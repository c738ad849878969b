import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import type { ReleaseFile } from "../../src/dataset/codec";
import { Dataset } from "../../src/dataset/dataset";
import { createCaller, createSession, FunctionError, FUNCTIONS, type Session } from "../../src/functions";
import { refusalText } from "../../src/functions/messages";
import { viewAsOf, type Standing } from "../../src/query/as-of";
import { Refusal } from "../../src/query/refusal";
import { ROOT, typescript } from "../build/run";
import type { EngineFunction, EngineOptions, Invoke } from "./engine";

const SEEDS = join(ROOT, "seeds");
const DATA = join(ROOT, "build", "data");
const LATEST = join(DATA, "latest.json");

/**
 * Orebook's functions over the data release of the seeds as they stand.
 * `asOf` is a date or a data release, the default of every as-of argument. Throws an Error when it is neither.
 */
export async function openSession(asOf?: string): Promise<EngineOptions> {
  const session = createSession(readDataset(), { addinVersion: version });
  return offer({ ...session, standing: standing(session, asOf) });
}

/** The functions of the registry, called within a session. */
export function offer(session: Session): EngineOptions {
  const caller = createCaller(session);
  const invoke: Invoke = (name, args) => {
    try {
      return { value: caller.call(name, args) };
    } catch (error) {
      if (error instanceof FunctionError) return { error: error.code, message: error.message };
      throw error;
    }
  };
  return { functions: FUNCTIONS.map(describe), invoke };
}

function describe({ id, parameters, spills }: (typeof FUNCTIONS)[number]): EngineFunction {
  const list = Object.entries(parameters).map(([name, { optional, matrix }]) => ({
    name,
    optional,
    matrix: matrix === true,
  }));
  return { name: id, parameters: list, matrix: spills };
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
