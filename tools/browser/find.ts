import { existsSync } from "node:fs";
import { posix, win32 } from "node:path";

/** What `findBrowser` looks at; the running machine unless a test says otherwise. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
}

const THIS_MACHINE: Machine = { platform: process.platform, env: process.env, exists: existsSync };

const LINUX_COMMANDS = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const MAC_APPLICATIONS = ["Google Chrome", "Microsoft Edge", "Chromium"];
const WINDOWS_PROGRAMS = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

/**
 * The path of an installed Chrome, Edge or Chromium; undefined when there is none.
 * `OREBOOK_BROWSER` names one and wins.
 * @throws Error when `OREBOOK_BROWSER` names a file that is not there.
 */
export function findBrowser(machine: Machine = THIS_MACHINE): string | undefined {
  const named = machine.env.OREBOOK_BROWSER;
  if (named) {
    if (!machine.exists(named)) throw new Error(`OREBOOK_BROWSER is ${named}, which is not there`);
    return named;
  }
  return candidates(machine).find(machine.exists);
}

function candidates({ platform, env }: Machine): string[] {
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => win32.join(root, ...program)));
  }
  if (platform === "darwin") {
    const roots = ["/Applications", ...(env.HOME ? [posix.join(env.HOME, "Applications")] : [])];
    return MAC_APPLICATIONS.flatMap((name) =>
      roots.map((root) => posix.join(root, `${name}.app`, "Contents", "MacOS", name)),
    );
  }
  const folders = (env.PATH ?? "").split(":").filter(Boolean);
  return LINUX_COMMANDS.flatMap((command) => folders.map((folder) => posix.join(folder, command)));
}
