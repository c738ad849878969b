import type { ReleaseFile } from "../dataset/format/codec";
import { Dataset } from "../dataset/dataset";

/**
 * Loads the release that came with this build. Its address never changes once published, so the browser's cache may keep
 * it for good, and the page preloads its packed form: a browser hands over megabytes far more slowly than it unpacks
 * them here. Rejects with a reason in words when it cannot be had or read.
 */
export async function loadBundledRelease(address: string): Promise<Dataset> {
  const canUnpack = typeof DecompressionStream === "function";
  const response = await fetch(canUnpack ? `${address}.gz` : address).catch((error: unknown) =>
    unreachable(error instanceof Error ? error.message : String(error)),
  );
  if (!response.ok) unreachable(`${response.status} ${response.statusText}`.trim());
  const file = await response
    .arrayBuffer()
    .then(textOf)
    .then(JSON.parse)
    .catch(() => {
      throw new Error("the data file arrived damaged");
    });
  return new Dataset(file as ReleaseFile);
}

function unreachable(why: string): never {
  throw new Error(`the data file could not be fetched (${why})`);
}

/** How a file packed by gzip begins. */
const PACKED = 0x1f8b;

/** A server may call a packed file an encoding of the plain one: then the browser has unpacked it already. */
async function textOf(content: ArrayBuffer): Promise<string> {
  const decoder = new TextDecoder();
  if (new DataView(content).getUint16(0) !== PACKED) return decoder.decode(content);
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  // What is wrong with the content, its reader is told.
  writer.write(new Uint8Array(content)).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = readable.getReader();
  let text = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read())
    text += decoder.decode(value, { stream: true });
  return text + decoder.decode();
}
