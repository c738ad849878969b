import { Dataset } from "../../../src/dataset/dataset";
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { rememberingOf } from "../../../src/dataset/remembering";
import { createCaller, FunctionError, type Block, type Cell } from "../../../src/functions";
import { createSession } from "../../../src/functions/languages";
import type { Standing } from "../../../src/query/as-of";

/** What a cell shows: the answer, or the error with its message. */
export type Shown = Cell | Block | { readonly error: string; readonly message: string };

/** A release is read once, as in Excel, wherever its workbooks stand. */
const sessions = rememberingOf((release: ReleaseFile) =>
  createSession(new Dataset(release), { addinVersion: "0.1.0" }),
);

/** Calls functions over a release as a workbook with this standing would. */
export function callerOf(
  release: ReleaseFile,
  standing: Standing = {},
): (id: string, ...args: readonly unknown[]) => Shown {
  const caller = createCaller({ ...sessions(release), standing });
  return (id, ...args) => {
    try {
      return caller.call(id, args);
    } catch (error) {
      if (error instanceof FunctionError) return { error: error.code, message: error.message };
      throw error;
    }
  };
}

/** An error whose message matches. */
export function failing(error: string, message: RegExp): unknown {
  return { error, message: expect.stringMatching(message) };
}
