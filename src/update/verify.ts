import { isReadable, type ReleaseFile } from "../dataset/format/codec";
import { Dataset } from "../dataset/dataset";
import { compareVersions, type Notice } from "./notice";
import { requireSamePast } from "./past";
import { refuse } from "./refusal";

/** The only part of Web Crypto that is needed. */
export interface Digester {
  digest(algorithm: "SHA-256", bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** Refuses a release that is not worth fetching: too large, too new for the add-in, or older than the one in use. */
export function requireWanted(
  notice: Notice,
  current: Pick<Dataset, "release" | "date" | "releases">,
  addinVersion: string,
  limit: number,
): void {
  const { release, date, bytes, minAddin } = notice;
  if (current.releases.some(({ id }) => id === release) || date < current.date)
    refuse("older", { offered: release, current: current.release });
  if (compareVersions(minAddin, addinVersion) > 0) refuse("addinTooOld", { needs: minAddin, has: addinVersion });
  if (bytes > limit) refuse("oversized", { bytes, limit });
}

/** The dataset in the bytes of a release, when they are what the notice announced and continue the release in use. Refuses all else. */
export async function verify(
  bytes: Uint8Array<ArrayBuffer>,
  notice: Notice,
  current: Dataset,
  addinVersion: string,
  digester: Digester,
): Promise<Dataset> {
  const received = hexadecimal(await digester.digest("SHA-256", bytes));
  if (received !== notice.sha256) refuse("tampered", { expected: notice.sha256, received });
  const dataset = open(bytes);
  const { release, minAddin } = dataset;
  if (release !== notice.release || dataset.date !== notice.date)
    refuse("mislabelled", { announced: `${notice.release} (${notice.date})`, found: `${release} (${dataset.date})` });
  if (compareVersions(minAddin, addinVersion) > 0) refuse("addinTooOld", { needs: minAddin, has: addinVersion });
  const ordinal = dataset.ordinalOf(current.release);
  if (ordinal < 0) refuse("rewritesPast", { release: current.release, what: "it is not listed" });
  if (ordinal >= dataset.ordinalOf(release)) refuse("older", { offered: release, current: current.release });
  requireSamePast(current, dataset);
  return dataset;
}

function open(bytes: Uint8Array<ArrayBuffer>): Dataset {
  let file: Partial<ReleaseFile>;
  try {
    file = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Partial<ReleaseFile>;
  } catch {
    return refuse("unreadable", { detail: "not JSON" });
  }
  if (!isReadable(file?.schema)) refuse("schema", { found: String(file?.schema) });
  try {
    return new Dataset(file as ReleaseFile);
  } catch (error) {
    return refuse("unreadable", { detail: error instanceof Error ? error.message : String(error) });
  }
}

function hexadecimal(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
