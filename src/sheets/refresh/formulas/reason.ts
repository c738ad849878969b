import { observationKey, type Observation } from "../../../dataset/records";
import { viewAt, type View } from "../../../dataset/view";
import { correctionNote, sees } from "../../../query/changes";
import type { Session } from "../../../functions";
import { isError } from "../../formula";
import { shortCitation, sourceOf } from "../../../query/citation";
import { printedEvidence } from "../../../query/evidence";
import type { Answered } from "../../trace/tracer";
import { groupOf, type ChangeGroup } from "./group";

/**
 * Why an answer differs: the source published a newer one; it came where none was; it was wrong here, or taken back; it was
 * not published yet on a day; an earlier release does not have it; or nothing of that kind.
 */
export type Reason = "revision" | "newPeriod" | "correction" | "unpublished" | "earlierRelease" | "other";

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
      source: citations(added, later),
      note: correctionNote(later, first, to.language),
    };
  const gone = before.evidence.filter((figure) => !sees(later, figure));
  if (gone[0])
    return {
      reason: lossOf(gone[0], earlier, later),
      source: citations(gone, earlier),
      note: correctionNote(later, gone[0], to.language),
    };
  return { reason: "other", source: citations(after.evidence, later), note: "" };
}

/** What kind of change `after` is to who knew `before`. */
export function kindOfChange(before: Answered, after: Answered, from: Session, to: Session): ChangeGroup {
  const told = ({ value, evidence }: Answered, { dataset, standing }: Session) => {
    const view = viewAt(dataset, standing);
    return isError(value) ? [] : evidence.filter((figure) => sees(view, figure));
  };
  return groupOf(told(before, from), told(after, to));
}

/** Why there is a figure that was not there, or another. */
function reasonOf(figure: Observation, earlier: View, later: View): Reason {
  const series = earlier.catalogue.seriesById(figure.series.id);
  const seen = series && earlier.observation(series, figure.period);
  if (!seen) return "newPeriod";
  return sees(later, seen) ? "revision" : lossOf(seen, earlier, later);
}

/** Why a figure that answered before does not any more. */
function lossOf({ known }: Observation, earlier: View, { at, release }: View): Reason {
  if (at.day !== undefined && known > at.day) return "unpublished";
  return release.date < earlier.release.date ? "earlierRelease" : "correction";
}

/** What is worked out is told by what it rests on. */
function citations(figures: readonly Observation[], view: View): string {
  const ids = new Set(printedEvidence(view, figures).map(({ source }) => source));
  return [...new Set([...ids].map((id) => shortCitation(sourceOf(view.dataset, id))))].join("; ");
}
