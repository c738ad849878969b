import { observationKey, type Observation } from "../../../dataset/records";
import { viewAt, type View } from "../../../dataset/view";
import { correctionNote, lossOf, reasonOf, sees, type Reason } from "../../../query/changes";
import type { Session } from "../../../functions";
import { isError } from "../../formula";
import { shortCitation, sourceOf } from "../../../query/citation";
import type { Answered } from "../../trace/tracer";
import { groupOf, type ChangeGroup } from "./group";

export interface Why {
  readonly reason: Reason;
  /** Short reference of the documents that say so; "" when there is none. */
  readonly source: string;
  /** What the register of corrections says; "" when it says nothing. */
  readonly note: string;
}

/** Why `after` differs from `before`. */
export function whyDifferent(before: Answered, after: Answered, from: Session, to: Session): Why {
  const [earlier, later] = [from, to].map(({ dataset, standing }) => viewAt(dataset, standing)) as [View, View];
  // An answer may also have looked at what it must not tell yet, to say when it will.
  const old = new Set(before.evidence.filter((figure) => sees(earlier, figure)).map(observationKey));
  const added = after.evidence.filter((figure) => !old.has(observationKey(figure)) && sees(later, figure));
  const [first] = added;
  if (first)
    return {
      reason: reasonOf(first, earlier, later),
      source: citations(added, to),
      note: correctionNote(later, first, to.language),
    };
  const gone = before.evidence.filter((figure) => !sees(later, figure));
  if (gone[0])
    return {
      reason: lossOf(gone[0], earlier, later),
      source: citations(gone, to),
      note: correctionNote(later, gone[0], to.language),
    };
  return { reason: "other", source: citations(after.evidence, to), note: "" };
}

/** What kind of change `after` is to who knew `before`. */
export function kindOfChange(before: Answered, after: Answered, from: Session, to: Session): ChangeGroup {
  const told = ({ value, evidence }: Answered, { dataset, standing }: Session) => {
    const view = viewAt(dataset, standing);
    return isError(value) ? [] : evidence.filter((figure) => sees(view, figure));
  };
  return groupOf(told(before, from), told(after, to));
}

function citations(figures: readonly Observation[], { dataset }: Session): string {
  const ids = [...new Set(figures.map(({ source }) => source).filter((id) => id !== ""))];
  return [...new Set(ids.map((id) => shortCitation(sourceOf(dataset, id))))].join("; ");
}
