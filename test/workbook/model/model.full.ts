import { KINDS, playMany } from "./kinds";

/** A third of three thousand each; `COUNT` plays more or fewer, `SEED` others. */
const [COUNT, SEED] = [Number(process.env["COUNT"] ?? 1000), Number(process.env["SEED"] ?? 2)];

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
  `nothing of a user's is lost and no table stays half: %s, ${COUNT} sequences from seed ${SEED}`,
  async (kind) => expect(await playMany(kind, COUNT, SEED)).toBe(COUNT),
  3_600_000,
);
