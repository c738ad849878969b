import { sameKept, type FileMemory } from "../../sheets/record";
import { guarded } from "../../sheets/workbook-error";

/** Fetched beside the data, not after Excel's first answer: the formulas of a workbook whose settings say nothing wait for it. */
const fetchPart = () => import(/* webpackChunkName: "views/file-memory" */ "./part");
const fetched = fetchPart();
const part = () => fetched.catch(fetchPart);
fetched.catch(() => undefined);

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
