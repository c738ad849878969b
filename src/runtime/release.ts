import type { ReleaseFile } from "../dataset/format/codec";
import { Dataset } from "../dataset/dataset";

/**
 * Loads the release that came with this build. Its address never changes once published, so the browser's cache may keep
 * it for good, and the page preloads it. Rejects with a reason in words when it cannot be had or read.
 */
export async function loadBundledRelease(address: string): Promise<Dataset> {
  const response = await fetch(address, { mode: "cors", credentials: "same-origin" }).catch((error: unknown) => {
    throw new Error(`the data file could not be fetched (${error instanceof Error ? error.message : String(error)})`);
  });
  if (!response.ok)
    throw new Error(
      `the data file could not be fetched (${response.status} ${response.statusText})`.replace(" )", ")"),
    );
  const file = (await response.json().catch(() => {
    throw new Error("the data file arrived damaged");
  })) as ReleaseFile;
  return new Dataset(file);
}
