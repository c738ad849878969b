/** The workbook one starts with: a few live formulas and a hint. */
import type { ICellData, IStyleData, IWorkbookData } from "@univerjs/core";
import { newGuid } from "../host/assembled";
import type { SavedWorkbook } from "../grid/saved-workbook";
import { SHEET_SIZE } from "../grid/sheets";

const EXAMPLES: readonly (readonly [what: string, formula: string, pattern?: string])[] = [
  ["China's imports of copper ore, 2024, in USD", '=METALS.IMPORTS("copper",2024)', "#,##0"],
  ["… in USD billion", '=METALS.IMPORTS("copper",2024,,,"USD bn")', "0.00"],
  ["Where that figure comes from", '=METALS.SOURCE("imports","copper",2024)'],
  ["Rare-earth mining quota 2024, t of oxide", '=REE.QUOTA(2024,"mining")', "#,##0"],
  ["… 2025: rest the pointer on the error", '=REE.QUOTA(2025,"mining")'],
  ["China's exports of magnets, June 2025, in t", '=REE.EXPORTS("magnets","2025-06")', "#,##0"],
  ["A misspelt metal", '=METALS.IMPORTS("coper",2024)'],
];

const SERIES = '=METALS.SERIES("imports","copper",,,,"USD bn",1)';

const TITLE: IStyleData = { bl: 1, fs: 16 };
const HINT: IStyleData = { cl: { rgb: "#5F6B7A" } };
const HEADER: IStyleData = { bl: 1, bd: { b: { s: 1, cl: { rgb: "#8A94A3" } } } };
const CODE: IStyleData = { fs: 10, ff: "Consolas, monospace", cl: { rgb: "#5F6B7A" } };

const text = (v: string, s?: IStyleData): ICellData => ({ v, t: 1, ...(s && { s }) });

export function greeting(): SavedWorkbook {
  const id = newGuid();
  const first = 4;
  const cellData: Record<number, Record<number, ICellData>> = {
    0: { 0: text("Try Orebook here", TITLE) },
    1: {
      0: text(
        "Type a formula such as =METALS. in any cell, or find a series in the pane and insert it. Hover an error to read why.",
        HINT,
      ),
    },
    3: { 0: text("What", HEADER), 1: text("Formula", HEADER), 2: text("Answer", HEADER) },
  };
  EXAMPLES.forEach(([what, formula, pattern], i) => {
    cellData[first + i] = {
      0: text(what),
      1: text(formula, CODE),
      2: { f: formula, s: pattern ? { n: { pattern } } : { ht: 1 } },
    };
  });
  const spill = first + EXAMPLES.length + 1;
  cellData[spill] = { 0: text("One formula, a whole series"), 1: text(SERIES, CODE), 2: { f: SERIES } };
  const workbook: Partial<IWorkbookData> = {
    id: newGuid(),
    name: "Book1",
    sheetOrder: [id],
    sheets: {
      [id]: {
        id,
        name: "Sheet1",
        ...SHEET_SIZE,
        cellData,
        rowData: { 0: { h: 34 } },
        columnData: { 0: { w: 310 }, 1: { w: 400 }, 2: { w: 140 } },
      },
    },
  };
  return { format: "orebook-workbench", workbook };
}
