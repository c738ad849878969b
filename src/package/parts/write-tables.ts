import { cellsOf } from "../../sheets/notation/place";
import type { Rectangle } from "../../sheets/notation/reference";
import {
  appended,
  counted,
  edited,
  elements,
  elementsIn,
  escapeCellText,
  escapeXml,
  inserted,
  prefixOf,
  retagged,
  replaced,
  rootOf,
  unescapeCellText,
  type Edit,
} from "../xml";
import type { TableScan } from "../../sheets/scan";
import { SHEET_PARTS } from "../sheet/parts";
import { MAIN, RELATIONSHIPS, SPREADSHEET_TYPE, XML_HEAD } from "./formats";
import type { Spreadsheet } from "./spreadsheet";

export interface TableSource extends Omit<TableScan, "sheetId"> {
  readonly hasFilter: boolean;
  readonly bandsRows: boolean;
  readonly bandsColumns: boolean;
  /** Excel's word: `TableStyleMedium2`; "" for none. */
  readonly style: string;
  /** One for each column; the cells of the header hold the same texts. */
  readonly columns: readonly string[];
}

/** Makes a table of cells of a sheet. */
export function addTable(file: Spreadsheet, sheet: string, table: TableSource): void {
  const parts = file.parts.filter((part) => /(?:^|\/)tables\/[^/]*\.xml$/i.test(part) && file.has(part));
  const ids = parts.map((part) => Number(/\sid\s*=\s*["'](\d+)/.exec(file.text(part))?.[1] ?? 0));
  let number = 1;
  while (file.has(`xl/tables/table${number}.xml`)) number++;
  const part = `xl/tables/table${number}.xml`;
  const markup = tableMarkup(Math.max(0, ...ids) + 1, table);
  const id = file.add(part, markup, sheet, `${RELATIONSHIPS}/table`, `${SPREADSHEET_TYPE}.table+xml`);
  const xml = file.text(sheet);
  const p = prefixOf(xml);
  const entry = `<${p}tablePart xmlns:orebook="${RELATIONSHIPS}" orebook:id="${id}"/>`;
  const count = elementsIn(xml, elements(xml, "tableParts")[0], "tablePart").length + 1;
  file.setText(sheet, edited(xml, appended(xml, "tableParts", SHEET_PARTS, entry, count)));
}

function tableMarkup(id: number, table: TableSource): string {
  const { name, area, hasHeaders, hasTotals, hasFilter, columns, style } = table;
  const attributes = `${hasHeaders ? "" : ' headerRowCount="0"'}${hasTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}`;
  const filtered = { ...area, rows: area.rows - (hasTotals ? 1 : 0) };
  const filter = hasFilter && hasHeaders ? `<autoFilter ref="${cellsOf(filtered)}"/>` : "";
  const list = columns.map((one, i) => `<tableColumn id="${i + 1}" name="${columnName(one)}"/>`).join("");
  const flag = (isSet: boolean) => (isSet ? "1" : "0");
  const info =
    style === ""
      ? ""
      : `<tableStyleInfo name="${escapeXml(style)}" showFirstColumn="0" showLastColumn="0" showRowStripes="${flag(table.bandsRows)}" showColumnStripes="${flag(table.bandsColumns)}"/>`;
  return `${XML_HEAD}<table xmlns="${MAIN}" id="${id}" name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${cellsOf(area)}"${attributes}>${filter}<tableColumns count="${columns.length}">${list}</tableColumns>${info}</table>`;
}

/** A line break in a header is a mark in the name of its column. */
const columnName = (text: string): string => escapeCellText(text).replaceAll("\n", "_x000a_");

/** The part of a table of a sheet. */
function partOf(file: Spreadsheet, sheet: string, name: string): string | undefined {
  return file.allRelated(sheet, "table").find((part) => {
    const { displayName, name: plain } = rootOf(file.text(part)).attributes;
    return (displayName ?? plain)?.toLowerCase() === name.toLowerCase();
  });
}

/** Lets a table fill other cells, with headers that say what their cells say; undefined where it has none. */
export function changeTable(
  file: Spreadsheet,
  sheet: string,
  name: string,
  { area, columns }: { readonly area: Rectangle; readonly columns: readonly string[] | undefined },
): void {
  const part = partOf(file, sheet, name);
  if (part === undefined) return;
  const xml = file.text(part);
  const root = rootOf(xml);
  const hasTotals = !["0", undefined].includes(root.attributes["totalsRowCount"]);
  const refs: Edit[] = [retagged(xml, root.tag, { ref: cellsOf(area) })];
  const [filter] = elements(xml, "autoFilter");
  const filtered = { ...area, rows: area.rows - (hasTotals ? 1 : 0) };
  if (filter) refs.push(retagged(xml, filter.tag, { ref: cellsOf(filtered) }));
  file.setText(part, edited(xml, [...refs, ...(columns ? columnEdits(xml, columns) : [])]));
}

/** Other names, and columns that came or went at the end. */
function columnEdits(xml: string, columns: readonly string[]): Edit[] {
  const [list] = elements(xml, "tableColumns");
  if (!list) return [];
  const known = elementsIn(xml, list, "tableColumn");
  const last = Math.max(0, ...known.map(({ attributes }) => Number(attributes["id"])));
  const p = prefixOf(xml);
  const added = columns
    .slice(known.length)
    .map((name, i) => `<${p}tableColumn id="${last + 1 + i}" name="${columnName(name)}"/>`);
  const changed = known.flatMap((column, i): Edit[] => {
    const name = columns[i];
    if (name === undefined) return [replaced(column)];
    const isSame = unescapeCellText(column.attributes["name"] ?? "") === name;
    return isSame ? [] : [retagged(xml, column.tag, { name: columnName(name) })];
  });
  return [
    ...(known.length === columns.length ? [] : counted(xml, list.tag, columns.length)),
    ...changed,
    ...(added.length > 0 ? [inserted(list.content.end, added.join(""))] : []),
  ];
}

/** Takes a table away; its cells stay. */
export function removeTable(file: Spreadsheet, sheet: string, name: string): void {
  const part = partOf(file, sheet, name);
  const id = file.relationships(sheet).find(({ target }) => target === part)?.id;
  if (part === undefined) return;
  file.remove(part, sheet);
  const xml = file.text(sheet);
  const [list] = elements(xml, "tableParts");
  if (!list) return;
  const entries = elementsIn(xml, list, "tablePart");
  const gone = entries.filter(({ attributes }) => attributes["id"] === id);
  const isEmpty = gone.length === entries.length;
  const left = () => [...counted(xml, list.tag, entries.length - gone.length), ...gone.map((one) => replaced(one))];
  file.setText(sheet, edited(xml, isEmpty ? [replaced(list)] : left()));
}
