import { chromium, type Browser } from "playwright-core";
import { ensureBrowser } from "./ensure";

export { ensureBrowser, ensureChineseFont } from "./ensure";
export { findBrowser } from "./find";

/** Keeps the browser from calling home: tests see only the requests of the page. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Starts a headless browser that accepts the self-signed certificate of the local server.
 * @param flags further command-line flags of Chromium.
 * @throws Error that says what to install when there is no browser.
 */
export async function launch(flags: readonly string[] = []): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [...QUIET, "--ignore-certificate-errors", ...(isRoot ? ["--no-sandbox"] : []), ...flags],
  });
}
