import type { Session } from "../../functions";
import { shortCitation, sourceOf } from "../../query/citation";
import { toldOf } from "../formula";
import { FIGURES, type SheetCell, type SheetContent } from "../own-sheet/content";
import { momentText } from "../own-sheet/moment";
import { cellsOf } from "../notation/place";
import type { Audit } from "./audit";
import type { AuditEntry } from "./entry";
import { auditTexts, type AuditTexts } from "./texts";
import { separators, unique } from "./words";

const WIDTHS = [16, 12, 48, 48, 20, 40, 20, 36, 12, 14];
/** Column of what the first cell shows. */
const VALUE = 4;

/** How many months ago a day was, in whole months; "" for none. */
export function monthsSince(day: string, now: Date): number | "" {
  if (day === "") return "";
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const months = (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month;
  return Math.max(0, now.getDate() < date ? months - 1 : months);
}

export function auditContent(session: Session, { release, day, entries }: Audit, now: Date): SheetContent {
  const texts = auditTexts[session.language];
  const tables = entries.filter(({ kind }) => kind === "table").length;
  return {
    title: texts.title,
    lines: [
      texts.heldAgainst(release.id, release.date, day),
      texts.written(momentText(now), entries.length - tables, tables),
    ],
    tables: [
      {
        columns: texts.headers.map((header, i) => ({
          header,
          width: WIDTHS[i]!,
          ...(i === VALUE && { format: FIGURES }),
        })),
        rows: entries.map((entry) => rowOf(session, entry, texts, now)),
      },
    ],
  };
}

function rowOf(session: Session, entry: AuditEntry, texts: AuditTexts, now: Date): SheetCell[] {
  const { comma, semicolon } = separators(session);
  const { place, formula, kind, question, status, state, traits, sources, published } = entry;
  return [
    place.sheet,
    cellsOf(place),
    kind === "table" ? texts.table : formula,
    question,
    valueOf(entry, texts),
    status,
    unique([texts.states[state], ...[...traits].map((trait) => texts.traits[trait])]).join(comma),
    unique(sources.map((id) => shortCitation(sourceOf(session.dataset, id)))).join(semicolon),
    published,
    monthsSince(published, now),
  ];
}

function valueOf({ place, value }: AuditEntry, texts: AuditTexts): SheetCell {
  const cells = place.rows * place.columns;
  return cells > 1 ? texts.cells(cells) : toldOf(value);
}
