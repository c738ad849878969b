import type { Reading } from "./reading";

/** One publisher's files, and how they become rows of ours. */
export interface Importer {
  /** The word on the command line. */
  readonly name: string;
  /** What is read, in words for people. */
  readonly reads: string;
  /** Where series go that no file holds yet, inside the folder that is written. */
  readonly file: string;
  /** What rows of sources/ have for every edition; the title is an example. */
  readonly document: Readonly<Record<"title" | "creator" | "publisher" | "url" | "licence", string>>;
  /** Whether its rows may name their document themselves. */
  readonly namesSource?: boolean;
  /** Why its rows may never be written into our own seeds; undefined when they may. */
  readonly ownFolderOnly?: string;
  /** Reads one file. Throws a `ShapeFault` for what is not this publisher's file. */
  read(path: string, context: Context): Promise<Reading>;
}

/** What an importer may know of the dataset. */
export interface Context {
  /** The code of an area by a name or number that statistics offices print; undefined for an unknown one. */
  area(name: string): string | undefined;
  /** Codes of areas nearest to a name that is not known, for a message. */
  nearestAreas(name: string): readonly string[];
  /** Ids nearest to one that no series has, for a message; undefined for the id of a series. */
  series(id: string): readonly string[] | undefined;
  /** Told now and then how far a long file has been read. */
  progress(done: string): void;
}
