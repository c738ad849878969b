/** Bundles the pages that play Excel. */
import { join } from "node:path";
import { ROOT, command, node } from "../tools/build/run";

/** `host`: bare, a workbook in memory. `workbench`: with the grid that people see. */
export type PageName = "host" | "workbench";

/**
 * Writes a page and its script into a folder; `cached` with what an earlier build of it left, for one build at a time.
 * @throws Error when webpack fails; its reasons are on the console.
 */
export async function buildPage(
  page: PageName,
  folder = join(ROOT, "build", "workbench", page),
  cached = false,
): Promise<string> {
  const env = [`page=${page}`, ...(cached ? ["cached"] : [])].flatMap((value) => ["--env", value]);
  const code = await node(
    command(
      "webpack-cli",
      "webpack-cli",
      "--config",
      join("workbench", "webpack.config.js"),
      ...env,
      "--output-path",
      folder,
    ),
  );
  if (code !== 0) throw new Error(`The page ${page} was not built: webpack ended with exit code ${code}`);
  return folder;
}
