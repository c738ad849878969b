import { PackageFault } from "../../src/package";
import type { Language } from "../../src/query/describe";
import { textsIn } from "./texts";

/** A workbook that is not taken; the message says why. */
export class Refused extends Error {}

/** Why a workbook could not be taken, for people; undefined for an error of another kind. */
export function reasonOf(error: unknown, language: Language): string | undefined {
  if (error instanceof PackageFault) {
    const reason = textsIn(language).faults[error.kind];
    return error.detail === "" ? reason : `${reason} (${error.detail})`;
  }
  return error instanceof Refused || isOfFile(error) ? (error as Error).message : undefined;
}

function isOfFile(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).code === "string" && "syscall" in (error as object);
}
