/**
 * Every message of a refresh fails in its turn: lost before Excel saw it, or done and its answer lost; once, or that one
 * and all after it.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import type { CellValue } from "../../../workbench/host/workbook-model";
import { decide, type Fate } from "../office/office";
import { openBench, type Bench } from "./bench";

const R1 = { release: "R1", day: undefined };
const R2 = { release: "R2", day: undefined };

const FORMULAS = [
  '=METALS.IMPORTS("copper",2024)',
  '=METALS.IMPORTS("copper",2012)',
  '=METALS.IMPORTS("copper",2025)',
  '=METALS.IMPORTS("lithium",2024)',
];

async function start(): Promise<{
  bench: Bench;
  old: readonly CellValue[];
  values: () => Promise<readonly CellValue[]>;
}> {
  const bench = await openBench();
  await bench.enter("A1", [FORMULAS]);
  const values = async () => (await bench.values("A1:D1"))[0]!;
  return { bench, values, old: await values() };
}

/** Message number `at` (from 0) meets its fate, and with `persistent` all after it as well. */
function fail(at: number, fate: Fate, persistent: boolean): () => number {
  let sent = 0;
  decide(() => {
    const number = sent++;
    return number === at || (persistent && number > at) ? fate : "arrives";
  });
  return () => sent;
}

let old: readonly CellValue[];
let all: readonly CellValue[];
let messages: number;
beforeAll(async () => {
  const { bench, values, old: before } = await start();
  const sent = fail(Infinity, "arrives", false);
  await bench.refresher.refresh(R2, { mark: true });
  [old, all, messages] = [before, await values(), sent()];
});

test("a refresh has messages to lose", () => {
  expect(messages).toBeGreaterThan(8);
  expect(all).not.toEqual(old);
});

describe.each<[string, Fate, boolean]>([
  ["lost", "lost", false],
  ["done and unanswered", "unanswered", false],
  ["lost, and all after it", "lost", true],
  ["done and unanswered, and all after it", "unanswered", true],
])("each message in turn is %s", (_name, fate, persistent) => {
  test("the outcome says which formulas still show the old value, and a second run completes it", async () => {
    const kinds: string[] = [];
    for (let at = 0; at < messages; at++) {
      const { bench, values } = await start();
      fail(at, fate, persistent);
      const outcome = await bench.refresher.refresh(R2, { mark: true });
      decide(() => "arrives");
      const after = await values();
      const left = new Set(outcome.left.map(({ column }) => column));
      // A formula that is not named as left shows the new value; where nothing was touched, all show the old one.
      if (outcome.kind === "unchanged") expect({ at, after }).toEqual({ at, after: old });
      else
        expect({ at, after: after.filter((_, column) => !left.has(column)) }).toEqual({
          at,
          after: all.filter((_, column) => !left.has(column)),
        });
      if (outcome.kind === "done") expect(bench.standing.read()).toMatchObject({ ...R2, refreshing: undefined });
      else expect(outcome.fault).toMatchObject({ name: "WorkbookError" });

      const again = await bench.refresher.refresh(R2, { mark: true });
      expect({ at, kind: again.kind, left: again.left, values: await values() }).toEqual({
        at,
        kind: "done",
        left: [],
        values: all,
      });
      expect(bench.standing.read()).toMatchObject({ ...R2, refreshing: undefined });
      kinds.push(outcome.kind);
    }
    expect(new Set(kinds)).toContain("unchanged");
    expect(new Set(kinds)).toContain("stopped");
  });

  test("going back completes it as well", async () => {
    for (let at = 0; at < messages; at++) {
      const { bench, values } = await start();
      fail(at, fate, persistent);
      await bench.refresher.refresh(R2);
      decide(() => "arrives");
      await bench.standing.reread();
      const outcome = await bench.refresher.undo({ from: R1, to: R2 });
      expect({ at, kind: outcome.kind, values: await values() }).toEqual({ at, kind: "done", values: old });
      expect(bench.standing.read()).toMatchObject({ ...R1, refreshing: undefined });
    }
  });
});

describe("a refresh that is canceled", () => {
  test("before the workbook stands anew leaves it as it was", async () => {
    const { bench, values } = await start();
    const cancel = new AbortController();
    cancel.abort();
    expect(await bench.refresher.refresh(R2, {}, { signal: cancel.signal })).toMatchObject({
      kind: "unchanged",
      fault: "canceled",
    });
    expect([await values(), bench.standing.read().release]).toEqual([old, "R1"]);
  });

  test("after that says what is left, and is taken up again", async () => {
    const { bench, values } = await start();
    const cancel = new AbortController();
    bench.standing.onChange(({ refreshing }) => refreshing && cancel.abort());
    const outcome = await bench.refresher.refresh(R2, {}, { signal: cancel.signal });
    expect(outcome).toMatchObject({ kind: "stopped", fault: "canceled" });
    expect(outcome.left.map(({ address }) => address)).toEqual(["Sheet1!A1", "Sheet1!C1", "Sheet1!D1"]);
    expect(bench.refresher.unfinished).toEqual({ from: R1, to: R2 });
    expect(await bench.refresher.resume()).toMatchObject({ kind: "done" });
    expect([await values(), bench.refresher.unfinished]).toEqual([all, undefined]);
  });
});
