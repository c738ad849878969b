/** Per place: the thing that stands there, undefined for one that is not known. */
export type Match = readonly (number | undefined)[];

/**
 * What stands between two neighbours that are known: as many as there should be are those, rewritten; where there should be
 * none they came, where there are none they went. Undefined where some came and others went, and nobody can tell which.
 * `count`: how many things there are. Only in their own order do neighbours tell anything.
 */
export function pairBetween(found: Match, count: number): Match | undefined {
  const known = found.flatMap((index, at) => (index === undefined ? [] : [{ at, index }]));
  if (!isAscending(found)) return known.length === count || known.length === found.length ? found : undefined;
  const paired = [...found];
  const ends = [{ at: -1, index: -1 }, ...known, { at: found.length, index: count }];
  for (const [i, end] of ends.slice(1).entries()) {
    const start = ends[i]!;
    const [there, wanted] = [end.at - start.at - 1, end.index - start.index - 1];
    if (there !== wanted && there > 0 && wanted > 0) return undefined;
    for (let step = 1; there === wanted && step <= there; step++) paired[start.at + step] = start.index + step;
  }
  return paired;
}

/** Whether what is known stands in its own order. */
export function isAscending(found: Match): boolean {
  const known = found.filter((index) => index !== undefined);
  return known.every((index, i) => i === 0 || index > known[i - 1]!);
}
