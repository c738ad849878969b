import { withColumns, withRows } from "../../../src/package/sheet/lines";
import { withMerges } from "../../../src/package/sheet/merges";
import { withPanes } from "../../../src/package/sheet/panes";

const sheet = (before: string, rows: string, after = "") =>
  `<x:worksheet xmlns:x="m"><x:sheetPr/>${before}${rows}${after}<x:pageMargins left="1"/></x:worksheet>`;
const EMPTY = "<x:sheetData/>";
const cell = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

test("a range of columns is split where one of them changes, and keeps the rest", () => {
  const xml = sheet('<x:cols><x:col min="2" max="5" width="12" style="3" customWidth="1"/></x:cols>', EMPTY);
  const changes = new Map([
    [3, { size: 20.5 }],
    [0, { isHidden: true }],
    [4, { size: null }],
  ]);
  expect(withColumns(xml, changes)).toBe(
    sheet(
      '<x:cols><x:col hidden="1" min="1" max="1"/><x:col min="2" max="3" width="12" style="3" customWidth="1"/><x:col min="4" max="4" width="20.5" style="3" customWidth="1"/><x:col min="5" max="5" style="3"/></x:cols>',
      EMPTY,
    ),
  );
  expect(withColumns(sheet("", EMPTY), new Map([[0, { size: 9 }]]))).toBe(
    sheet('<x:cols><x:col width="9" customWidth="1" min="1" max="1"/></x:cols>', EMPTY),
  );
});

test("rows get a height, or are hidden, where they are and where they are not", () => {
  const xml = sheet("", '<x:sheetData><x:row r="2" ht="15" customHeight="1"><x:c r="A2"/></x:row></x:sheetData>');
  const changes = new Map([
    [1, { size: null, isHidden: true }],
    [0, { size: 30 }],
    [5, { size: 20 }],
    [4, { isHidden: true }],
  ]);
  expect(withRows(xml, changes)).toBe(
    sheet(
      "",
      '<x:sheetData><x:row r="1" ht="30" customHeight="1"/><x:row r="2" hidden="1"><x:c r="A2"/></x:row><x:row r="5" hidden="1"/><x:row r="6" ht="20" customHeight="1"/></x:sheetData>',
    ),
  );
  expect(withRows(sheet("", EMPTY), new Map([[0, { size: 30 }]]))).toContain(
    '<x:sheetData><x:row r="1" ht="30" customHeight="1"/></x:sheetData>',
  );
});

test("merged cells come, stay letter for letter, and go with their list", () => {
  const list = '<x:mergeCells count="2"><x:mergeCell ref="$A$1:B2"/><x:mergeCell ref="D1:E1"/></x:mergeCells>';
  const xml = sheet("", EMPTY, list);
  expect(withMerges(xml, [cell(0, 0, 2, 2), cell(0, 3, 1, 2)])).toBe(xml);
  expect(withMerges(xml, [cell(0, 0, 2, 2), cell(8, 0, 1, 2)])).toBe(
    sheet("", EMPTY, '<x:mergeCells count="2"><x:mergeCell ref="$A$1:B2"/><x:mergeCell ref="A9:B9"/></x:mergeCells>'),
  );
  expect(withMerges(xml, [])).toBe(sheet("", EMPTY));
  expect(withMerges(sheet("", EMPTY), [cell(0, 0, 1, 2)])).toBe(
    sheet("", EMPTY, '<x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells>'),
  );
});

test.each([
  [
    "",
    { rows: 1, columns: 0 },
    '<x:sheetViews><x:sheetView workbookViewId="0"><x:pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></x:sheetView></x:sheetViews>',
  ],
  [
    '<x:sheetViews><x:sheetView zoomScale="80"/></x:sheetViews>',
    { rows: 0, columns: 2 },
    '<x:sheetViews><x:sheetView zoomScale="80"><x:pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/></x:sheetView></x:sheetViews>',
  ],
  [
    '<x:sheetViews><x:sheetView><x:pane ySplit="4"/><x:selection pane="bottomLeft"/><x:selection sqref="A1"/></x:sheetView></x:sheetViews>',
    { rows: 2, columns: 1 },
    '<x:sheetViews><x:sheetView><x:pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/><x:selection sqref="A1"/></x:sheetView></x:sheetViews>',
  ],
  [
    '<x:sheetViews><x:sheetView><x:pane ySplit="4"/></x:sheetView></x:sheetViews>',
    { rows: 0, columns: 0 },
    "<x:sheetViews><x:sheetView></x:sheetView></x:sheetViews>",
  ],
])("panes: %s with %j is %s", (before, frozen, after) => {
  expect(withPanes(sheet(before, EMPTY), frozen)).toBe(sheet(after, EMPTY));
});
