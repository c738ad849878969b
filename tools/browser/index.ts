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
 * What is off: a browser hears the last list alone, so what Playwright turns off comes first. Then the pages of the browser's
 * own address bar: every window loads them anew, and they take the processor from the page.
 */
const OFF = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
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
    args: [
      ...QUIET,
      `--disable-features=${OFF.join()}`,
      "--ignore-certificate-errors",
      ...(isRoot ? ["--no-sandbox"] : []),
      ...flags,
    ],
  });
}
