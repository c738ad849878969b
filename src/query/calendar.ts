import { lastMonth, monthsSpanned, monthText } from "../dataset/period";
import type { Code, Observation, Source } from "../dataset/records";
import { rememberingOf } from "../dataset/remembering";
import type { View } from "../dataset/view";
import { sourceOf } from "./citation";

/** A family of sources with the newest edition held of it. */
export interface Edition {
  readonly family: Code;
  readonly source: Source;
  /** As printed, maybe partial; the day it was read where none is. */
  readonly date: string;
  /** The month by whose end the next is to be expected by the publisher's habit; undefined where no habit says so. */
  readonly due: string | undefined;
}

/** The newest edition of each family of sources that a view has printed figures of, in the order of the list. */
export function calendarOf(view: View): readonly Edition[] {
  const newest = newestOf(view);
  return [...view.dataset.codes("lineages").values()].flatMap((family): Edition[] => {
    const figure = newest.get(family.id);
    if (!figure) return [];
    const source = sourceOf(view.dataset, figure.source);
    const date = figure.published || source.published || figure.known;
    return [{ family, source, date, due: dueAfter(date, Number(family["every"]), Number(family["month"])) }];
  });
}

/** The printed figure of each lineage that became known last. */
const newestOf = rememberingOf((view: View) => {
  const newest = new Map<string, Observation>();
  for (const series of view.catalogue.series) {
    const figure = view.newest(series);
    const other = newest.get(series.lineage);
    if (figure?.source && (!other || other.known < figure.known)) newest.set(series.lineage, figure);
  }
  return newest;
});

/** The first month of the habit that is at least half a turn after an edition. */
function dueAfter(date: string, every: number, month: number): string | undefined {
  if (!every) return undefined;
  const earliest = monthsSpanned(lastMonth(date.slice(0, 7))).last + Math.floor(every / 2) + 1;
  const wait = month ? (((month - 1 - earliest) % every) + every) % every : 0;
  return monthText(earliest + wait);
}
