/** The list of sheets: new ones, other names, hidden ones. */
import { SavedWorkbook as ExcelFile } from "../../../src/package";
import { addSheetPart, blankSheet, changeSheet, orderSheets, removeSheet } from "../../../src/package/parts/sheets";
import { readWorkbookPart } from "../../../src/package/parts/workbook-part";
import type { Source } from "./source";

export function saveSheets(bytes: Uint8Array, source: Source) {
  const before = ExcelFile.read(bytes);
  const { file } = before;
  const left: string[] = [];
  const renamed = new Set<string>();
  let losesFormulas = false;
  const now = source.sheets.list();
  const ids = new Map<string, string>();
  for (const sheet of before.scan.sheets) {
    const is = now.find(({ id }) => id === sheet.id);
    if (!is) {
      const entry = readWorkbookPart(file).sheets.find(({ id }) => id === sheet.id)!;
      // A chart's own sheet has no cells and is not shown here.
      if (entry.part === undefined) continue;
      removeSheet(file, entry);
      losesFormulas = true;
      left.push(`what is not shown may still speak of ${sheet.name}, which was deleted`);
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
  for (const { id, name, isProtected } of now) {
    if (ids.has(id)) continue;
    ids.set(id, addSheetPart(file, name, blankSheet()));
    if (isProtected) left.push(`${name} was protected here`);
  }
  orderSheets(
    file,
    inOrder(
      readWorkbookPart(file).sheets.map(({ id }) => id),
      now.map(({ id }) => ids.get(id)!),
    ),
  );
  for (const { id, visibility } of now) {
    const entry = readWorkbookPart(file).sheets.find((one) => one.id === ids.get(id))!;
    if (entry.visibility !== visibility) changeSheet(file, entry.id, { visibility });
  }
  const excel = ExcelFile.read(before.bytes());
  const entries = readWorkbookPart(excel.file).sheets;
  return {
    /** The file with every sheet that there is, new ones without cells. */
    excel,
    sheets: now.map(({ id }) => {
      const own = entries.find((one) => one.id === ids.get(id))!;
      return { here: id, id: own.id, part: own.part! };
    }),
    renamed,
    /** Whether a cell has no formula any more. */
    losesFormulas,
    left,
  };
}

/** The order of the sheets here; one that is only in the file stays behind the one that it is behind. */
function inOrder(file: readonly string[], here: readonly string[]): string[] {
  const order = [...here];
  for (const [i, id] of file.entries()) if (!here.includes(id)) order.splice(order.indexOf(file[i - 1]!) + 1, 0, id);
  return order;
}
