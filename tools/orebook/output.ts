import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Where the result of a file goes: a folder that is there, or named with a slash at its end, takes it under its own name. */
export function targetOf(file: string, output: string | undefined, manyFiles: boolean): string {
  if (output === undefined) return file;
  const isFolder = manyFiles || /[\\/]$/.test(output) || (existsSync(output) && statSync(output).isDirectory());
  return isFolder ? join(output, basename(file)) : output;
}

/**
 * Writes a file so that it is there whole or not at all: beside its place first, read again, then renamed.
 * @param verify throws when what was read is not what was meant
 */
export function writeWhole(target: string, bytes: Uint8Array, verify: (written: Uint8Array) => void): void {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    verify(readFileSync(temporary));
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A text for people or programs: to a file, or to standard output for `-`. */
export function put(target: string | undefined, text: string): void {
  if (target === "-") process.stdout.write(text);
  else if (target !== undefined) writeWhole(target, new TextEncoder().encode(text), () => undefined);
}
