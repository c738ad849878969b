import type { Session } from "../../src/functions";
import type { DateSystem } from "../../src/query/period/date-system";
import { associateAll } from "../../src/runtime/custom-functions";
import { learnDateSystem } from "../../src/runtime/dates";
import { Arrival } from "../../src/runtime/readiness";
import { readDateSystem } from "../../src/workbook/date-system";
import { sessionOf } from "../fixtures/seeds";
import { openExcel } from "../workbook/excel";

const MARCH_2026_OF_1904 = 46_096 - 1462;

type Called = (...args: unknown[]) => unknown;

/** The functions as Excel would call them. */
function associated(arrival: Arrival<Session>, dates: Promise<unknown>): (id: string) => Called {
  const functions = new Map<string, Called>();
  class ExcelError extends Error {
    constructor(
      readonly code: string,
      message?: string,
    ) {
      super(message);
    }
  }
  Object.assign(globalThis, {
    CustomFunctions: { associate: (id: string, called: Called) => functions.set(id, called), Error: ExcelError },
  });
  associateAll(arrival, dates, () => undefined);
  return (id) => functions.get(id)!;
}

describe("a call with a date", () => {
  test("waits until Excel has said what dates count from; every other answers at once", async () => {
    const arrival = new Arrival<Session>();
    arrival.arrive({ ...sessionOf(), dateSystem: "unknown" });
    let say!: (system: DateSystem) => void;
    const dates = new Promise<DateSystem>((resolve) => (say = resolve));
    const exports = associated(arrival, dates)("REE.EXPORTS");
    expect(exports("magnets", "2026-03")).toBe(5238);
    expect(exports("magnets", 2024)).not.toBeInstanceOf(Promise);
    const waiting = exports("magnets", MARCH_2026_OF_1904);
    expect(waiting).toBeInstanceOf(Promise);
    arrival.arrive({ ...sessionOf(), dateSystem: 1904 });
    say(1904);
    expect(await waiting).toBe(5238);
    expect(exports("magnets", MARCH_2026_OF_1904)).toBe(5238);
  });

  test("is refused, with the reason, where Excel never says it", async () => {
    const arrival = new Arrival<Session>();
    arrival.arrive({ ...sessionOf(), dateSystem: "unknown" });
    const exports = associated(arrival, Promise.resolve("unknown"))("REE.EXPORTS");
    await expect(exports("magnets", MARCH_2026_OF_1904)).rejects.toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("1900 or 1904") as string,
    });
  });
});

test.each([1900, 1904] as const)("Excel is asked, and a workbook of %i is told", async (system) => {
  openExcel().workbook.dateSystem = system;
  expect(await learnDateSystem(readDateSystem)).toBe(system);
});

test("an Excel that does not answer is asked again a few times, and not for ever", async () => {
  const pauses: number[] = [];
  const pause = (seconds: number) => Promise.resolve(void pauses.push(seconds));
  let asked = 0;
  const busyTwice = () => (++asked < 3 ? Promise.reject(new Error("busy")) : Promise.resolve(1904 as const));
  expect(await learnDateSystem(busyTwice, pause)).toBe(1904);
  expect([asked, pauses.length]).toEqual([3, 2]);
  expect(await learnDateSystem(() => Promise.reject(new Error("busy")), pause)).toBe("unknown");
});
