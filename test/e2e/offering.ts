/** The add-in as it ships but with the first data release, in a folder of its own whose channel offers another one. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ReleaseFile } from "../../src/dataset/format/codec";
import type { Notice } from "../../src/update";
import { firstRelease } from "../fixtures/compiled";
import { published, type Published } from "../update/releases";
import { folderForAll, openForAll } from "./held";
import { builtAddin } from "./site";

export interface Offering {
  /** The folder that holds the add-in. */
  readonly addin: string;
  /** Name of the release file that came with it. */
  readonly bundled: string;
  readonly next: Published;
  /** Changes what the channel says is the latest. */
  offer(notice: Notice): void;
}

/** An offering for all tests of the block. `next` makes the release on offer from the one that came with the add-in. */
export function offeringForAll(next: (bundled: ReleaseFile) => ReleaseFile): () => Offering {
  const addin = folderForAll();
  return openForAll(
    () => offeringIn(addin(), next),
    () => undefined,
  );
}

function offeringIn(addin: string, next: (bundled: ReleaseFile) => ReleaseFile): Offering {
  cpSync(builtAddin(), addin, { recursive: true });
  const inData = (name: string) => join(addin, "data", name);
  const { file } = JSON.parse(readFileSync(inData("latest.json"), "utf8")) as Notice;
  const first = firstRelease();
  /** As a build puts a release there: plain for the channel, packed for an add-in that comes with it. */
  const put = (name: string, bytes: Uint8Array) => {
    writeFileSync(inData(name), bytes);
    writeFileSync(inData(`${name}.gz`), gzipSync(bytes));
  };
  put(file, published(first).bytes);
  const release = published(next(first));
  const offer = (notice: Notice) => writeFileSync(inData("latest.json"), JSON.stringify(notice));
  put(release.notice.file, release.bytes);
  offer(release.notice);
  return { addin, bundled: file, next: release, offer };
}
