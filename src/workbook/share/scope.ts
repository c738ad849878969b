import { selectedPlace } from "../ranges";
import type { ScopeKind, Scope } from "../../sheets/share/scope";

/** What is to be covered now; undefined when what is selected is not one block of cells. One round trip. */
export async function readScope(context: Excel.RequestContext, kind: ScopeKind): Promise<Scope | undefined> {
  if (kind === "workbook") return { kind };
  if (kind === "selection") return readSelection(context);
  const sheet = context.workbook.worksheets.getActiveWorksheet().load("id");
  await context.sync();
  return { kind, sheetId: sheet.id };
}

async function readSelection(context: Excel.RequestContext): Promise<Scope | undefined> {
  try {
    return { kind: "selection", place: await selectedPlace(context) };
  } catch (error) {
    if (/InvalidSelection|InvalidArgument/.test((error as { code?: string }).code ?? "")) return undefined;
    throw error;
  }
}
