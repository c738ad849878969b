import type { Language } from "../../src/query/describe";
import { callsIn, resolveArguments, type Scalar } from "../../src/sheets/formula";
import type { Block } from "../../src/sheets/insert/block";
import type { Culture } from "../../src/sheets/notation/culture";
import { rectangleOf, splitSheet } from "../../src/sheets/notation/reference";
import type { TableRequest } from "../../src/sheets/tables/block";
import { paneContext, type PaneContext, type Speech } from "../../src/taskpane/context/pane-context";
import type { PaneServices } from "../../src/taskpane/context/services";
import type { PaneStorage } from "../../src/taskpane/context/storage";
import { en } from "../../src/taskpane/texts/en";
import chineseOfFunctions from "../../src/functions/locales/zh.json";
import { zh } from "../../src/taskpane/texts/zh";
import type { SelectedCell } from "../../src/workbook/cell/selected-cell";
import type { WorkbookPort } from "../../src/workbook/port";
import { sessionOf } from "../fixtures/seeds";

/** What a page fetches beside its scripts. */
const FETCHED: Readonly<Record<string, unknown>> = { "help/functions.zh.json": chineseOfFunctions };

Object.assign(globalThis, {
  fetch: (address: string) =>
    address in FETCHED
      ? Promise.resolve({ json: () => Promise.resolve(FETCHED[address]) })
      : Promise.reject(new Error(`${address} is not there`)),
});

/** Remembers for as long as the test runs. */
export function memoryStorage(kept: Record<string, string> = {}): PaneStorage {
  return {
    get: (name) => kept[name],
    set: (name, text) => {
      if (text === undefined) delete kept[name];
      else kept[name] = text;
    },
  };
}

export function speech(language: Language = "en"): Speech {
  return { language, texts: { en, zh }[language], choice: "office", choose: () => undefined };
}

/** Services over the data of seeds/, outside Excel unless a workbook is given. */
export function services(over: Partial<PaneServices> = {}): PaneServices {
  return {
    session: () => Promise.resolve(sessionOf({ language: over.language ?? "en" })),
    workbook: undefined,
    language: "en",
    storage: memoryStorage(),
    theme: { background: () => undefined, onChange: () => () => undefined },
    addinVersion: "0.1.0",
    ...over,
  };
}

/** What the views share, over the data of seeds/. */
export async function contextOf({
  language = "en",
  culture,
}: { language?: Language; culture?: Culture } = {}): Promise<PaneContext> {
  const context = await paneContext(sessionOf({ language }), services({ language }), speech(language));
  return culture ? { ...context, culture } : context;
}

/** A workbook in which some cells (`row,column`) are filled, and `cells` hold values by their address. */
export function fakeWorkbook(
  filled: readonly string[] = [],
  cells: Readonly<Record<string, Scalar>> = {},
): WorkbookPort & {
  readonly written: string[];
  readonly blocks: Block[];
  readonly requests: TableRequest[];
  move(row: number): void;
} {
  const written: string[] = [];
  const blocks: Block[] = [];
  const requests: TableRequest[] = [];
  let row = 2;
  let moved = () => undefined as void;
  const workbook: WorkbookPort = {
    activeCell: () => Promise.resolve({ sheetId: "1", sheet: "Sheet1", row, column: 1, rows: 1, columns: 1 }),
    selection: () => workbook.activeCell(),
    locate: async (address) => {
      const { sheet, rest } = splitSheet(address);
      const area = rectangleOf(rest);
      return area && (sheet ?? "Sheet1") === "Sheet1"
        ? { sheetId: "1", sheet: "Sheet1", row: area.row, column: area.column, rows: 1, columns: 1 }
        : undefined;
    },
    valuesOf: async (references) =>
      references.map((reference) => cells[splitSheet(reference).rest.replaceAll("$", "")]),
    neighbours: async () =>
      Object.entries(cells).map(([address, value]) => ({
        place: { sheetId: "1", sheet: "Sheet1", ...rectangleOf(address)! },
        value,
      })),
    onSelectionChange: (listener) => {
      moved = listener;
      return () => undefined;
    },
    selectedCell: () => Promise.resolve(cellWith("", { row, column: 1 })),
    inspect: (block, at) => {
      const place = { ...at, rows: block.rows, columns: block.columns };
      const count = filled.filter((cell) => cell === `${at.row},${at.column}`).length;
      return Promise.resolve({
        place,
        filled: count,
        table: undefined,
        merged: undefined,
        nextFree: count > 0 ? { ...place, row: at.row + 1 } : undefined,
      });
    },
    insert: async (block, at, overwrite) => {
      const target = await workbook.inspect(block, at);
      if (target.filled > 0 && !overwrite) return { kind: "notFree", target };
      blocks.push(block);
      written.push(`${at.row},${at.column}`);
      return { kind: "inserted", place: target.place, undo: () => Promise.resolve("undone") };
    },
    insertTable: async (_session, request, at, overwrite) => {
      const extent = { content: [], rows: 1, columns: 1, formats: [], headers: 0, widths: [] };
      const insertion = await workbook.insert(extent, at, overwrite);
      if (insertion.kind === "inserted") requests.push(request);
      return insertion.kind === "notFree"
        ? insertion
        : { ...insertion, table: { ...request, id: "1", standing: {}, rows: 1, columns: 1 } };
    },
    culture: () => Promise.resolve({ name: "en-US", decimal: ".", list: "," }),
  };
  return {
    ...workbook,
    written,
    blocks,
    requests,
    move: (to) => {
      row = to;
      moved();
    },
  };
}

/** A cell with a formula that refers to no other cell. */
export function cellWith(
  formula: string,
  at: { row: number; column: number },
  over: Partial<SelectedCell> = {},
): SelectedCell {
  const place = { sheetId: "1", sheet: "Sheet1", ...at, rows: 1, columns: 1 };
  return {
    place,
    value: null,
    anchor: place,
    formula,
    knowsSpills: true,
    calls: callsIn(formula),
    argumentsOf: (call, answer) => resolveArguments(call, { call: answer, read: () => undefined }),
    ...over,
  };
}
