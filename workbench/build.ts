/** Bundles the host page. */
import { join } from "node:path";
import { ROOT, command, node } from "../tools/build/run";

/** Writes host.html and its script into a folder. @throws Error when webpack fails; its reasons are on the console. */
export async function buildWorkbench(folder = join(ROOT, "build", "workbench")): Promise<string> {
  const code = await node(command("webpack-cli", "webpack-cli", "--config", join("workbench", "webpack.config.js"), "--output-path", folder));
  if (code !== 0) throw new Error(`The workbench was not built: webpack ended with exit code ${code}`);
  return folder;
}
