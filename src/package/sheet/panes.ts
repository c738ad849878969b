import { addressOfCell } from "../../sheets/notation/place";
import { edited, elements, inserted, elementsIn, placeOf, prefixOf, replaced } from "../xml";
import { SHEET_PARTS } from "./parts";

/** A sheet's text with so many rows and columns frozen. */
export function withPanes(xml: string, { rows, columns }: { readonly rows: number; readonly columns: number }): string {
  const p = prefixOf(xml);
  const active = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const pane =
    rows + columns === 0
      ? ""
      : `<${p}pane${splits} topLeftCell="${addressOfCell(rows, columns)}" activePane="${active}" state="frozen"/>`;
  const [view] = elements(xml, "sheetView");
  if (!view) {
    const views = `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}</${p}sheetView></${p}sheetViews>`;
    return pane === "" ? xml : edited(xml, [inserted(placeOf(xml, "sheetViews", SHEET_PARTS), views)]);
  }
  // What is selected in a pane goes with the pane.
  const selected = elementsIn(xml, view, "selection").filter(({ attributes }) => "pane" in attributes);
  const gone = [...elementsIn(xml, view, "pane"), ...selected];
  if (view.tag.kind === "empty") {
    const open = xml.slice(view.tag.start, view.tag.end).replace(/\s*\/>$/, `>${pane}</${p}sheetView>`);
    return pane === "" ? xml : edited(xml, [replaced(view, open)]);
  }
  return edited(xml, [inserted(view.content.start, pane), ...gone.map((one) => replaced(one))]);
}
