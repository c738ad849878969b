import type { Session } from "../../functions";
import { licenseeOf, sourceOf } from "../../query/citation";
import { printedEvidence } from "../../query/evidence";
import type { AuditEntry } from "../audit/entry";
import { viewOf } from "../audit/view";
import type { Place } from "../notation/place";
import { overlaps } from "../scan";
import type { Conversion, SharePlan } from "./plan";

/** To whom alone the figures behind an entry are licensed. */
export function licenseesOf({ dataset }: Session, { sources }: Pick<AuditEntry, "sources">): string[] {
  if (!dataset.overlay) return [];
  return sources.flatMap((id) => licenseeOf(dataset, sourceOf(dataset, id)) ?? []);
}

/** Figures in a workbook that somebody may use and not pass on. */
export function licensedIn(session: Session, conversions: readonly Conversion[], entries: readonly AuditEntry[]) {
  const isLicensed = (entry: AuditEntry) => licenseesOf(session, entry).length > 0;
  const formulas = conversions.map(({ entry }) => entry).filter(isLicensed);
  const tables = entries.filter(({ licensed = [] }) => licensed.length > 0);
  return {
    licensees: [...new Set([...formulas, ...tables].flatMap((entry) => licenseesOf(session, entry)))],
    formulas: formulas.map(({ place }) => place),
    /** Tables of values. */
    tables: tables.map(({ place }) => place),
  };
}

/** What a workbook rests on once some values were left out. A table of formulas stands for what its formulas do. */
export function withoutLeftOut(
  session: Session,
  entries: readonly AuditEntry[],
  { conversions, emptied }: SharePlan,
): AuditEntry[] {
  const gone = conversions.filter(({ isLeftOut }) => isLeftOut).map(({ entry }) => entry);
  const holdsAny = ({ place: table }: AuditEntry, those: readonly { readonly place: Place }[]) =>
    those.some(({ place }) => place.sheetId === table.sheetId && overlaps(place, table));
  const isGone = (entry: AuditEntry) => (entry.kind === "table" ? holdsAny(entry, gone) : gone.includes(entry));
  return entries
    .filter((entry) => !isGone(entry))
    .map((entry) => (entry.kind === "table" && holdsAny(entry, emptied) ? withoutLicensed(session, entry) : entry));
}

function withoutLicensed(session: Session, entry: AuditEntry): AuditEntry {
  const isOpen = (id: string) => licenseesOf(session, { sources: [id] }).length === 0;
  const view = viewOf(session, { release: entry.release });
  const figures = entry.figures.filter((figure) =>
    printedEvidence(view, [figure]).every(({ source }) => isOpen(source)),
  );
  return { ...entry, figures, sources: entry.sources.filter(isOpen) };
}
