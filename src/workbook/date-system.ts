import { guarded, WorkbookError } from "../sheets/workbook-error";

/** What the first day of the year 2000 is in each system. */
const SYSTEMS: Readonly<Record<number, 1900 | 1904>> = { 36526: 1900, 35064: 1904 };

/** Has Excel compute a date, for no member of its object model says which year a workbook counts its dates from. */
export function readDateSystem(): Promise<1900 | 1904> {
  return guarded(() =>
    Excel.run(async (context) => {
      const day = context.workbook.functions.date(2000, 1, 1).load("value");
      await context.sync();
      const system = SYSTEMS[day.value];
      if (!system) throw new WorkbookError("failed", `DATE(2000,1,1) is ${day.value}`);
      return system;
    }),
  );
}
