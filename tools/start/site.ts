import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../build/settings";
import { ROOT } from "../build/run";
import { buildPage } from "../../workbench/build";
import { certificateFor, startLocal, type LocalOptions } from "./local";
import { serve, type Running } from "./serve";
import { pageRoutes } from "./workbench";

/** The built workbench. */
const PAGE = join(ROOT, "build", "workbench", "workbench");

export interface Site {
  /** Serves the add-in as it is for Excel. */
  addin: Running;
  /** Serves the page that plays Excel, when it was asked for. */
  workbench?: Running;
  close: () => Promise<void>;
}

/** Builds and serves the add-in alone. @throws Error that says what is missing. */
export async function startAddin(settings: Settings, options: LocalOptions): Promise<Site> {
  const addin = await startLocal(settings, options);
  return { addin, close: addin.close };
}

/**
 * Builds and serves the add-in and the workbench, side by side; the workbench has the port after the add-in's.
 * @throws Error that says what is missing; then nothing is served.
 */
export async function startSite(settings: Settings, options: LocalOptions): Promise<Site> {
  const page =
    options.build || !existsSync(join(PAGE, "index.html")) ? buildPage("workbench", PAGE) : Promise.resolve(PAGE);
  // Awaited below, after the add-in, whose failure is told first.
  page.catch(() => undefined);
  const addin = await startLocal(settings, options);
  try {
    const certificate = await certificateFor(options);
    const [port, routes] = [settings.port + 1, pageRoutes(addin.url)];
    const workbench = await serve({ root: await page, port, certificate, routes });
    return { addin, workbench, close: async () => void (await Promise.all([addin.close(), workbench.close()])) };
  } catch (error) {
    await addin.close();
    throw error;
  }
}
