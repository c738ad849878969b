import { sameKept, type FileMemory } from "../../sheets/record";
import { guarded } from "../../sheets/workbook-error";
import { changeRecord, readRecord } from "./part";

/** What the open document remembers of where it stands. */
export function fileMemory(): FileMemory {
  return {
    read: () => guarded(() => Excel.run(readRecord)),
    write: (standing) =>
      guarded(() =>
        changeRecord((record) =>
          record.standing && sameKept(record.standing, standing) ? undefined : { ...record, standing },
        ),
      ),
  };
}
