/** The list of sheets: new ones, other names, hidden ones. */
import { SavedWorkbook as ExcelFile } from "../../../src/package";
import { addSheetPart, blankSheet, changeSheet } from "../../../src/package/parts/sheets";
import { readWorkbookPart } from "../../../src/package/parts/workbook-part";
import type { SavedSheet, Source } from "./source";

export interface SheetsSaved {
  /** The file with every sheet that there is, new ones without cells. */
  readonly excel: ExcelFile;
  readonly sheets: readonly SavedSheet[];
  readonly renamed: ReadonlySet<string>;
  readonly left: readonly string[];
}

export function saveSheets(bytes: Uint8Array, source: Source): SheetsSaved {
  const before = ExcelFile.read(bytes);
  const { file } = before;
  const left: string[] = [];
  const renamed = new Set<string>();
  const now = source.sheets.list();
  const ids = new Map<string, string>();
  for (const sheet of before.scan.sheets) {
    const is = now.find(({ id }) => id === sheet.id);
    // A chart's own sheet has no cells and is not shown here.
    if (!is) {
      if (readWorkbookPart(file).sheets.find(({ id }) => id === sheet.id)?.part)
        left.push(`the sheet ${sheet.name} was deleted here and stays`);
      continue;
    }
    ids.set(is.id, sheet.id);
    if (is.name !== sheet.name) {
      renamed.add(sheet.id);
      changeSheet(file, sheet.id, { name: is.name });
      left.push(`what is not shown may still know ${is.name} as ${sheet.name}`);
    }
    if (is.isProtected !== sheet.isProtected) left.push(`${is.name} was ${is.isProtected ? "" : "un"}protected here`);
  }
  for (const { id, name } of now) if (!ids.has(id)) ids.set(id, addSheetPart(file, name, blankSheet(), placeFor(id)));
  for (const { id, visibility } of now) {
    const entry = readWorkbookPart(file).sheets.find((one) => one.id === ids.get(id))!;
    if (entry.visibility !== visibility) changeSheet(file, entry.id, { visibility });
  }
  const excel = ExcelFile.read(before.bytes());
  const entries = readWorkbookPart(excel.file).sheets;
  if (!inOrder(now.map(({ id }) => entries.findIndex((one) => one.id === ids.get(id)))))
    left.push("sheets were moved here and stay where they were");
  return {
    excel,
    sheets: now.map(({ id }) => {
      const own = entries.find((one) => one.id === ids.get(id))!;
      return { here: id, id: own.id, part: own.part! };
    }),
    renamed,
    left,
  };

  /** Right behind the sheet that it is behind here. */
  function placeFor(here: string): number | undefined {
    const at = now.findIndex(({ id }) => id === here);
    if (at === 0) return 0;
    return readWorkbookPart(file).sheets.findIndex(({ id }) => id === ids.get(now[at - 1]!.id)) + 1;
  }
}

const inOrder = (places: readonly number[]): boolean => places.every((place, i) => i === 0 || place > places[i - 1]!);
