import { observationKey, type Observation } from "../../../dataset/records";

/**
 * What kind of change it is to who reads the list: the figure itself was revised; there is a figure where none was;
 * another series of the same basis answers; figures of another basis do; there is no figure any more; or neither answer
 * rests on figures.
 */
export const CHANGE_GROUPS = ["revised", "newlyAnswered", "otherSource", "otherBasis", "noLonger", "other"] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** The group of a change, by the figures behind both answers. */
export function groupOf(before: readonly Observation[], after: readonly Observation[]): ChangeGroup {
  if (before.length === 0) return after.length === 0 ? "other" : "newlyAnswered";
  if (after.length === 0) return "noLonger";
  if (differ(basesOf(before), basesOf(after))) return "otherBasis";
  const [old, now] = [seriesOf(before), seriesOf(after)];
  if ([...old].some((series) => !now.has(series))) return "otherSource";
  // A block that has grown: everything that was there is still there as it was.
  const kept = new Set(after.map(observationKey));
  return before.every((figure) => kept.has(observationKey(figure))) ? "newlyAnswered" : "revised";
}

/** Changes by group, in the order in which people look at them; groups without any are left out. */
export function inGroups<T extends { readonly group: ChangeGroup }>(
  changes: readonly T[],
): { readonly group: ChangeGroup; readonly changes: readonly T[] }[] {
  return CHANGE_GROUPS.map((group) => ({ group, changes: changes.filter((change) => change.group === group) })).filter(
    ({ changes: found }) => found.length > 0,
  );
}

function basesOf(figures: readonly Observation[]): Set<string> {
  return new Set(figures.map(({ series }) => series.basis));
}

function seriesOf(figures: readonly Observation[]): Set<string> {
  return new Set(figures.map(({ series }) => series.id));
}

function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size !== b.size || [...a].some((one) => !b.has(one));
}
