import type { Session } from "../../functions";
import { buildLayout } from "../../sheets/tables/build-layout";
import type { TableRequest } from "../../sheets/tables/block";
import type { WorkbookPort } from "../../workbook/port";
import type { Insertable } from "./inserter";

/** What is inserted as values and remembered by the document: how far it will reach, and the way it is written. Undefined where it cannot be built. */
export function rememberedInsertable(
  session: Session,
  workbook: WorkbookPort | undefined,
  request: TableRequest,
  hasChart: boolean,
): Insertable | undefined {
  const built = buildLayout(session, request, session.standing);
  if ("refusal" in built) return undefined;
  const { rows, columns } = built.layout;
  return {
    block: { content: [], rows: rows.length, columns, formats: [], headers: 0, widths: [] },
    ...(workbook && {
      write: (at, overwrite) => workbook.insertTable(session, request, at, overwrite, hasChart),
    }),
  };
}
