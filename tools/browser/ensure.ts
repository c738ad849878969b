import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { findBrowser } from "./find";

const OS_RELEASE = "/etc/os-release";

/** Without it a page shows Chinese as boxes; fontconfig has the command that says which fonts there are. */
const CHINESE_FONT = ["fonts-noto-cjk", "fontconfig"];

/** What decides whether packages may be installed here, and the means to do it. */
export interface Installer {
  find: () => string | undefined;
  hasChinese: () => boolean;
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
  const reason = install(installer, ["chromium"]);
  const installed = reason === undefined ? installer.find() : undefined;
  if (installed) return installed;
  throw new Error(
    `No browser found${reason ? ` (${reason})` : ""}. Install Google Chrome, Microsoft Edge or Chromium, or set OREBOOK_BROWSER to the path of one.`,
  );
}

/**
 * Installs a font with Chinese letters, under the same conditions, where there is none.
 * @returns what is missing, when it could not; the tests can do without, for they only look less like what people see.
 */
export function ensureChineseFont(installer: Installer = thisMachine()): string | undefined {
  if (installer.hasChinese()) return undefined;
  const reason = install(installer, CHINESE_FONT);
  return (
    reason &&
    `No font has Chinese letters (${reason}): install ${CHINESE_FONT[0]}, or another. The tests go on without.`
  );
}

/**
 * Installs a program that some test needs, under the same conditions, where it is missing.
 * @returns why it is not there; undefined when it is.
 */
export function ensureProgram(
  program: string,
  packages: readonly string[],
  installer: Omit<Installer, "find" | "hasChinese"> = thisMachine(),
  isThere = () => spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined,
): string | undefined {
  if (isThere()) return undefined;
  const reason = install(installer, packages) ?? `${packages.join(" ")} did not bring it`;
  return isThere() ? undefined : `${program} is missing (${reason})`;
}

/** Installs packages; the reason why that was not done or did not work, or undefined. */
function install(
  { isRoot, osRelease, aptGet }: Omit<Installer, "find" | "hasChinese">,
  packages: readonly string[],
): string | undefined {
  if (!/^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease))
    return "it can be installed without asking on Debian and Ubuntu only";
  if (!isRoot) return "it can be installed without asking by root only";
  const steps = [["update"], ["install", "-y", "--no-install-recommends", ...packages]];
  const failed = steps.find((step) => aptGet(step) !== 0);
  return failed && `apt-get ${failed.join(" ")} failed`;
}

function thisMachine(): Installer {
  return {
    find: findBrowser,
    hasChinese: hasChineseFont,
    isRoot: process.getuid?.() === 0,
    osRelease: existsSync(OS_RELEASE) ? readFileSync(OS_RELEASE, "utf8") : "",
    aptGet: (args) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }).status ?? 1,
  };
}

/** Other systems than Linux come with Chinese. */
function hasChineseFont(): boolean {
  if (process.platform !== "linux") return true;
  const { status, stdout } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}
