/** Bundles the pages that play Excel: for development and tests only, they are never shipped. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../tools/build/run";

/** `host`: bare, a workbook in memory. `workbench`: with the grid that people see. */
export type PageName = "host" | "workbench";

/**
 * Writes a page, its script and its style sheet into a folder.
 * @throws Error when it cannot be bundled; the reasons are on the console.
 */
export async function buildPage(page: PageName, folder = join(ROOT, "build", "workbench", page)): Promise<string> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join("workbench", "page", `${page}.ts`)],
    outdir: folder,
    bundle: true,
    format: "esm",
    // What the grid may load later stays apart.
    splitting: true,
    target: "es2022",
    // Millions of letters of Univer, which every page that is opened has to read; names stay as they are.
    minifyWhitespace: page === "workbench",
    sourcemap: page === "host",
    logLevel: "warning",
  });
  copyFileSync(join(ROOT, "workbench", "page", `${page}.html`), join(folder, "index.html"));
  return folder;
}
