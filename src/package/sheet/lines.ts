import { SheetText } from "../cells/sheet-text";
import { edited, elements, partWritten, inserted, elementsIn, tagWith, type Edit } from "../xml";
import { SHEET_PARTS } from "./parts";

/** What is to be different of a row or column; what is not named stays. */
export interface LineChange {
  /** Of a column in characters, of a row in points; `null` for the usual size. */
  readonly size?: number | null;
  readonly isHidden?: boolean;
}

/** Changes by row or column, counted from 0. */
export type LineChanges = ReadonlyMap<number, LineChange>;

const flag = (isSet: boolean | undefined) => (isSet === undefined ? {} : { hidden: isSet ? "1" : undefined });

/** A sheet's text with columns of other widths, or hidden. */
export function withColumns(xml: string, changes: LineChanges): string {
  if (changes.size === 0) return xml;
  const { prefix } = new SheetText(xml);
  const [list] = elements(xml, "cols");
  const columns = elementsIn(xml, list, "col").map(({ tag, end, attributes }) => ({
    first: Number(attributes["min"]) - 1,
    last: Number(attributes["max"]) - 1,
    text: xml.slice(tag.start, end),
  }));
  for (const [column, { size, isHidden }] of [...changes].sort(([a], [b]) => a - b)) {
    const at = columns.findIndex(({ first, last }) => column >= first && column <= last);
    const before = columns[at] ?? { first: column, last: column, text: `<${prefix}col/>` };
    const text = tagWith(before.text, {
      ...(size === null && { width: undefined, customWidth: undefined }),
      ...(size && { width: String(size), customWidth: "1" }),
      ...flag(isHidden),
    });
    const pieces = [
      { ...before, last: column - 1 },
      { first: column, last: column, text },
      { ...before, first: column + 1 },
    ].filter(({ first, last }) => first <= last);
    if (at >= 0) columns.splice(at, 1, ...pieces);
    else columns.push(...pieces);
  }
  const kept = columns
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, text }) => tagWith(text, { min: String(first + 1), max: String(last + 1) }));
  return edited(xml, [partWritten(xml, "cols", SHEET_PARTS, `<${prefix}cols>${kept.join("")}</${prefix}cols>`)]);
}

/** A sheet's text with rows of other heights, or hidden. */
export function withRows(xml: string, changes: LineChanges): string {
  if (changes.size === 0) return xml;
  const sheet = new SheetText(xml);
  const { prefix, rows, data } = sheet;
  if (sheet.impliesPlaces || data.isEmptyTag) return withRows(sheet.withPlaces().xml, changes);
  const known = new Map(rows.map((one) => [one.row, one]));
  const edits = [...changes]
    .sort(([a], [b]) => a - b)
    .map(([row, { size, isHidden }]): Edit => {
      const found = known.get(row);
      const tag = found ? xml.slice(found.tag.start, found.tag.end) : `<${prefix}row r="${row + 1}"/>`;
      const text = tagWith(tag, {
        ...(size === null && { ht: undefined, customHeight: undefined }),
        ...(size && { ht: String(size), customHeight: "1" }),
        ...flag(isHidden),
      });
      if (found) return { ...found.tag, text };
      return inserted(rows.find((one) => one.row > row)?.start ?? data.end, text);
    });
  return edited(xml, edits);
}
