import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReleaseFile } from "../../src/dataset/format/codec";
import { Dataset } from "../../src/dataset/dataset";

/** Data that cannot be had; the message is for people. */
export class DataError extends Error {}

/** Where the data lies that came with the program. */
const BESIDE = join(__dirname, "data");

/** The newest data release of a channel: a folder or an address with a `latest.json`. Rejects with a `DataError`. */
export async function openData(channel: string | undefined): Promise<Dataset> {
  const base = channel ?? BESIDE;
  try {
    // In a checkout the data is that of its seeds.
    if (channel === undefined && !existsSync(BESIDE)) return (await import("../eval/session")).readDataset();
    const latest = JSON.parse((await read(base, "latest.json")).toString("utf8")) as { file: string; sha256: string };
    const bytes = await read(base, latest.file);
    const sum = createHash("sha256").update(bytes).digest("hex");
    if (sum !== latest.sha256) throw new DataError(`${latest.file} is not what latest.json says (SHA-256)`);
    return new Dataset(JSON.parse(bytes.toString("utf8")) as ReleaseFile);
  } catch (error) {
    throw error instanceof DataError ? error : new DataError(`${base}: ${(error as Error).message}`);
  }
}

async function read(base: string, name: string): Promise<Buffer> {
  if (!/^https?:/.test(base)) return readFileSync(join(base, name));
  const address = new URL(name, base.endsWith("/") ? base : `${base}/`);
  const response = await fetch(address);
  if (!response.ok) throw new DataError(`${address} answers ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
