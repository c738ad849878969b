import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { command, node, ROOT } from "../build/run";
import type { Outcome } from "./stages";

/** The part of jest's JSON report that is counted. */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Skipped by the test file. */
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not be run at all, whose tests nobody knows. */
  numRuntimeErrorTestSuites: number;
}

/** A project that is not done by then hangs: jest waits for ever for a server or browser a test left open. */
const LIMIT = 40 * 60 * 1000;

/** Runs one jest project and counts its tests. */
export async function runJest(project: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const file = join(ROOT, "build", "test", `${project}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const args = ["--ci", "--selectProjects", project, "--json", "--outputFile", file, "--maxWorkers", workers(project)];
  const exitCode = await node(command("jest", "jest", ...args), { env, limit: LIMIT });
  return ofReport(readReport(file), exitCode);
}

/** Jest leaves one core idle, which on two cores is half the machine. What drives a browser mostly waits for it. */
function workers(project: string): string {
  const cores = availableParallelism();
  return String(project === "browser" ? cores + 1 : Math.max(2, cores - 1));
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as JestReport;
  } catch {
    return undefined;
  }
}

/** Counts a report; whatever jest found wrong beside its tests, and an empty suite, is one failure. */
export function ofReport(report: JestReport | undefined, exitCode: number): Outcome {
  if (!report) return { passed: 0, failed: 1, note: `jest left no report, exit code ${exitCode}` };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  const notes = [
    ...(report.numRuntimeErrorTestSuites > 0
      ? [`${report.numRuntimeErrorTestSuites} test files could not be run`]
      : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  if (passed + failed === 0) return { passed, failed: 1, note: ["no tests ran", ...notes].join(", ") };
  if (failed === 0 && exitCode !== 0)
    return { passed, failed: 1, note: [`jest ended with exit code ${exitCode}`, ...notes].join(", ") };
  return { passed, failed, ...(notes.length > 0 ? { note: notes.join(", ") } : {}) };
}
