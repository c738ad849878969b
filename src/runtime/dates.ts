import type { DateSystem } from "../query/period/date-system";

/** Excel may be busy when the document opens, or somebody may be typing into a cell: seconds before each try. */
const PAUSES = [0, 1, 3, 10, 30];

/** Asks what a workbook's dates count from until Excel says; "unknown" where it never does. */
export async function learnDateSystem(
  read: () => Promise<DateSystem>,
  pause = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000)),
): Promise<DateSystem> {
  for (const seconds of PAUSES) {
    if (seconds > 0) await pause(seconds);
    try {
      return await read();
    } catch {
      // The next try may find Excel at leisure.
    }
  }
  return "unknown";
}
