import { spawn } from "node:child_process";

/** The command that opens an address in the person's browser; undefined where there is no display, or on a build server. */
export function openingCommand(
  url: string,
  { platform, env }: Pick<NodeJS.Process, "platform" | "env"> = process,
): readonly [string, ...string[]] | undefined {
  if (env.CI) return undefined;
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", url];
  if (platform === "darwin") return ["open", url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open", url] : undefined;
}

/** Opens an address where there is a display. That it fails is no fault: the address is printed as well. */
export function openBrowser(url: string): void {
  const command = openingCommand(url);
  if (!command) return;
  const [program, ...args] = command;
  spawn(program, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
