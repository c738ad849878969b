import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The folder of package.json. */
export const ROOT = resolve(__dirname, "..", "..");

const requireFromRoot = createRequire(join(ROOT, "package.json"));

export interface RunOptions {
  /** Changes to the environment; undefined takes a variable out. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which it is ended, if it has not ended by itself. */
  limit?: number;
}

/**
 * Runs Node with the given arguments in the project's folder, its output shown.
 * @returns its exit code; 1 when a signal or the limit ended it.
 */
export function node(args: readonly string[], { env = {}, limit }: RunOptions = {}): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
      timeout: limit,
    });
    child.on("error", failed);
    child.on("exit", (code) => done(code ?? 1));
  });
}

/** Runs a program to its end: its exit code is what it gives; 1, with the reason, when it fails. */
export function runProgram(main: () => Promise<number | void>): void {
  main().then(
    (code) => (process.exitCode = code ?? 0),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}

/** Arguments for Node to run a TypeScript file, in one process so that a signal reaches it. */
export function typescript(script: string, ...args: readonly string[]): string[] {
  return ["--import", pathToFileURL(requireFromRoot.resolve("tsx")).href, script, ...args];
}

/** Arguments for Node to run a command of an installed package: no shell, so alike on every system. */
export function command(packageName: string, binary: string, ...args: readonly string[]): string[] {
  // Looked for by hand: not every package lets its package.json be resolved.
  const folders = requireFromRoot.resolve.paths(packageName) ?? [];
  const file = folders.map((folder) => join(folder, packageName, "package.json")).find((one) => existsSync(one));
  if (file === undefined) throw new Error(`${packageName} is not installed`);
  const { bin } = JSON.parse(readFileSync(file, "utf8")) as { bin: string | Record<string, string> };
  const path = typeof bin === "string" ? bin : bin[binary];
  if (path === undefined) throw new Error(`${packageName} has no command ${binary}`);
  return [join(dirname(file), path), ...args];
}
