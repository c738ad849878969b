import type { Dataset } from "../../dataset/dataset";
import { refuse } from "../refusal";
import { decidingText, tablesOf } from "./deciding";

/**
 * Refuses (`rewritesPast`) a dataset in which a data release is not as it was sealed: by the list that is known here, and
 * by its own. Whatever covers more than the digest of today must need a later add-in.
 */
export async function requireSeals(
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
