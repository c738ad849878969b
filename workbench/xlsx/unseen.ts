/** What a workbook holds that the workbench does not show. It stays in the file as it is. */
import type { SavedWorkbook } from "../../src/package";
import { readWorkbookPart } from "../../src/package/parts/workbook-part";

const PARTS: readonly (readonly [name: string, part: RegExp])[] = [
  ["charts", /\/charts\/chart[^/]*\.xml$/i],
  ["pivot tables", /\/pivotTables\/[^/]*\.xml$/i],
  ["pictures", /\/media\//i],
  ["comments", /\/(?:threadedC|c)omments[^/]*\.xml$/i],
  ["slicers", /\/slicers\/[^/]*\.xml$/i],
  ["links to other workbooks", /\/externalLinks\/[^/]*\.xml$/i],
  ["macros", /vbaProject\.bin$/i],
];

const ELEMENTS: readonly (readonly [name: string, mark: RegExp])[] = [
  ["conditional formats", /<(?:\w+:)?conditionalFormatting[\s>]/g],
  ["lists and limits for entries", /<(?:\w+:)?dataValidation[\s>]/g],
  ["links", /<(?:\w+:)?hyperlink[\s>]/g],
  ["sparklines", /<(?:\w+:)?sparklineGroup[\s>]/g],
];

export function unseenIn({ file }: SavedWorkbook): string[] {
  const sheets = readWorkbookPart(file).sheets.flatMap(({ part }) => (part === undefined ? [] : [file.text(part)]));
  const parts = PARTS.map(([name, part]): [string, number] => [
    name,
    file.parts.filter((one) => part.test(one)).length,
  ]);
  const marks = ELEMENTS.map(([name, mark]): [string, number] => [
    name,
    sheets.reduce((sum, xml) => sum + [...xml.matchAll(mark)].length, 0),
  ]);
  return [...parts, ...marks].flatMap(([name, count]) => (count > 0 ? [`${name} (${count})`] : []));
}
