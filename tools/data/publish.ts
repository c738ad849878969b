import type { KeyObject } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { textColumn, type ReleaseFile } from "../../src/dataset/format/codec";
import { Dataset } from "../../src/dataset/dataset";
import { ReleaseRefusal, refusalText, type Notice } from "../../src/update";
import { readNotice } from "../../src/update/notice";
import { requireSamePast } from "../../src/update/verify/past";
import type { Output } from "./compile";
import { signed } from "./sign";
import { put, writeOutput } from "./write";

const LATEST = "latest.json";
const INDEX = "releases.json";
const OPEN = "open";
const ARCHIVE = /^orebook-.*\.zip$/;

/** A release in the feed: what latest.json said of it, and what it brought. */
interface Entry extends Notice {
  readonly changes?: Readonly<Record<"figures" | "series" | "sources" | "events" | "corrections", number>>;
}

/**
 * Adds a release to the folder that a web server serves: its file beside those of all earlier releases, the open download
 * with all earlier archives, `releases.json` with every release, and last `latest.json`, so that it never names a file that
 * is not there.
 * A `key` signs the notice for add-ins that were built to ask for it.
 * @throws Error, and nothing is changed, when the release does not continue the one that is published.
 */
export function publish(folder: string, output: Output, key?: KeyObject) {
  return staged(output, (staging, written) => {
    const notice = key ? signed(written, key) : written;
    const published = publishedNotice(folder);
    const isNew = published?.sha256 !== notice.sha256;
    if (published && isNew) requireContinues(folder, published, output.release);
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, notice.file))) cpSync(join(staging, notice.file), join(folder, notice.file));
    for (const [path, bytes] of output.flat ?? []) put(join(folder, path), bytes);
    if (output.open.size > 0) replaceOpen(join(staging, OPEN), join(folder, OPEN));
    const releases: Entry[] = [
      { ...notice, changes: changesIn(output.release) },
      ...index(folder).filter(({ release }) => release !== notice.release),
    ];
    put(join(folder, INDEX), jsonText(releases));
    put(join(folder, LATEST), jsonText(notice));
    return {
      notice,
      /** False when this very release had been published before. */
      isNew,
      /** Every release in the folder, newest first. */
      releases: releases.map(({ release }) => release),
    };
  });
}

/** Puts earlier releases, oldest first, beside the only one that a folder has: it is as if they had been published there one by one. */
export function putEarlier(folder: string, newest: ReleaseFile, earlier: readonly ReleaseFile[]): void {
  const summaries = new Map(new Dataset(newest).releases.map(({ id, summary }) => [id, summary]));
  const entries = earlier.map((release): Entry => {
    const summary = summaries.get(release.release) ?? "";
    return staged({ release, summary, open: new Map() }, (staging, notice) => {
      cpSync(join(staging, notice.file), join(folder, notice.file));
      return { ...notice, changes: changesIn(release) };
    });
  });
  const newestEntry: Entry = { ...publishedNotice(folder)!, changes: changesIn(newest) };
  put(join(folder, INDEX), jsonText([newestEntry, ...entries.reverse()]));
}

/** Writes a release into a folder of its own, which is gone once `use` has taken from it what is wanted. */
function staged<T>(output: Parameters<typeof writeOutput>[1], use: (staging: string, notice: Notice) => T): T {
  const staging = mkdtempSync(join(tmpdir(), "orebook-publish-"));
  try {
    return use(staging, writeOutput(staging, output));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function publishedNotice(folder: string): Notice | undefined {
  const path = join(folder, LATEST);
  return existsSync(path) ? readNotice(readFileSync(path, "utf8")) : undefined;
}

/** A published release is for ever: the next one has another name and gives what it gave. */
function requireContinues(folder: string, { release, file, date }: Notice, next: ReleaseFile): void {
  if (next.release === release)
    throw new Error(
      `Data release ${release} is published with other content: give the changes a release of their own in releases.csv`,
    );
  if (next.date < date)
    throw new Error(
      `Data release ${next.release} of ${next.date} is older than ${release} of ${date}, which is published`,
    );
  const before = new Dataset(JSON.parse(readFileSync(join(folder, file), "utf8")) as ReleaseFile);
  const after = new Dataset(next);
  if (after.ordinalOf(release) < 0)
    throw new Error(`Data release ${next.release} does not know ${release}, which is published`);
  try {
    requireSamePast(before, after);
  } catch (error) {
    throw error instanceof ReleaseRefusal ? new Error(refusalText(error, release, "en")) : error;
  }
}

/** Earlier archives stay; the files themselves are those of the newest release. */
function replaceOpen(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to)) if (!ARCHIVE.test(name)) rmSync(join(to, name), { recursive: true });
  cpSync(from, to, { recursive: true });
}

/** How many rows of each kind a release brought. */
function changesIn({ release, tables }: ReleaseFile): NonNullable<Entry["changes"]> {
  const brought = (table: string, column = "added") => {
    const encoded = tables[table];
    const is = encoded && column in encoded.columns ? textColumn(encoded, column) : [];
    return is.filter((id) => id === release).length;
  };
  return {
    figures: brought("observations"),
    series: brought("series"),
    sources: brought("sources"),
    events: brought("events"),
    corrections: brought("corrections", "release"),
  };
}

function index(folder: string): Entry[] {
  const path = join(folder, INDEX);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Entry[]) : [];
}

const jsonText = (content: unknown): string => `${JSON.stringify(content, undefined, 2)}\n`;
