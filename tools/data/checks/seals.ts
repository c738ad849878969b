import { digestOf } from "../release/digest";
import type { Check } from "./check";

export const seals: Check = {
  guarantees: "What a published data release answered it answers for ever: a release with a digest still has it.",
  run(subject) {
    const { seeds, report } = subject;
    seeds.rows("releases").forEach((release, ordinal) => {
      const [sealed, digest] = [release.get("digest"), release.get("digest") && digestOf(subject, ordinal)];
      if (sealed === digest) return;
      report.problem(
        release,
        `digest: a row that decides what ${release.get("id")} answers has been changed; put it back, and withdraw it or add another in the coming release (the digest would now be ${digest})`,
      );
    });
  },
};
