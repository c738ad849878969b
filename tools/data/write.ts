import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compacted } from "../../src/dataset/format/codec";
import { withoutNames } from "../../src/dataset/format/labels";
import type { Notice } from "../../src/update";
import type { Output } from "./compile";
import { bytesOf, sha256, zip } from "./release/bundle";

const RELEASE_FILE = /^release-.*\.json$/;

/** Writes the release, its latest.json and the open download into a folder, and removes what an earlier run left there. latest.json comes last: it never names a file that is not there. */
export function writeOutput(
  folder: string,
  { release, summary, open, flat }: Pick<Output, "release" | "summary" | "open" | "flat">,
): Notice {
  const bytes = bytesOf(`${JSON.stringify(withoutNames(compacted(release)))}\n`);
  const digest = sha256(bytes);
  const { date, minAddin } = release;
  const file = `release-${release.release.replace("+", "-")}-${digest.slice(0, 10)}.json`;
  const latest: Notice = {
    release: release.release,
    date,
    file,
    sha256: digest,
    bytes: bytes.length,
    notes: summary,
    minAddin,
  };

  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (RELEASE_FILE.test(name) && name !== file) rmSync(join(folder, name));
  rmSync(join(folder, "open"), { recursive: true, force: true });
  writeFileSync(join(folder, file), bytes);
  for (const [path, content] of open) put(join(folder, "open", path), content);
  for (const [path, content] of flat ?? []) put(join(folder, path), content);
  if (open.size > 0) put(join(folder, "open", `orebook-${release.release}.zip`), zip(open, date));
  writeFileSync(join(folder, "latest.json"), `${JSON.stringify(latest, undefined, 2)}\n`);
  return latest;
}

/** Whoever reads meanwhile sees the old file or the new one. */
export function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
