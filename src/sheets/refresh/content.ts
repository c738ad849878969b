import type { Language } from "../../query/describe";
import { momentText } from "../own-sheet/moment";
import type { SheetContent } from "../own-sheet/content";
import { changeLines } from "./comparison-lines";
import type { Comparison } from "./comparison";
import { inGroups } from "./formulas/group";
import { refreshTexts, standingText } from "./texts";

const WIDTHS = [18, 48, 16, 16, 16, 24, 36, 48, 24];

export function changesContent(comparison: Comparison, language: Language, now: Date): SheetContent {
  const { sheet, groups } = refreshTexts[language];
  const { from, to, formulas, tables } = comparison;
  const lines = inGroups(changeLines(comparison, language)).flatMap(({ changes }) => changes);
  return {
    title: sheet.title,
    lines: [
      sheet.way(standingText(from, language), standingText(to, language)),
      sheet.written(momentText(now), lines.length, formulas, tables.length),
    ],
    tables: [
      {
        columns: sheet.headers.map((header, i) => ({ header, width: WIDTHS[i]! })),
        rows: lines.map(({ address, what, old, new: changed, difference, group, reason, source, note }) => [
          address,
          what,
          old,
          changed,
          difference,
          reason,
          source,
          note,
          groups[group],
        ]),
      },
    ],
  };
}
