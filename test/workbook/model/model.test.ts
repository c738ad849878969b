import { KINDS, playMany } from "./kinds";

/** Fifty in all; three thousand are in `model.full.ts`. */
const COUNT = 17;

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
  `nothing of a user's is lost and no table stays half: %s, ${COUNT} sequences`,
  async (kind) => expect(await playMany(kind, COUNT, 1)).toBe(COUNT),
);
