/** `window.orebookHost` over a running host. */
import type { ExcelHost } from "../host/excel-host";
import type { Faults } from "../host/faults";
import type { Workbook, CellInput, CellValue, Matrix } from "../host/workbook-model";
import { addressOf, areaAt } from "./address";
import type { CallArgument } from "../host/call-arguments";
import type { HostLog } from "../host/host-log";
import type { AppRuntime } from "../host/services";

export type OrebookHost = ReturnType<typeof createApi>;

/** What only the page with a grid offers. */
interface OrebookGrid {
  /** Resolves when what a person did is done and shown; formulas may still wait for the add-in. */
  settled(): Promise<void>;
  /** Whether keys go to the grid. */
  takesKeys(): boolean;
  /** Whether a cell is open for typing. */
  isEditing(): boolean;
  /** The middle of a cell on the screen, for a pointer. */
  cellCenter(address: string): { readonly x: number; readonly y: number };
  /** The selected cells, without their sheet: `B2`, `B2:C3`. */
  selected(): string;
  /** What cells show at this moment, `#BUSY!` where they wait; an error with the text behind it. */
  shown(address: string): Matrix<CellValue>;
}

declare global {
  interface Window {
    orebookHost: OrebookHost;
    orebookGrid?: OrebookGrid;
    /** Computes the formulas of the workbook when a test brings an engine along; `address` is the cell's. */
    orebookEvaluate?: (formula: string, address: string) => Promise<CellValue | Matrix<CellValue>>;
  }
}

/** `current` is the host of the add-in's present runtime: a restart brings another. */
export function createApi(workbook: Workbook, current: () => ExcelHost, faults: Faults) {
  const { cells, calculation, selection, undo } = workbook;
  return {
    /** Resolves when the add-in says that its functions may be called. */
    get ready(): Promise<void> {
      return current().functions.ready;
    },
    isReady: () => current().functions.isReady,
    /** Calls a custom function in the add-in, through the real runtime. */
    invoke: (id: string, args: readonly CallArgument[] = [], address?: string) =>
      current().functions.invoke({ id, args, ...(address === undefined ? {} : { address }) }).outcome,
    /** Calls several at once, as a recalculation does. */
    invokeMany: (calls: readonly (readonly [id: string, args: readonly CallArgument[]])[]) =>
      Promise.all(calls.map(([id, args]) => current().functions.invoke({ id, args }).outcome)),
    /** Calls a function and cancels the call at once. */
    invokeAndCancel: (id: string, args: readonly CallArgument[] = []) =>
      current().functions.invoke({ id, args }).cancel(),
    /** How many invocations went to the present runtime, by message. */
    batches: () => current().functions.batches,
    /** Reads cells when no formula is being computed any more. An address without a sheet is on the active one. */
    read: async (address: string) => {
      await calculation.settled();
      const area = areaAt(workbook, address);
      return {
        /** With the sheet: `Sheet1!A1:B2`. */
        address: addressOf(workbook, area),
        values: cells.values(area),
        formulas: cells.formulas(area),
        numberFormats: cells.numberFormats(area),
      };
    },
    /** Enters content as a person would. */
    enter: (address: string, content: Matrix<CellInput>) =>
      undo.group(() => cells.enter(areaAt(workbook, address), content)),
    select: (address: string) => selection.select(areaAt(workbook, address)),
    undo: () => undo.undo(),
    /** Presses a ribbon button; resolves when the add-in says it is done. */
    command: (name: string, controlId: string) => current().command(name, controlId),
    /** Tells the add-in that somebody else who has the workbook open saved its settings. */
    settingsChanged: () => current().settingsChanged(),
    /** Makes trouble from now on. */
    setFaults: (wanted: Partial<Faults>) => void Object.assign(faults, wanted),
    workbook,
    get runtime(): AppRuntime {
      return current().runtime;
    },
    /** Members the add-in asked for that are not implemented, and every error answered. */
    get log(): HostLog {
      return current().log;
    },
  };
}
