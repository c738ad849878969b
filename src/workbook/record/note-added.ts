import type { Dataset } from "../../dataset/dataset";
import { overlayOf } from "../../dataset/overlay";
import { isAdded } from "../../query/answer/candidates";
import type { Added } from "../../query/as-of";
import type { StandingRecord } from "../../sheets/record";

/** What an organisation added, and where it publishes it, is noted in a workbook on its data, for add-ins that do not have them. */
export async function noteAdded(record: StandingRecord, dataset: Dataset): Promise<void> {
  const { release = "", address: noted, added } = record.read();
  const { id, address } = dataset.overlay!;
  if (overlayOf(release)?.overlay !== id || (noted === address && added?.release === release)) return;
  if (!dataset.lacks(release))
    await record.change({ address, added: addedIn(dataset, release) }).catch(() => undefined);
}

/** The subjects of the series that an organisation's release has of its own. */
export function addedIn(dataset: Dataset, release: string): Added {
  const { series } = dataset.catalogueAt(dataset.ordinalOf(release));
  const subjects = series.filter(isAdded).map(({ indicator, item }) => `${indicator} ${item}`);
  return { release, subjects: [...new Set(subjects)].sort() };
}
