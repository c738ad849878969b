/** @jest-environment jsdom */
import type { Job } from "../../../../src/sheets/job";
import { WorkbookError } from "../../../../src/sheets/workbook-error";
import { running, runningTexts } from "../../../../src/taskpane/workbook/progress/running";

afterEach(() => jest.useRealTimers());

function start() {
  const said: string[] = [];
  const busy: boolean[] = [];
  const work = running(runningTexts.en, { say: ({ text }) => said.push(text), busy: (isBusy) => busy.push(isBusy) });
  return {
    work,
    said,
    busy,
    bar: work.element.querySelector("progress")!,
    stop: work.element.querySelector("button")!,
  };
}

test("a bar comes after half a second, a way out after two", async () => {
  jest.useFakeTimers();
  const { work, bar, stop } = start();
  let job: Job = {};
  let end = () => undefined as void;
  const done = work.run((given) => {
    job = given;
    return new Promise<void>((resolve) => (end = resolve));
  });
  jest.advanceTimersByTime(499);
  expect(work.element.hidden).toBe(true);
  jest.advanceTimersByTime(1);
  job.onProgress!({ done: 1, total: 4 });
  expect([work.element.hidden, stop.hidden, bar.value, bar.getAttribute("aria-label")]).toEqual([
    false,
    true,
    0.25,
    "25 %",
  ]);
  jest.advanceTimersByTime(1500);
  expect(stop.hidden).toBe(false);
  end();
  await done;
  expect([work.element.hidden, stop.hidden, work.isBusy]).toEqual([true, true, false]);
});

test("the way out cancels, and that is said", async () => {
  const { work, said, stop, busy } = start();
  const done = work.run(
    ({ signal }) =>
      new Promise((_, reject) => signal!.addEventListener("abort", () => reject(signal!.reason as Error))),
  );
  stop.click();
  expect(await done).toBeUndefined();
  expect([said, busy]).toEqual([["Cancelled. Nothing was changed."], [true, false]]);
});

test("when Excel does not answer even then, the way out leads out, and that is said", async () => {
  jest.useFakeTimers();
  const { work, said, stop } = start();
  const done = work.run(() => new Promise(() => undefined));
  stop.click();
  await jest.advanceTimersByTimeAsync(4999);
  expect(work.isBusy).toBe(true);
  await jest.advanceTimersByTimeAsync(1);
  expect([await done, said, work.isBusy]).toEqual([
    undefined,
    ["Excel does not answer. It may still do what it was asked for: look at the workbook before you go on."],
    false,
  ]);
});

test("one piece of work at a time", async () => {
  const { work } = start();
  const first = work.run(() => Promise.resolve(1));
  expect([await work.run(() => Promise.resolve(2)), await first, await work.run(() => Promise.resolve(3))]).toEqual([
    undefined,
    1,
    3,
  ]);
});

test.each([
  [new WorkbookError("editing"), "A cell is being edited. Press Enter there, then try again."],
  [
    new WorkbookError("failed", "The request is too large."),
    "Excel could not do it: The request is too large. Nothing was changed.",
  ],
  [new Error("Unexpected"), "Excel could not do it: Unexpected. Nothing was changed."],
])("%s is said in words", async (error, text) => {
  const { work, said } = start();
  await work.run(() => Promise.reject(error));
  expect(said).toEqual([text]);
});

test("of several who wait until nothing runs, each begins when the one before has ended", async () => {
  const { work } = start();
  const begun: number[] = [];
  const done = new Promise<void>((resolve) => {
    void work.run(() => Promise.resolve(begun.push(1)));
    work.inTurn(async () => void (await work.run(() => Promise.resolve(begun.push(2)))));
    work.inTurn(async () => void begun.push(3));
    work.inTurn(async () => {
      await work.run(() => Promise.resolve(begun.push(4)));
      resolve();
    });
  });
  await done;
  expect(begun).toEqual([1, 2, 3, 4]);
});
