import { addressOfCell } from "../../sheets/notation/place";
import { attributesOf, edited, elements, placeOf, prefixOf, type Edit } from "../xml";
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
    const at = placeOf(xml, "sheetViews", SHEET_PARTS);
    return pane === "" ? xml : edited(xml, [{ start: at, end: at, text: views }]);
  }
  const within = (name: string) => elements(xml, name, view.content.start, view.content.end);
  // What is selected in a pane goes with the pane.
  const gone = [...within("pane"), ...within("selection").filter(({ tag }) => "pane" in attributesOf(xml, tag))];
  const edits: Edit[] = gone.map(({ tag, end }) => ({ start: tag.start, end, text: "" }));
  if (view.tag.kind === "empty") {
    const open = xml.slice(view.tag.start, view.tag.end).replace(/\s*\/>$/, `>${pane}</${p}sheetView>`);
    return pane === "" ? xml : edited(xml, [{ start: view.tag.start, end: view.end, text: open }]);
  }
  return edited(xml, [{ start: view.content.start, end: view.content.start, text: pane }, ...edits]);
}
