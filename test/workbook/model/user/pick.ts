/** Chooses among things by a number, always the same way: a sequence can be played again from what is printed of it. */
export type Pick = (below: number) => number;

export function picking(seed: number): Pick {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return below > 0 ? Math.floor((state / 2 ** 32) * below) : 0;
  };
}

export function oneOf<T>(pick: Pick, things: readonly T[]): T | undefined {
  return things[pick(things.length)];
}
