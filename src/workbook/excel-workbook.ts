import { readCulture } from "./culture";
import type { WorkbookPort } from "./port";
import { readPlace } from "./ranges";
import { guarded } from "../sheets/workbook-error";

/**
 * The open workbook. Call only after Office has said that it is Excel. What is rarely asked of it is fetched when it is.
 * `inserted` is told whenever something was written.
 */
export function excelWorkbook(inserted: () => void = () => undefined): WorkbookPort {
  const noted = async <T extends { readonly kind: string }>(insertion: Promise<T>): Promise<T> => {
    const done = await insertion;
    if (done.kind === "inserted") inserted();
    return done;
  };
  return {
    activeCell: () => guarded(() => Excel.run((context) => readPlace(context, context.workbook.getActiveCell()))),
    selectedCell: () =>
      guarded(async () =>
        (await import(/* webpackChunkName: "views/tables" */ "./cell/selected-cell")).readSelectedCell(),
      ),
    selection: () => guarded(async () => (await lookAround()).readSelection()),
    locate: (address) => guarded(async () => (await lookAround()).locate(address)),
    valuesOf: (references, sheet) => guarded(async () => (await lookAround()).readValues(references, sheet)),
    neighbours: (at) => guarded(async () => (await lookAround()).readNeighbours(at)),
    onSelectionChange,
    inspect: (block, at) => guarded(async () => (await inserting()).inspect(block, at)),
    insert: (...args) => noted(guarded(async () => (await inserting()).insert(...args))),
    insertTable: (...args) =>
      noted(
        guarded(async () =>
          (await import(/* webpackChunkName: "views/tables" */ "./insert/insert-table")).insertTable(...args),
        ),
      ),
    culture: () => guarded(readCulture),
  };
}

const lookAround = () => import(/* webpackChunkName: "views/tables" */ "./cell/look-around");
const inserting = () => import(/* webpackChunkName: "views/insert" */ "./insert/insert");

function onSelectionChange(listener: () => void): () => void {
  const { document } = Office.context;
  const handler = () => listener();
  document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, handler);
  return () => document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler });
}
