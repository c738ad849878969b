/** `window.orebookHost` over a running host. */
import type { ExcelHost } from "../host/excel-host";
import type { Faults } from "../host/faults";
import type { Workbook } from "../host/workbook-model";
import { addressOf, areaAt } from "./address";
import type { OrebookHost } from "./api";

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
