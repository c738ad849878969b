import { digestOf } from "../model/digest";
import type { Check } from "./check";

export const seals: Check = {
  guarantees: "What a published data release answered it answers for ever: a release with a digest still has it.",
  run({ seeds, figures, report }) {
    seeds.rows("releases").forEach((release, ordinal) => {
      const [sealed, digest] = [release.get("digest"), digestOf(seeds, figures, ordinal)];
      if (sealed === "" || sealed === digest) return;
      report.problem(
        release,
        `digest: a row that decides what ${release.get("id")} answers has been changed; put it back, and withdraw it or add another in the coming release (the digest would now be ${digest})`,
      );
    });
  },
};
