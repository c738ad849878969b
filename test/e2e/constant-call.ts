/** Formulas of a workbook without an engine: those that call one function of the add-in, with constants. */
import { callsIn, resolveArguments } from "../../src/sheets/formula";
import type { CallArgument } from "../../workbench/host/call-arguments";
import type { CellValue } from "../../workbench/host/workbook-model";
import type { Host } from "./watched-page";

/** What such a formula shows; any other is `#NAME?`. */
export async function constantCall(host: Host, formula: string): Promise<CellValue> {
  const [call] = callsIn(formula);
  const args = call && resolveArguments(call, { read: () => undefined, call: () => undefined });
  const outcome = call && args ? await host.invoke(call.id, args as CallArgument[]) : { error: "#NAME?", message: "" };
  return "error" in outcome ? { error: outcome.error } : (outcome.value as CellValue);
}
