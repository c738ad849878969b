/** `window.orebookHost` over a running host. */
import type { ExcelHost } from "../host/excel-host";
import type { Faults } from "../host/faults";
import type { Workbook, CellInput, CellValue, Matrix } from "../host/workbook-model";
import { addressOf, areaAt } from "./address";
import type { CallArgument } from "../host/call-arguments";
import type { LoggedError } from "../host/host-log";
import type { Outcome } from "../host/invocation-results";
import type { AppRuntime } from "../host/services";

/** What some cells hold. */
interface CellsRead {
  /** With the sheet: `Sheet1!A1:B2`. */
  readonly address: string;
  readonly values: Matrix<CellValue>;
  readonly formulas: Matrix<string | number | boolean>;
  readonly numberFormats: Matrix<string>;
}

export interface OrebookHost {
  /** Resolves when the add-in says that its functions may be called. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  /** Calls a custom function in the add-in, through the real runtime. */
  invoke(id: string, args?: readonly CallArgument[], address?: string): Promise<Outcome>;
  /** Calls several at once, as a recalculation does. */
  invokeMany(calls: readonly (readonly [id: string, args: readonly CallArgument[]])[]): Promise<Outcome[]>;
  /** Calls a function and cancels the call at once. */
  invokeAndCancel(id: string, args?: readonly CallArgument[]): void;
  /** How many invocations went to the present runtime, by message. */
  batches(): readonly number[];
  /** Reads cells when no formula is being computed any more. An address without a sheet is on the active one. */
  read(address: string): Promise<CellsRead>;
  /** Enters content as a person would. */
  enter(address: string, content: Matrix<CellInput>): void;
  select(address: string): void;
  undo(): boolean;
  /** Presses a ribbon button; resolves when the add-in says it is done. */
  command(name: string, controlId: string): Promise<void>;
  /** Tells the add-in that somebody else who has the workbook open saved its settings. */
  settingsChanged(): void;
  /** Makes trouble from now on. */
  setFaults(faults: Partial<Faults>): void;
  readonly workbook: Workbook;
  readonly runtime: AppRuntime;
  /** Members the add-in asked for that are not implemented, and every error answered. */
  readonly log: { readonly apiNotFound: readonly string[]; readonly errors: readonly LoggedError[] };
}

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
export function createApi(workbook: Workbook, current: () => ExcelHost, faults: Faults): OrebookHost {
  const { cells, calculation, selection, undo } = workbook;
  return {
    get ready() {
      return current().functions.ready;
    },
    isReady: () => current().functions.isReady,
    invoke: (id, args = [], address) =>
      current().functions.invoke({ id, args, ...(address === undefined ? {} : { address }) }).outcome,
    invokeMany: (calls) => Promise.all(calls.map(([id, args]) => current().functions.invoke({ id, args }).outcome)),
    invokeAndCancel: (id, args = []) => current().functions.invoke({ id, args }).cancel(),
    batches: () => current().functions.batches,
    read: async (address) => {
      await calculation.settled();
      const area = areaAt(workbook, address);
      return {
        address: addressOf(workbook, area),
        values: cells.values(area),
        formulas: cells.formulas(area),
        numberFormats: cells.numberFormats(area),
      };
    },
    enter: (address, content) => undo.group(() => cells.enter(areaAt(workbook, address), content)),
    select: (address) => selection.select(areaAt(workbook, address)),
    undo: () => undo.undo(),
    command: (name, controlId) => current().command(name, controlId),
    settingsChanged: () => current().settingsChanged(),
    setFaults: (wanted) => void Object.assign(faults, wanted),
    workbook,
    get runtime() {
      return current().runtime;
    },
    get log() {
      return current().log;
    },
  };
}
