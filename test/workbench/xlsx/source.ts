/** A workbook of Excel's in memory, to be changed there and saved: what the grid is to a person, without a screen. */
import type { IStyleData } from "@univerjs/core";
import { SavedWorkbook } from "../../../src/package";
import { SheetText } from "../../../src/package/cells/sheet-text";
import { readWorkbookPart } from "../../../src/package/parts/workbook-part";
import { attributesOf } from "../../../src/package/xml";
import { isError } from "../../../src/sheets/formula";
import type { SetLine } from "../../../workbench/grid/set-looks";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import type { CellValue, Matrix, Workbook } from "../../../workbench/host/workbook-model";
import { namesOf } from "../../../workbench/xlsx/names";
import { saveFile, type SavedFile } from "../../../workbench/xlsx/save";
import type { Source } from "../../../workbench/xlsx/saving/source";
import { columnSizes, frozenIn, mergedIn, rowSizes } from "../../../workbench/xlsx/sheet-facts";
import { readStyles } from "../../../workbench/xlsx/styles";

export interface Opened {
  readonly workbook: Workbook;
  /** Says what a formula answers that is entered from now on. */
  readonly answers: Map<string, CellValue | Matrix<CellValue>>;
  save(): SavedFile;
}

/** A workbook from a file, or one that begins here. */
export async function opened(bytes?: Uint8Array): Promise<Opened> {
  const excel = bytes && SavedWorkbook.read(bytes);
  const sheets = excel?.scan.sheets ?? [];
  const ids = sheets.map(({ id }) => id);
  const answers: Opened["answers"] = new Map();
  const workbook = createMemoryWorkbook({
    newId: () => ids.shift() ?? `{${crypto.randomUUID()}}`,
    evaluate: (formula) => Promise.resolve(answers.get(formula) ?? { error: "#NAME?" }),
  });
  const parts = new Map<string, SheetText>();
  for (const [i, { name, id, visibility, used, ...sheet }] of sheets.entries()) {
    if (i > 0) workbook.sheets.add(name);
    workbook.sheets.change(id, { name, visibility, isProtected: sheet.isProtected });
    const scan = excel!.scan.sheet(id)!;
    const { part } = readWorkbookPart(excel!.file).sheets.find((one) => one.id === id)!;
    const text = new SheetText(excel!.file.text(part!));
    parts.set(id, text);
    const covered = (row: number, column: number) =>
      sheet.spills.some(
        (area) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns &&
          (row > area.row || column > area.column),
      );
    for (let row = 0; row < (used?.row ?? 0) + (used?.rows ?? 0); row++)
      for (let column = 0; column < used!.column + used!.columns; column++) {
        const [formula, value] = [scan.formula(row, column), scan.value(row, column)];
        const shown = value === null ? "" : isError(value) ? { error: value.error } : value;
        if (covered(row, column) || (formula === undefined && shown === "")) continue;
        const area = scan.areaOf(row, column);
        if (formula !== undefined)
          answers.set(
            formula,
            area.rows * area.columns > 1
              ? (scan.values(area).map((line) => line.map((one) => one ?? "")) as Matrix<CellValue>)
              : shown,
          );
        const text = typeof shown === "object" ? shown.error : shown;
        const entered = formula ?? (typeof shown === "string" ? `'${shown}` : text);
        workbook.cells.enter({ sheet: id, row, column, rowCount: 1, columnCount: 1 }, [[entered]]);
      }
    for (const { rows, columns, ...at } of mergedIn(text.xml, text.data.end))
      workbook.merges.merge({ sheet: id, ...at, rowCount: rows, columnCount: columns });
    workbook.panes.set(id, frozenIn(text.xml, text.data.start));
  }
  await workbook.calculation.settled();
  for (const name of excel ? namesOf(excel.scan) : []) workbook.names.set(name);
  for (const { name, sheetId: sheet, area, hasHeaders } of excel?.scan.tables ?? []) {
    const { rows: rowCount, columns: columnCount, row, column } = area;
    const { id } = workbook.tables.add({ sheet, row, column, rowCount, columnCount }, hasHeaders);
    workbook.tables.change(id, { name });
  }
  const style = excel ? readStyles(excel) : () => undefined;
  const source: Source = Object.assign(Object.create(workbook) as Workbook, {
    looks: {
      cell: (sheet: string, row: number, column: number): IStyleData => {
        const text = parts.get(sheet);
        const cell = text?.cellAt(row, column);
        const own = cell ? style(Number(attributesOf(text!.xml, cell.tag)["s"] ?? 0)) : {};
        return { ...own, ...setStyle(workbook, sheet, row, column) };
      },
      rows: (sheet: string) => lines(workbook, sheet, "row", parts.get(sheet)),
      columns: (sheet: string) => lines(workbook, sheet, "column", parts.get(sheet)),
    },
  });
  return { workbook, answers, save: () => saveFile(bytes && { bytes }, source) };
}

/** What was set since, in Univer's words. */
function setStyle({ formats, cells }: Workbook, sheet: string, row: number, column: number): IStyleData {
  const cell = { sheet, row, column, rowCount: 1, columnCount: 1 };
  const of = (property: string) => formats.get(cell, property);
  const is = (property: string, make: (value: never) => IStyleData): IStyleData => {
    const value = of(property);
    return value === undefined ? {} : make(value as never);
  };
  const pattern = cells.numberFormats(cell)[0]![0]!;
  return {
    ...is("font.bold", (value: boolean) => ({ bl: value ? 1 : 0 })),
    ...is("font.color", (rgb: string) => ({ cl: { rgb } })),
    ...is("font.size", (fs: number) => ({ fs })),
    ...is("fill.color", (rgb: string) => ({ bg: { rgb } })),
    ...is("horizontalAlignment", (value: string) => ({ ht: { Left: 1, Center: 2, Right: 3 }[value] ?? 0 })),
    ...is("wrapText", (value: boolean) => ({ tb: value ? 3 : 1 })),
    ...is("indentLevel", (value: number) => ({ pd: { l: value * 9 } })),
    ...is("borders.EdgeBottom.style", () => ({ bd: { b: { s: 1, cl: { rgb: "#1F4E79" } } } })),
    ...(pattern !== "General" && { n: { pattern } }),
  };
}

const LINES = 30;

function lines({ formats }: Workbook, sheet: string, kind: "row" | "column", text?: SheetText): Map<number, SetLine> {
  const known: Record<number, { w?: number | null; h?: number | null; hd?: number | null }> = !text
    ? {}
    : kind === "row"
      ? rowSizes(text.xml, text)
      : columnSizes(text.xml, text.data.start);
  const found = new Map<number, SetLine>();
  for (let at = 0; at < LINES; at++) {
    const cell = { sheet, row: 0, column: 0, rowCount: 1, columnCount: 1, [kind]: at };
    const size = formats.get(cell, kind === "row" ? "rowHeight" : "columnWidth") as number | undefined;
    const isHidden = formats.get(cell, `${kind}Hidden`) as boolean | undefined;
    const line = known[at];
    if (line || size !== undefined || isHidden !== undefined)
      found.set(at, {
        size: size === undefined ? (line?.w ?? line?.h ?? undefined) : size / 0.75,
        isHidden: isHidden ?? line?.hd === 1,
      });
  }
  return found;
}
