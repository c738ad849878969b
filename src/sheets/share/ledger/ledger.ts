import { grouped } from "../../../dataset/catalogue";
import type { Session } from "../../../functions";
import { auditFormulas } from "../../audit/audit";
import type { AuditEntry } from "../../audit/entry";
import { rectangleOf } from "../../notation/reference";
import { FIGURES, type SheetCell, type SheetContent } from "../../own-sheet/content";
import { cellsOf } from "../../notation/place";
import type { OrebookFormula, WorkbookScan } from "../../scan";
import { isFingerprint } from "./fingerprint";
import { NOT_AVAILABLE } from "../../write/content";
import { isMissing } from "../plan";
import { ledgerTexts } from "./texts";
import { checkIn, follow, trackerOf, type Gone, type Home } from "./tracker";

/** A formula that was replaced by values, as the sheet of replaced formulas keeps it: with its place now, and as it reads there. */
export interface SharedFormula extends Home {
  /** What of it was deleted since; its place and formula are then as they were last known. */
  readonly gone?: Gone | undefined;
  /** What its first cell shows. */
  readonly shows: SheetCell;
  /** What its figures are, or why there is none. */
  readonly status: string;
  readonly release: string;
  /** Day to which the workbook was pinned; "" when it was not. */
  readonly day: string;
  /** When it was replaced. */
  readonly replaced: string;
  /** Fingerprint of the values in its place. */
  readonly check: string;
}

/** The sheet of replaced formulas. */
export interface Ledger {
  readonly formulas: readonly SharedFormula[];
  /** What was done last, and when. */
  readonly line: string;
  /** Its name; "" when there is none. */
  readonly sheet: string;
}

const WIDTHS = [18, 12, 60, 20, 44, 14, 12, 22, 18];

/** Column of what the first cell shows. */
const SHOWS = 3;

/** Column that only the add-in reads. */
const CHECK = 8;

export function ledgerContent(session: Session, { formulas, line }: Omit<Ledger, "sheet">): SheetContent {
  const texts = ledgerTexts[session.language];
  const rows = formulas.map((shared): SheetCell[] => {
    const { sheet, area, formula, shows, status, release, day, replaced, check, gone } = shared;
    return [sheet, cellsOf(area), formula, shows, status, release, day, replaced, trackerOf(check, shared, gone)];
  });
  const columns = texts.headers.map((header, i) => ({
    header,
    width: WIDTHS[i]!,
    isHidden: i === CHECK,
    ...(i === SHOWS && { format: FIGURES }),
  }));
  return { title: texts.title, lines: [line, texts.howTo], tables: [{ columns, rows }] };
}

export function readRow(cells: readonly unknown[], tracker: unknown): SharedFormula | undefined {
  const [sheet, address, formula, shows, status, release, day, replaced] = cells;
  // Not what the cell shows: Excel may not have calculated it yet.
  const check = checkIn(tracker);
  const area = typeof address === "string" ? rectangleOf(address) : undefined;
  if (!area || !isFingerprint(check) || typeof formula !== "string" || !formula.startsWith("=")) return undefined;
  return {
    ...follow({ sheet: String(sheet), area, formula }, tracker),
    shows: shows as SheetCell,
    status: String(status),
    release: String(release),
    day: String(day),
    replaced: String(replaced),
    check,
  };
}

/** What replaced formulas asked, as of the data release that answered; those whose place is gone are left out. */
export async function sharedEntries(
  session: Session,
  scan: WorkbookScan,
  formulas: readonly SharedFormula[],
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const own of grouped(formulas, ({ release, day }) => `${release} ${day}`).values()) {
    const { release, day } = own[0]!;
    const placed = own.flatMap((shared): OrebookFormula[] => {
      // What was left out rests on nothing that may be told.
      const isTold = shared.shows !== NOT_AVAILABLE && !isMissing(shared);
      const sheet = shared.gone === "place" || !isTold ? undefined : scan.sheetNamed(shared.sheet);
      if (!sheet) return [];
      const { area, formula } = shared;
      const { row, column } = area;
      return [{ sheet, row, column, formula, value: sheet.value(row, column), area }];
    });
    const standing = { release, day: day || undefined };
    entries.push(...(await auditFormulas({ ...session, standing }, scan, placed)));
  }
  return entries;
}
