import { lastDay } from "../../../src/dataset/period";
import type { Row } from "../read/table";
import type { Seeds } from "./seeds";

export interface Dates {
  /** Publication date as far as it is known; "" when it is not. */
  readonly published: string;
  /** The day from which an as-of date knows it. */
  readonly known: string;
}

/** When a row with a source was published: its own date, else its source's. Undefined when the source is not there. */
export function datesOf(seeds: Seeds, row: Row): Dates | undefined {
  const source = seeds.find("sources", row.get("source"));
  if (!source) return undefined;
  const published = row.get("published") || source.get("published");
  return { published, known: knownDay(published, source.get("accessed")) };
}

/** A partial date counts from its last day, at the latest from the day the source was read. */
function knownDay(published: string, accessed: string): string {
  const day = lastDay(published || accessed);
  return accessed < day ? accessed : day;
}
