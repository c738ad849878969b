import type { Session } from "../../functions";
import { refusalText } from "../../functions/messages";
import { Refusal } from "../../query/refusal";
import type { TableBlock, TableCell } from "../../tables";
import { textsIn } from "../../tables/texts";

/**
 * The table without its rows that have no figure at all, which a note names with the reason. A table of periods keeps
 * them: what is missing in time is to be seen.
 */
export function withoutEmptyRows(session: Session, block: TableBlock): TableBlock {
  const { kinds, rows, notes } = block;
  if (kinds[0]?.kind !== "text") return block;
  const isEmpty = (cells: readonly TableCell[]) =>
    cells.some(({ value }) => value instanceof Refusal) && !cells.some(({ value }) => typeof value === "number");
  const left = rows.filter(isEmpty);
  if (left.length === 0) return block;
  const byReason = new Map<string, string[]>();
  for (const cells of left) {
    const reason = cells.map(({ value }) => value).find((value) => value instanceof Refusal)!;
    const why = WORDS[session.language](refusalText(reason, session));
    byReason.set(why, [...(byReason.get(why) ?? []), String(cells[0]!.value)]);
  }
  const kept = rows.filter((cells) => !isEmpty(cells));
  return {
    ...block,
    rows: kept,
    totals: block.totals?.map((row) => kept.indexOf(rows[row]!)),
    notes: [...notes, ...[...byReason].map(([why, names]) => textsIn(session.language).remark(why, names))],
  };
}

/** The reason without the ways on, which lead a formula and not a table. */
const firstSentence = (text: string): string => text.split(/\.(?= |$)|。/)[0]!;

const WORDS = {
  en: (reason: string) => `Left out for want of any figure (${firstSentence(reason)})`,
  zh: (reason: string) => `因没有任何数据而未列出（${firstSentence(reason)}）`,
};
