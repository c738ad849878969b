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

/** A refusal as it is told where the question is about a release of an organisation whose data are not here. */
export function orLacking(refusal: Refusal, { dataset, standing }: Session, release: string | undefined): Refusal {
  if (!release || !NOTHING_HERE.has(refusal.kind) || !dataset.lacks(release)) return refusal;
  return new Refusal("unknownRelease", { release, newest: dataset.release, address: standing.address });
}

/** The release that a call is about. `asOf` is what it says of that, blank where the workbook decides. */
export function releaseAsked({ standing }: Session, asOf: unknown): string | undefined {
  const given = typeof asOf === "string" ? asOf.trim() : "";
  return given && !/^\d/.test(given) ? given : standing.release;
}
