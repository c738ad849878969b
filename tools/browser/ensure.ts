import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { findBrowser } from "./find";

const OS_RELEASE = "/etc/os-release";
const APT_STEPS = [["update"], ["install", "-y", "--no-install-recommends", "chromium"]];

/** What decides whether a browser may be installed here, and the means to do it. */
export interface Installer {
  find: () => string | undefined;
  isRoot: boolean;
  /** The text of /etc/os-release; empty where there is none. */
  osRelease: string;
  /** Runs apt-get and gives its exit code. */
  aptGet: (args: readonly string[]) => number;
}

/**
 * The path of a browser for the tests. Installs Chromium from the distribution when the machine has none, which is
 * done only as root on Debian or Ubuntu: a container, not somebody's desktop.
 * @throws Error that says what to install.
 */
export function ensureBrowser(installer: Installer = thisMachine()): string {
  const found = installer.find();
  if (found) return found;
  const reason = install(installer);
  const installed = reason === undefined ? installer.find() : undefined;
  if (installed) return installed;
  throw new Error(
    `No browser found${reason ? ` (${reason})` : ""}. Install Google Chrome, Microsoft Edge or Chromium, or set OREBOOK_BROWSER to the path of one.`,
  );
}

/** Runs the installation; the reason why it was not done or did not work, or undefined. */
function install({ isRoot, osRelease, aptGet }: Installer): string | undefined {
  if (!/^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease))
    return "it can be installed without asking on Debian and Ubuntu only";
  if (!isRoot) return "it can be installed without asking by root only";
  const failed = APT_STEPS.find((step) => aptGet(step) !== 0);
  return failed && `apt-get ${failed.join(" ")} failed`;
}

function thisMachine(): Installer {
  return {
    find: findBrowser,
    isRoot: process.getuid?.() === 0,
    osRelease: existsSync(OS_RELEASE) ? readFileSync(OS_RELEASE, "utf8") : "",
    aptGet: (args) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }).status ?? 1,
  };
}
