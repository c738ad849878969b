/** Bundles the pages that play Excel. */
import { join } from "node:path";
import { ROOT, command, node } from "../tools/build/run";

/** `host`: bare, a workbook in memory. `workbench`: with the grid that people see. */
export type PageName = "host" | "workbench";

/** Writes a page and its script into a folder. @throws Error when webpack fails; its reasons are on the console. */
export async function buildPage(page: PageName, folder = join(ROOT, "build", "workbench", page)): Promise<string> {
  const code = await node(
    command("webpack-cli", "webpack-cli", "--config", join("workbench", "webpack.config.js"), "--env", `page=${page}`, "--output-path", folder),
  );
  if (code !== 0) throw new Error(`The page ${page} was not built: webpack ended with exit code ${code}`);
  return folder;
}
