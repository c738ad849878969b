/** Random sequences, of three kinds: messages are lost, somebody edits between two messages, a second Orebook writes too. */
import fc from "fast-check";
import { EDITS, type EditName } from "./user/edits";
import { OPERATIONS, type OperationName } from "./orebook/operations";
import { play, type Deed, type Edit, type Sequence, type Step } from "./sequence";

const seed = fc.integer({ min: 0, max: 999_999 });
const edit: fc.Arbitrary<Edit> = fc.record({
  edit: fc.constantFrom(...(Object.keys(EDITS) as EditName[])),
  seed,
});
const operation = fc.constantFrom(
  ...(Object.keys(OPERATIONS) as OperationName[]),
  // What moves most is asked for more often.
  ...(["insertTable", "insertFormula", "refresh", "share", "restore"] as const),
);
/** Most operations have fewer messages than this; a disturbance beyond the last one does not happen. */
const at = fc.integer({ min: 0, max: 40 });

function deed(disturbances: fc.Arbitrary<Deed["disturbances"]>): fc.Arbitrary<Deed> {
  return fc.record({ operation, seed, disturbances });
}

const none = fc.constant<Deed["disturbances"]>([]);
const loss = fc.record({ at, what: fc.constantFrom("lost" as const, "unanswered" as const) });
const losses = fc.oneof(
  { weight: 1, arbitrary: none },
  { weight: 1, arbitrary: fc.tuple(loss) },
  { weight: 3, arbitrary: fc.tuple(loss, loss) },
  { weight: 1, arbitrary: fc.tuple(fc.record({ at, what: fc.constant("gone" as const) })) },
);
const interruptions = fc.array(fc.record({ at, what: edit }), { maxLength: 2 });

function sequence(step: fc.Arbitrary<Step>, most: number): fc.Arbitrary<Sequence> {
  return fc.record({
    api: fc.constantFrom("1.15", "1.20"),
    isRestored: fc.boolean(),
    steps: fc.array(fc.oneof({ weight: 1, arbitrary: edit }, { weight: 2, arbitrary: step }), {
      minLength: 1,
      maxLength: most,
      size: "max",
    }),
  });
}

export const KINDS = {
  "lost messages in pairs": sequence(deed(losses), 9),
  "a user's edits between two messages": sequence(deed(interruptions), 9),
  "two runtimes": sequence(
    fc.record({
      both: fc.tuple(deed(none), deed(none)),
      pace: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 6 }),
    }),
    6,
  ),
};

/** Plays so many sequences of a kind and gives how many it played; what fails is made as short as it goes and printed with its seed. */
export async function playMany(kind: keyof typeof KINDS, count: number, seedOfAll: number): Promise<number> {
  let played = 0;
  const property = fc.asyncProperty(KINDS[kind], async (one) => {
    played++;
    const faults = await play(one);
    if (faults.length > 0) throw new Error(faults.join("\n"));
  });
  await fc.assert(property, { numRuns: count, seed: seedOfAll });
  return played;
}
