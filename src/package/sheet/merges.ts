import { cellsOf } from "../../sheets/notation/place";
import { rectangleOf, type Rectangle } from "../../sheets/notation/reference";
import { counted, edited, elements, partWritten, inserted, elementsIn, prefixOf, replaced } from "../xml";
import { SHEET_PARTS } from "./parts";

/** A sheet's text with these merged cells; those that it has already stay as they are. */
export function withMerges(xml: string, areas: readonly Rectangle[]): string {
  const wanted = new Set(areas.map(cellsOf));
  const [list] = elements(xml, "mergeCells");
  const known = elementsIn(xml, list, "mergeCell");
  const nameOf = (ref = "") => {
    const area = rectangleOf(ref);
    return area ? cellsOf(area) : ref;
  };
  const gone = known.filter(({ attributes }) => !wanted.has(nameOf(attributes["ref"])));
  for (const { attributes } of known) wanted.delete(nameOf(attributes["ref"]));
  const p = prefixOf(xml);
  const added = [...wanted].map((ref) => `<${p}mergeCell ref="${ref}"/>`).join("");
  if (gone.length === 0 && added === "") return xml;
  const count = known.length - gone.length + wanted.size;
  if (!list || count === 0 || known.length === 0) {
    const text = count === 0 ? "" : `<${p}mergeCells count="${count}">${added}</${p}mergeCells>`;
    return edited(xml, [partWritten(xml, "mergeCells", SHEET_PARTS, text)]);
  }
  return edited(xml, [
    ...counted(xml, list.tag, count),
    ...gone.map((one) => replaced(one)),
    inserted(list.content.end, added),
  ]);
}
