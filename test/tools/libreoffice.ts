/** LibreOffice without a window, installed where that may be done without asking. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureProgram } from "../../tools/browser/ensure";

const missing = ensureProgram("soffice", ["libreoffice-calc"]);
if (missing) console.warn(`${missing}: what LibreOffice opens is not tried.`);

/** A test that needs it; left out, with a word, where it cannot be had. */
export const withLibreOffice = missing ? test.skip : test;

/** Opens files and writes them to a folder as another kind; gives what it said. */
export function converted(
  files: readonly string[],
  to: string,
  folder: string,
  filter: readonly string[] = [],
): string {
  const profile = mkdtempSync(join(tmpdir(), "orebook-office-"));
  try {
    const { status, stdout, stderr } = spawnSync(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=file://${profile}`,
        ...filter,
        "--convert-to",
        to,
        "--outdir",
        folder,
        ...files,
      ],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
