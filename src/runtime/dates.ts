import type { DateSystem } from "../query/period/date-system";
import { patiently } from "./readiness";

/** Asks what a workbook's dates count from until Excel says; "unknown" where it never does. */
export function learnDateSystem(
  read: () => Promise<DateSystem>,
  pause?: Parameters<typeof patiently>[1],
): Promise<DateSystem> {
  return patiently(read, pause).catch(() => "unknown");
}
