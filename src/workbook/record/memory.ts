import { sameKept, type FileMemory } from "../../sheets/record";
import { guarded } from "../../sheets/workbook-error";

/** Fetched when it is first asked: a workbook whose settings say where it stands is answered without it. */
const part = () => import(/* webpackChunkName: "views/file-memory" */ "./part");

/** What the open document remembers of where it stands. */
export function fileMemory(): FileMemory {
  return {
    read: () => guarded(async () => Excel.run((await part()).readRecord)),
    write: (standing) =>
      guarded(async () =>
        (await part()).changeRecord((record) =>
          record.standing && sameKept(record.standing, standing) ? undefined : { ...record, standing },
        ),
      ),
  };
}
