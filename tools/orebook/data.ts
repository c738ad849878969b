import { createHash, createPublicKey, webcrypto } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { version } from "../../package.json";
import { Dataset } from "../../src/dataset/dataset";
import type { ReleaseFile } from "../../src/dataset/format/codec";
import type { Language } from "../../src/query/describe";
import { Channel } from "../../src/update";
import { ReleaseRefusal } from "../../src/update/refusal";
import { refusalText } from "../../src/update/texts";
import { requireSigned, type SignatureChecker } from "../../src/update/verify/signature";

/** Data that cannot be had; the message is for people. */
export class DataError extends Error {}

/** Where the data lies that came with the program. */
const BESIDE = join(__dirname, "data");

/**
 * The newest data release: that of the program, or of a channel (a folder or an address with a `latest.json`), which is
 * taken as the add-in takes one: only if it is what was announced, gives what earlier releases gave, and is signed where
 * OREBOOK_PUBLIC_KEY names the publisher's key. Rejects with a `DataError`.
 */
export async function openData(channel: string | undefined, language: Language): Promise<Dataset> {
  const own = await ownData();
  if (channel === undefined) return own;
  const state = await new Channel({
    base: /^https?:/.test(channel) ? channel : `${pathToFileURL(resolve(channel)).href}/`,
    current: () => own,
    addinVersion: version,
    fetch: (address, options) => (address.startsWith("file:") ? readAsResponse(address) : fetch(address, options)),
    digester: webcrypto.subtle,
    authenticate: authenticator(),
  }).fetch();
  if (state.kind === "ready") return state.dataset;
  if (state.kind === "latest") return own;
  const refusal = state.kind === "refused" ? state.refusal : new ReleaseRefusal("unreadable", { detail: state.kind });
  throw new DataError(`${channel}: ${refusalText(refusal, own.release, language)}`);
}

async function ownData(): Promise<Dataset> {
  // In a checkout the data is that of its seeds.
  if (!existsSync(BESIDE)) return (await import("../eval/session")).readDataset();
  const read = (name: string) => readFileSync(join(BESIDE, name));
  const { file, sha256 } = JSON.parse(read("latest.json").toString("utf8")) as { file: string; sha256: string };
  const bytes = read(file);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new DataError(`${file} is not what latest.json says (SHA-256)`);
  return new Dataset(JSON.parse(bytes.toString("utf8")) as ReleaseFile);
}

/** A file of this machine, answered as a server would. */
async function readAsResponse(address: string): Promise<Response> {
  return new Response(new Uint8Array(readFileSync(fileURLToPath(address))));
}

/** What refuses data of another publisher, where the environment names a key. */
function authenticator(): ConstructorParameters<typeof Channel>[0]["authenticate"] {
  const file = process.env["OREBOOK_PUBLIC_KEY"];
  if (!file) return undefined;
  try {
    const key = createPublicKey(readFileSync(file)).export({ type: "spki", format: "der" }).toString("base64");
    return (notice) => requireSigned(notice, key, webcrypto.subtle as SignatureChecker);
  } catch (error) {
    throw new DataError(`OREBOOK_PUBLIC_KEY: ${(error as Error).message}`);
  }
}
