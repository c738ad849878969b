import { Refusal, type RefusalKind } from "../../query/refusal";
import type { Session } from "../session";

/** What says that there is nothing here: the data that an organisation added may have it. */
const NOTHING_HERE: ReadonlySet<RefusalKind> = new Set([
  "unknownWord",
  "notHeld",
  "notOffered",
  "misplaced",
  "absent",
  "noRate",
  "noFigure",
  "notYetKnown",
  "noSeries",
  "noParts",
  "notInRelease",
  "elsewhere",
  "incomplete",
  "nothing",
  "notFound",
]);

/**
 * A refusal as it is told where the question is about a release of an organisation whose data are not here. `asOf` is what
 * the call says of that, blank where the workbook decides.
 */
export function orLacking(refusal: Refusal, { dataset, standing }: Session, asOf: unknown): Refusal {
  const given = typeof asOf === "string" ? asOf.trim() : "";
  const release = given && !/^\d/.test(given) ? given : standing.release;
  if (!release || !NOTHING_HERE.has(refusal.kind) || !dataset.lacks(release)) return refusal;
  const { address } = standing;
  return new Refusal("unknownRelease", { release, newest: dataset.release, ...(address && { address }) });
}
