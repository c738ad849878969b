import {
  attributesOf,
  edited,
  elements,
  escapeXml,
  retagged,
  replaced,
  prefixOf,
  inserted,
  tagsOf,
  type Edit,
} from "../xml";
import { MAIN, RELATIONSHIPS, SPREADSHEET_TYPE, XML_HEAD } from "./formats";
import type { Spreadsheet } from "./spreadsheet";
import type { SheetEntry } from "./workbook-part";

/** A sheet without cells. */
export const blankSheet = (): string => worksheet("<sheetData></sheetData>");

export const worksheet = (content: string): string => `${XML_HEAD}<worksheet xmlns="${MAIN}">${content}</worksheet>`;

/** Puts a sheet behind all others of the workbook; gives its id. */
export function addSheetPart(file: Spreadsheet, name: string, sheet: string): string {
  let number = 1;
  while (file.has(`xl/worksheets/orebook${number}.xml`)) number++;
  const part = `xl/worksheets/orebook${number}.xml`;
  const type = `${SPREADSHEET_TYPE}.worksheet+xml`;
  const relationship = file.add(part, sheet, file.workbook, `${RELATIONSHIPS}/worksheet`, type);
  const xml = file.text(file.workbook);
  const [list] = elements(xml, "sheets");
  const known = elements(xml, "sheet");
  const id = String(Math.max(0, ...known.map(({ attributes }) => Number(attributes["sheetId"]))) + 1);
  const text = `<${prefixOf(xml)}sheet xmlns:orebook="${RELATIONSHIPS}" name="${escapeXml(name)}" sheetId="${id}" orebook:id="${relationship}"/>`;
  file.setText(file.workbook, edited(xml, [inserted(list!.content.end, text)]));
  return id;
}

/** Puts the sheets into another order; `ids` names each of them. Names keep their sheets, and the same sheet stays on screen. */
export function orderSheets(file: Spreadsheet, ids: readonly string[]): void {
  const xml = file.text(file.workbook);
  const known = elements(xml, "sheet");
  const places = known.map(({ attributes }) => ids.indexOf(attributes["sheetId"]!));
  if (places.every((place, i) => place === i)) return;
  const texts = known.map(({ tag, end }) => xml.slice(tag.start, end));
  const listed = known.map((sheet, i) => replaced(sheet, texts[places.indexOf(i)]!));
  file.setText(file.workbook, edited(xml, [...listed, ...renumbered(xml, places)]));
}

/** Takes a sheet out, with its names and what only it refers to. */
export function removeSheet(file: Spreadsheet, { id, part }: SheetEntry): void {
  const xml = file.text(file.workbook);
  const known = elements(xml, "sheet");
  const at = known.findIndex(({ attributes }) => attributes["sheetId"] === id);
  const gone = [
    known[at]!,
    ...elements(xml, "definedName").filter(({ attributes }) => attributes["localSheetId"] === String(at)),
  ];
  const places = known.map((_, i) => (i > at ? i - 1 : i));
  const kept = renumbered(xml, places).filter(({ start }) => !gone.some(({ tag }) => tag.start === start));
  file.setText(file.workbook, edited(xml, [...gone.map((one) => replaced(one)), ...kept]));
  if (part !== undefined) file.remove(part, file.workbook);
  showVisible(file);
}

/** Names that belong to a sheet, and the view of the workbook, tell sheets by their places. */
function renumbered(xml: string, places: readonly number[]): Edit[] {
  return [...tagsOf(xml)].flatMap((tag) => {
    const attribute = { definedName: "localSheetId", workbookView: "activeTab" }[tag.name];
    if (attribute === undefined || tag.kind === "close") return [];
    const said = attributesOf(xml, tag)[attribute] ?? (attribute === "activeTab" ? "0" : undefined);
    const place = said === undefined ? undefined : places[Number(said)];
    return place === undefined ? [] : [retagged(xml, tag, { [attribute]: String(place) })];
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
  const changed = retagged(xml, tag, {
    ...(name !== undefined && { name: escapeXml(name) }),
    ...(visibility !== undefined && { state: STATES[visibility] }),
  });
  file.setText(file.workbook, edited(xml, [changed]));
  showVisible(file);
}

/** The sheet on screen is one that can be seen. */
function showVisible(file: Spreadsheet): void {
  const xml = file.text(file.workbook);
  const seen = elements(xml, "sheet").map(({ attributes }) => (attributes["state"] ?? "visible") === "visible");
  const [view] = elements(xml, "workbookView");
  const first = seen.indexOf(true);
  if (first < 0 || seen[Number(view?.attributes["activeTab"] ?? 0)]) return;
  const p = prefixOf(xml);
  const added = `<${p}bookViews><${p}workbookView activeTab="${first}"/></${p}bookViews>`;
  const edit = view
    ? retagged(xml, view.tag, { activeTab: String(first) })
    : inserted(elements(xml, "sheets")[0]!.tag.start, added);
  file.setText(file.workbook, edited(xml, [edit]));
}
