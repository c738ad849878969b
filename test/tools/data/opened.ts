import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, typescript } from "../../../tools/build/run";

/** What the Frictionless library makes of a data package: rows by table, or what is wrong with it. */
export function opened(path: string): { rows: Record<string, number>; wrong: string } {
  const { stdout, stderr } = spawnSync(process.execPath, typescript(join(__dirname, "read-package.ts"), path), {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { rows: stdout === "" ? {} : (JSON.parse(stdout) as Record<string, number>), wrong: stderr };
}
