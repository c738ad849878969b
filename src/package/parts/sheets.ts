import { attributesOf, edited, elements, escapeXml, tagsOf, tagWith, type Edit } from "../xml";
import type { Spreadsheet } from "./spreadsheet";
import type { SheetEntry } from "./workbook-part";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** A sheet without cells. */
export const blankSheet = (): string => worksheet("<sheetData></sheetData>");

export const worksheet = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">${content}</worksheet>`;

/** Puts a sheet into the workbook, before the one at a position or behind all; gives its id. */
export function addSheetPart(file: Spreadsheet, name: string, sheet: string, position = Infinity): string {
  let number = 1;
  while (file.has(`xl/worksheets/orebook${number}.xml`)) number++;
  const part = `xl/worksheets/orebook${number}.xml`;
  const relationship = file.add(part, sheet, file.workbook, `${RELATIONSHIPS}/worksheet`, WORKSHEET_TYPE);
  const xml = file.text(file.workbook);
  const [list] = elements(xml, "sheets");
  const known = elements(xml, "sheet");
  const id = String(Math.max(0, ...known.map(({ attributes }) => Number(attributes["sheetId"]))) + 1);
  const prefix = /^<(\w+:)?/.exec(xml.slice(list!.tag.start))?.[1] ?? "";
  const text = `<${prefix}sheet xmlns:orebook="${RELATIONSHIPS}" name="${escapeXml(name)}" sheetId="${id}" orebook:id="${relationship}"/>`;
  const at = known[position]?.tag.start ?? list!.content.end;
  file.setText(
    file.workbook,
    edited(xml, [{ start: at, end: at, text }, ...(known[position] ? moved(xml, position) : [])]),
  );
  return id;
}

/** Sheets are told by their place: names of those that move up by one, and the one on screen. */
function moved(xml: string, from: number): Edit[] {
  return [...tagsOf(xml)].flatMap((tag) => {
    const name = { definedName: "localSheetId", workbookView: "activeTab" }[tag.name];
    if (name === undefined || tag.kind === "close") return [];
    const place = attributesOf(xml, tag)[name];
    if (place === undefined ? name !== "activeTab" : Number(place) < from) return [];
    if (place === undefined && from > 0) return [];
    const { start, end } = tag;
    return [{ start, end, text: tagWith(xml.slice(start, end), { [name]: String(Number(place ?? 0) + 1) }) }];
  });
}

const STATES: Readonly<Record<SheetEntry["visibility"], string | undefined>> = {
  Visible: undefined,
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

/** Gives a sheet another name, or lets it be seen or not. What refers to it by its name is the caller's. */
export function changeSheet(
  file: Spreadsheet,
  id: string,
  { name, visibility }: { readonly name?: string; readonly visibility?: SheetEntry["visibility"] },
): void {
  const xml = file.text(file.workbook);
  const { tag } = elements(xml, "sheet").find(({ attributes }) => attributes["sheetId"] === id)!;
  const text = tagWith(xml.slice(tag.start, tag.end), {
    ...(name !== undefined && { name: escapeXml(name) }),
    ...(visibility !== undefined && { state: STATES[visibility] }),
  });
  file.setText(file.workbook, edited(xml, [{ start: tag.start, end: tag.end, text }]));
  showVisible(file);
}

/** The sheet on screen is one that can be seen. */
function showVisible(file: Spreadsheet): void {
  const xml = file.text(file.workbook);
  const seen = elements(xml, "sheet").map(({ attributes }) => (attributes["state"] ?? "visible") === "visible");
  const [view] = elements(xml, "workbookView");
  const first = seen.indexOf(true);
  if (first < 0 || seen[Number(view?.attributes["activeTab"] ?? 0)]) return;
  if (!view) return addView(file, first);
  const { start, end } = view.tag;
  const text = tagWith(xml.slice(start, end), { activeTab: String(first) });
  file.setText(file.workbook, edited(xml, [{ start, end, text }]));
}

function addView(file: Spreadsheet, first: number): void {
  const xml = file.text(file.workbook);
  const { start } = elements(xml, "sheets")[0]!.tag;
  const prefix = /^<(\w+:)?/.exec(xml.slice(start))?.[1] ?? "";
  const text = `<${prefix}bookViews><${prefix}workbookView activeTab="${first}"/></${prefix}bookViews>`;
  file.setText(file.workbook, edited(xml, [{ start, end: start, text }]));
}
