import { cellsOf } from "../../sheets/notation/place";
import { around, rectangleOf, type Rectangle } from "../../sheets/notation/reference";
import { attributeSpans, edited, tagsOf } from "../xml";

/** The sheet's note of what is in use, widened where cells came to lie outside. */
export function withDimension(xml: string, added: Rectangle): string {
  for (const tag of tagsOf(xml, 0, xml.search(/<(?:\w+:)?sheetData/))) {
    if (tag.name !== "dimension") continue;
    const ref = attributeSpans(xml, tag).get("ref");
    const area = ref && rectangleOf(ref.text);
    if (!area) return xml;
    return edited(xml, [{ start: ref.start, end: ref.end, text: cellsOf(around([area, added])!) }]);
  }
  return xml;
}
