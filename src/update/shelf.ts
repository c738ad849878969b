import type { Dataset } from "../dataset/dataset";

/**
 * The datasets in memory, oldest first: the one that came with the add-in and newer ones taken since. Each answers for
 * every release before it, so putting a newer one on changes no answer of a workbook on an earlier release.
 */
export class Shelf {
  private readonly datasets: Dataset[];

  constructor(bundled: Dataset) {
    this.datasets = [bundled];
  }

  /** The one that answers. */
  get newest(): Dataset {
    return this.datasets.at(-1)!;
  }

  /** Takes a verified dataset into use. */
  put(dataset: Dataset): void {
    if (dataset !== this.newest) this.datasets.push(dataset);
  }

  /** Whether the release can be answered for. */
  has(release: string): boolean {
    return this.newest.ordinalOf(release) >= 0;
  }

  /** Goes back to the dataset before, unless the release `needed` would then be unknown. False when nothing changed. */
  rollBack(needed: string): boolean {
    const before = this.datasets.at(-2);
    if (!before || before.ordinalOf(needed) < 0) return false;
    this.datasets.pop();
    return true;
  }
}
