import type { Dataset } from "../dataset/dataset";
import { compareVersions, type Notice } from "./notice";
import { refuse } from "./refusal";

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
