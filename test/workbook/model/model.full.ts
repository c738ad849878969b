import { KINDS, playMany } from "./kinds";

/** A third of three thousand each; `SEED` plays others. */
const COUNT = 1000;

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
  "nothing of a user's is lost and no table stays half: %s",
  (kind) => playMany(kind, COUNT, Number(process.env["SEED"] ?? 2)),
  3_600_000,
);
