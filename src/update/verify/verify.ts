import { Dataset } from "../../dataset/dataset";
import { isReadable, type ReleaseFile } from "../../dataset/format/codec";
import { compareVersions, type Notice } from "../notice";
import { refuse } from "../refusal";
import { decidingText, tablesOf } from "./deciding";
import { requireSamePast } from "./past";
import { requireShape } from "./shape";

/**
 * Refuses (`rewritesPast`) a dataset in which a data release is not as it was sealed: by the list that is known here, and
 * by its own. Whatever covers more than the digest of today must need a later add-in.
 */
async function requireSeals(
  current: Dataset,
  next: Dataset,
  digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
): Promise<void> {
  const tables = tablesOf(next);
  for (const { id: release, digest: own } of next.rows("releases")) {
    const known = current.rows("releases").find(({ id }) => id === release)?.["digest"];
    const seals = [known, own].filter(Boolean);
    if (seals.length === 0) continue;
    const text = decidingText(tables, countingIn(next, release!));
    const received = await digest(new TextEncoder().encode(text));
    if (seals.some((seal) => seal !== received))
      refuse("rewritesPast", { release: release!, what: `SHA-256 ${received.slice(0, 12)}…` });
  }
}

/** Whether rows with these releases count in one of a dataset. */
export function countingIn(dataset: Dataset, release: string): (from: string, until: string) => boolean {
  const ordinal = dataset.ordinalOf(release);
  return (from, until) => {
    const [added, end] = [dataset.ordinalOf(from), dataset.ordinalOf(until)];
    return added >= 0 && dataset.counts({ added, withdrawn: end < 0 ? Infinity : end }, ordinal);
  };
}

/** The only part of Web Crypto that is needed. */
export interface Digester {
  digest(algorithm: "SHA-256", bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** The dataset in the bytes of a release, when they are what the notice announced and continue the release in use. Refuses all else. */
export async function verify(
  bytes: Uint8Array<ArrayBuffer>,
  notice: Notice,
  current: Dataset,
  addinVersion: string,
  digester: Digester,
): Promise<Dataset> {
  const digest = async (content: Uint8Array<ArrayBuffer>) => hexadecimal(await digester.digest("SHA-256", content));
  const received = await digest(bytes);
  if (received !== notice.sha256) refuse("tampered", { expected: notice.sha256, received });
  const dataset = open(bytes);
  const { release, minAddin } = dataset;
  if (release !== notice.release || dataset.date !== notice.date)
    refuse("mislabelled", { announced: `${notice.release} (${notice.date})`, found: `${release} (${dataset.date})` });
  if (dataset.releases.at(-1)!.date !== dataset.date)
    refuse("unreadable", { detail: `its list gives ${release} another date` });
  if (compareVersions(minAddin, addinVersion) > 0) refuse("addinTooOld", { needs: minAddin, has: addinVersion });
  const ordinal = dataset.ordinalOf(current.release);
  if (ordinal < 0) refuse("rewritesPast", { release: current.release, what: "it is not listed" });
  if (ordinal >= dataset.ordinalOf(release)) refuse("older", { offered: release, current: current.release });
  requireSamePast(current, dataset);
  await requireSeals(current, dataset, digest);
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
    requireShape(file);
    return new Dataset(file);
  } catch (error) {
    return refuse("unreadable", { detail: error instanceof Error ? error.message : String(error) });
  }
}

function hexadecimal(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
