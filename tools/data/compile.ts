import { relative, sep } from "node:path";
import type { ReleaseFile } from "../../src/dataset/format/codec";
import { digestOf } from "./release/digest";
import type { OverlayFiles } from "./overlay/overlay";
import type { Note, Problem } from "./problem";
import { readFolder, type Files } from "./read/files";
import { openFiles } from "./release/bundle";
import { encodeRelease } from "./release/encode";
import { flatFiles } from "./release/flat";
import { releaseTables } from "./release/tables";
import { validate } from "./validate";

/** Everything a release consists of. */
export interface Output {
  readonly release: ReleaseFile;
  /** What the newest release brings, in its own words. */
  readonly summary: string;
  /** Of everything that decides what the newest release answers. */
  readonly digest: string;
  /** Whether releases.csv has that digest already. */
  readonly sealed: boolean;
  /** The open download, path → bytes; empty where an organisation's own rows are among ours. */
  readonly open: Files;
  /** The same figures, a row each with nothing to join, path → bytes; none where the open download has none. */
  readonly flat?: Files;
  /** Rows left out because their source is withheld. */
  readonly leftOut: number;
}

interface Findings {
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

/** What was found and, when nothing is wrong, the output. */
export type Compilation = Findings & (Output | { readonly release: undefined });

/** Compiles the package in a folder, with that of an organisation beside it if one is named. Writes nothing. Throws only when the folder cannot be read. */
export function compile(folder: string, overlay?: string): Compilation {
  return compileFiles(...readBoth(folder, overlay));
}

/** The files of a package and of the overlay beside it, if one is named; the overlay's are named as seen from the package. */
export function readBoth(folder: string, overlay?: string): [files: Files, overlay?: OverlayFiles] {
  if (overlay === undefined) return [readFolder(folder)];
  return [readFolder(folder), { files: readFolder(overlay), shown: relative(folder, overlay).replaceAll(sep, "/") }];
}

/** Compiles the files of a package: the same files give the same bytes. */
export function compileFiles(files: Files, overlay?: OverlayFiles): Compilation {
  const { report, subject } = validate(files, overlay);
  const { problems, notes } = report;
  const newest = subject?.seeds.rows("releases").at(-1);
  if (!subject || !newest || problems.length > 0) return { problems, notes, release: undefined };
  const released = releaseTables(subject);
  const release = encodeRelease(released, newest, subject.seeds.read.overlay);
  return {
    problems,
    notes,
    release,
    summary: newest.get("summary"),
    digest: digestOf(subject, subject.seeds.latest),
    sealed: newest.get("digest") !== "",
    // What an organisation may use is not thereby for everybody.
    ...(!subject.seeds.read.overlay && { flat: flatFiles(release, subject.seeds.read.descriptor) }),
    open: subject.seeds.read.overlay ? new Map() : openFiles(subject.seeds.read.descriptor, newest.get("id"), released),
    leftOut: released.leftOut,
  };
}
