import { join } from "node:path";
import { ensureBrowser, ensureChineseFont } from "../browser";
import { command, node, typescript } from "../build/run";
import { runJest } from "./jest";
import { ofCommand, runStages, type Outcome, type Stage } from "./stages";

/** The build under test is always the ordinary one, whatever the caller's settings. */
const ORDINARY = {
  OREBOOK_URL: undefined,
  OREBOOK_RELEASES: undefined,
  OREBOOK_PUBLIC_KEY: undefined,
  OREBOOK_NAMESPACE: undefined,
  OREBOOK_PORT: undefined,
};

/** What may import what, and that nothing goes in a circle: `.dependency-cruiser.mjs`. */
const ROOMS_OF_CODE = ["src", "tools", "workbench", "test", "bench"];

/** Runs an installed command, all of whose outcome is its exit code. */
const runCommand = async (...of: Parameters<typeof command>) => ofCommand(await node(command(...of)));

const runBuild = async () => ofCommand(await node(typescript(join("tools", "build", "index.ts")), { env: ORDINARY }));

const STAGES: Stage[] = [
  { name: "typecheck", run: () => runCommand("typescript", "tsc") },
  { name: "lint", beside: true, run: () => runCommand("eslint", "eslint", ".", "--max-warnings", "0") },
  { name: "rooms", beside: true, run: () => runCommand("dependency-cruiser", "depcruise", ...ROOMS_OF_CODE) },
  { name: "build", run: runBuild },
  { name: "format", beside: true, run: () => runCommand("prettier", "prettier", "--check", ".") },
  { name: "unit", run: () => runJest("node") },
  // What drives a browser mostly waits for it; the units have the processor meanwhile.
  { name: "browser", needs: "build", beside: true, run: runBrowser },
];

async function runBrowser(): Promise<Outcome> {
  const browser = ensureBrowser();
  const missing = ensureChineseFont();
  if (missing) console.error(missing);
  return runJest("browser", { OREBOOK_BROWSER: browser });
}

/** `npm test`: every stage; the last line is `N passed, N failed`, and exit code 1 says that something failed. */
async function main(): Promise<void> {
  const { passed, failed } = await runStages(STAGES, { now: Date.now, show: console.log });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
