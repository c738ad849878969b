/** `window.orebookHost` over a running host. */
import type { ExcelHost } from "../host/excel-host";
import { addressOf, areaAt } from "./address";
import type { OrebookHost } from "./api";

export function createApi({ workbook, functions, runtime, log, command }: ExcelHost): OrebookHost {
  let isReady = false;
  void functions.ready.then(() => {
    isReady = true;
  });
  return {
    ready: functions.ready,
    isReady: () => isReady,
    invoke: (id, args = [], address) => functions.invoke({ id, args, ...(address === undefined ? {} : { address }) }).outcome,
    invokeMany: (calls) => Promise.all(calls.map(([id, args]) => functions.invoke({ id, args }).outcome)),
    invokeAndCancel: (id, args = []) => functions.invoke({ id, args }).cancel(),
    read: async (address) => {
      await workbook.calculation.settled();
      const area = areaAt(workbook, address);
      const { cells } = workbook;
      return {
        address: addressOf(workbook, area),
        values: cells.values(area),
        formulas: cells.formulas(area),
        numberFormats: cells.numberFormats(area),
      };
    },
    enter: (address, content) => workbook.undo.group(() => workbook.cells.enter(areaAt(workbook, address), content)),
    select: (address) => workbook.selection.select(areaAt(workbook, address)),
    undo: () => workbook.undo.undo(),
    command,
    workbook,
    runtime,
    log,
  };
}
