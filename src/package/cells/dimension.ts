import { cellsOf } from "../../sheets/notation/place";
import { rectangleOf, type Rectangle } from "../../sheets/notation/reference";
import { attributeSpans, edited, tagsOf } from "../xml";

/** The sheet's note of what is in use, widened where cells came to lie outside. */
export function withDimension(xml: string, added: Rectangle): string {
  for (const tag of tagsOf(xml, 0, xml.search(/<(?:\w+:)?sheetData/))) {
    if (tag.name !== "dimension") continue;
    const ref = attributeSpans(xml, tag).get("ref");
    const area = ref && rectangleOf(ref.text);
    if (!area) return xml;
    const [top, left] = [Math.min(area.row, added.row), Math.min(area.column, added.column)];
    const rows = Math.max(area.row + area.rows, added.row + added.rows) - top;
    const columns = Math.max(area.column + area.columns, added.column + added.columns) - left;
    return edited(xml, [{ start: ref.start, end: ref.end, text: cellsOf({ row: top, column: left, rows, columns }) }]);
  }
  return xml;
}
