/** The add-in as it ships, in a folder of its own whose channel offers another data release. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReleaseFile } from "../../src/dataset/codec";
import type { Notice } from "../../src/update";
import { DIST } from "../../tools/build/build";
import { published, type Published } from "../update/releases";

export interface Offering {
  /** The folder that holds the add-in. */
  readonly addin: string;
  /** Name of the release file that came with it. */
  readonly bundled: string;
  readonly next: Published;
  /** Changes what the channel says is the latest. */
  offer(notice: Notice): void;
  remove(): void;
}

/** `next` makes the release on offer from the one that came with the add-in. */
export function offeringAddin(next: (bundled: ReleaseFile) => ReleaseFile): Offering {
  if (!existsSync(join(DIST, "taskpane.html"))) throw new Error("There is no dist/: run npm run build first");
  const addin = mkdtempSync(join(tmpdir(), "orebook-"));
  cpSync(DIST, addin, { recursive: true });
  const inData = (name: string) => join(addin, "data", name);
  const read = (name: string): unknown => JSON.parse(readFileSync(inData(name), "utf8"));
  const { file } = read("latest.json") as Notice;
  const release = published(next(read(file) as ReleaseFile));
  const offer = (notice: Notice) => writeFileSync(inData("latest.json"), JSON.stringify(notice));
  writeFileSync(inData(release.notice.file), release.bytes);
  offer(release.notice);
  return { addin, bundled: file, next: release, offer, remove: () => rmSync(addin, { recursive: true, force: true }) };
}
