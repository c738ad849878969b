import { spawnSync } from "node:child_process";

const COMMANDS = ["soffice", "libreoffice"];

/**
 * The command that starts LibreOffice; undefined where it is missing. A pipeline that may install packages (`CI` is set,
 * and it runs as root) installs it.
 */
export function findLibreOffice(): string | undefined {
  const found = () => COMMANDS.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
  const known = found();
  if (known || !process.env["CI"] || process.getuid?.() !== 0) return known;
  spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", "libreoffice-calc"], { stdio: "ignore" });
  return found();
}
