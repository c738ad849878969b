import { sharedFormula } from "../formulas/shared";
import { attributesOf, escapeXml, textIn, type Edit } from "../xml";
import type { CellSpan, SheetText } from "./sheet-text";

/** Cells whose formula is told by another cell get it written out where that cell gives its own up. */
export function followersLeft(sheet: SheetText, edits: readonly Edit[]): Edit[] {
  if (!sheet.xml.includes("shared")) return [];
  const rewritten = new Set(edits.map(({ start, end }) => `${start} ${end}`));
  const given = new Map<string, { cell: CellSpan; text: string }>();
  const left: Edit[] = [];
  for (let index = 0; index < sheet.cellCount; index++) {
    const cell = sheet.cell(index);
    const shared = sharedIn(sheet, cell);
    if (!shared) continue;
    const isRewritten = rewritten.has(`${cell.start} ${cell.end}`);
    if (shared.text !== "" && isRewritten) given.set(shared.group, { cell, text: shared.text });
    const first = given.get(shared.group);
    if (shared.text !== "" || isRewritten || !first) continue;
    const formula = sharedFormula(`=${first.text}`)(cell.row - first.cell.row, cell.column - first.cell.column).slice(
      1,
    );
    const { prefix } = sheet;
    left.push({ ...cell.formula, text: `<${prefix}f>${escapeXml(formula)}</${prefix}f>` });
  }
  return left;
}

function sharedIn({ xml }: SheetText, { formula }: CellSpan): { group: string; text: string } | undefined {
  if (formula.start < 0) return undefined;
  const end = xml.indexOf(">", formula.start) + 1;
  const { t, si = "" } = attributesOf(xml, { start: formula.start, end });
  if (t !== "shared") return undefined;
  return {
    group: si,
    text: end >= formula.end ? "" : textIn(xml, { start: end, end: xml.lastIndexOf("<", formula.end - 1) }),
  };
}
