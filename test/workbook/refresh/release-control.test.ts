/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { Channel } from "../../../src/update";
import { ReleaseControl, type ReleaseControlOptions } from "../../../src/workbook/refresh/release-control";
import { published, secondRelease } from "../../update/releases";
import { decide } from "../office/office";
import { openBench, type Bench } from "./bench";

let bench: Bench;
let options: ReleaseControlOptions;
let releases: ReleaseControl;
let offered: object;

beforeEach(async () => {
  bench = await openBench();
  await bench.enter("A1", [['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2012)']]);
  offered = published(secondRelease()).notice;
  const fetch = () => Promise.resolve({ ok: true, text: () => Promise.resolve(JSON.stringify(offered)) } as Response);
  const channel = new Channel({
    base: "https://data.example/",
    current: () => bench.session().dataset,
    addinVersion: "0.1.0",
    fetch,
    digester: crypto.subtle,
  });
  options = {
    standing: bench.standing,
    channel,
    refresher: bench.refresher,
    session: bench.session,
    now: () => new Date(2026, 11, 2),
  };
  releases = new ReleaseControl(options);
});

const shown = async () => (await bench.values("A1:B1"))[0];
const OLD = 67330000000;
const NEW = 67500000000;

test("a move is looked at, made and taken back", async () => {
  expect(releases.state).toMatchObject({
    standing: { release: "R1" },
    newest: { id: "R2" },
    busy: undefined,
    comparison: undefined,
    canUndo: false,
  });
  await releases.compare("refresh");
  expect(releases.state.comparison).toMatchObject({
    move: "refresh",
    from: { release: "R1" },
    to: { release: "R2" },
    changed: [{ address: "Sheet1!A1" }],
  });
  await releases.move({ mark: true });
  expect(releases.state).toMatchObject({
    standing: { release: "R2" },
    outcome: { kind: "done", cells: 1 },
    comparison: undefined,
    canUndo: true,
    fault: undefined,
  });
  expect((await shown())![0]).toBe(NEW);
  await releases.undo();
  expect(releases.state).toMatchObject({ standing: { release: "R1" }, outcome: { kind: "done" }, canUndo: false });
  expect((await shown())![0]).toBe(OLD);
  expect((await releases.log()).map(({ what }) => what)).toEqual(["refresh", "undo"]);
});

test("a workbook that rests on data which are not here is never moved, and keeps what it shows", async () => {
  const before = await shown();
  await bench.standing.change({ release: "R1+acme.1", address: "https://data.acme.example/" });
  await releases.compare("refresh");
  expect(releases.state.fault).toMatchObject({
    fault: "lacking",
    message: expect.stringMatching(/acme added \(R1\+acme\.1, https:\/\/data\.acme\.example\/\)/),
  });
  const outcomes = [
    await bench.refresher.refresh({ release: "R2" }),
    await bench.refresher.refresh({ release: "R1" }, { tables: "workbook" }),
    await bench.refresher.catchUp({ from: { release: "R1" }, to: { release: "R1+acme.1" } }),
  ];
  expect(outcomes.map(({ kind, fault }) => [kind, (fault as { fault: string }).fault])).toEqual(
    Array(3).fill(["unchanged", "lacking"]),
  );
  expect([await shown(), bench.standing.read().release]).toEqual([before, "R1+acme.1"]);
});

test("once the workbook was opened again, its log knows the way back, which is looked at first", async () => {
  await releases.compare("refresh");
  await releases.move({});
  const again = new ReleaseControl(options);
  expect(again.state.earlier).toBeUndefined();
  await again.look();
  expect(again.state).toMatchObject({ earlier: { release: "R1" }, canUndo: false });
  await again.compare("back");
  expect(again.state.comparison).toMatchObject({
    move: "back",
    to: { release: "R1" },
    changed: [{ address: "Sheet1!A1", old: NEW, new: OLD }],
  });
  await again.move({});
  expect([(await shown())![0], again.state.standing.release]).toEqual([OLD, "R1"]);
  expect((await again.log()).map(({ what }) => what)).toEqual(["refresh", "undo"]);
  // Forth again is a refresh, not a way back.
  const third = new ReleaseControl(options);
  await third.look();
  expect(third.state.earlier).toBeUndefined();
});

test("a pin and its end are moves as well", async () => {
  await releases.compare("pin", "2001-01-01");
  await releases.move({});
  expect(releases.state.standing).toMatchObject({ release: "R1", day: "2001-01-01" });
  expect((await shown())![0]).toEqual({ error: "#N/A" });
  await releases.compare("unpin");
  expect(releases.state.comparison?.changed).toHaveLength(2);
  await releases.move({});
  expect([(await shown())![0], releases.state.standing.day]).toEqual([OLD, undefined]);
});

test("what would change goes on a sheet", async () => {
  expect(await releases.export()).toBeUndefined();
  await releases.compare("refresh");
  expect(await releases.export()).toMatchObject({ kind: "written", place: { sheet: "Changes" } });
});

test("a sheet that broke off on the way is said to be half-way, and written again it is whole", async () => {
  await releases.compare("refresh");
  let messages = 0;
  decide(() => (messages++, "arrives"));
  await releases.export();
  const whole = async () => (await bench.values("Changes!A1:H7")).map((row) => row.map(String));
  const written = await whole();
  const seen = new Set<string>();
  for (let at = 0; at < messages; at++) {
    let sent = 0;
    decide(() => (sent++ >= at ? "lost" : "arrives"));
    const outcome = await releases.export();
    const { fault } = releases.state;
    // The last message only takes the claim away: by then all is written.
    if (at === messages - 1) expect([outcome?.kind, fault]).toEqual(["written", undefined]);
    else {
      expect(outcome).toBeUndefined();
      seen.add(fault === "canceled" || fault === undefined ? String(fault) : fault.fault);
    }
    decide(() => "arrives");
    expect(await releases.export()).toMatchObject({ kind: "written" });
    expect(await whole()).toEqual(written);
  }
  expect([...seen].sort()).toEqual(["failed", "halfway"]);
});

test("a refresh that was left unfinished is completed", async () => {
  await bench.standing.change({ refreshing: { from: { release: "R1" }, to: { release: "R2" } }, release: "R2" });
  await releases.move({});
  expect([releases.state.outcome?.kind, (await shown())![0]]).toEqual(["done", NEW]);
});

describe("somebody else who has the workbook open moves it", () => {
  const elsewhere = async (settings: object) => {
    bench.workbook.settings.set("orebook", JSON.stringify(settings));
    await releases.look();
  };

  test("it is told, no cell is touched unasked, and then exactly those follow that do not show it yet", async () => {
    bench.computed();
    await elsewhere({ version: 1, release: "R2" });
    expect(releases.state).toMatchObject({
      standing: { release: "R2" },
      movedElsewhere: { from: { release: "R1" }, to: { release: "R2" } },
    });
    expect([bench.computed(), (await shown())![0]]).toEqual([{}, OLD]);
    await releases.catchUp();
    expect(releases.state).toMatchObject({
      outcome: { kind: "done", cells: 1 },
      movedElsewhere: undefined,
      canUndo: false,
    });
    expect([bench.computed(), (await shown())![0]]).toEqual([{ '=METALS.IMPORTS("copper",2024)': 1 }, NEW]);
    expect(await releases.log()).toEqual([]);
  });

  test("cells that Excel brought over already are left alone", async () => {
    await elsewhere({ version: 1, release: "R2" });
    await bench.enter("A1", [['=METALS.IMPORTS("copper",2024)']]);
    bench.computed();
    await releases.catchUp();
    expect([bench.computed(), releases.state.outcome?.cells]).toEqual([{}, 0]);
  });

  test("what was compared or could be undone before is no longer offered", async () => {
    await releases.compare("refresh");
    await releases.move({});
    await elsewhere({ version: 1, release: "R2", day: "2026-11-22" });
    expect(releases.state).toMatchObject({ comparison: undefined, canUndo: false });
  });

  test("a connection that fails on the way leaves it to be caught up with", async () => {
    await elsewhere({ version: 1, release: "R2" });
    decide(() => "lost");
    await releases.catchUp();
    expect(releases.state).toMatchObject({ outcome: { kind: "unchanged" }, movedElsewhere: { to: { release: "R2" } } });
    decide(() => "arrives");
    await releases.catchUp();
    expect([(await shown())![0], releases.state.movedElsewhere]).toEqual([NEW, undefined]);
  });
});

test("colours are taken away also when the workbook was opened again in between", async () => {
  await releases.compare("refresh");
  await releases.move({ mark: true });
  expect(releases.state.isMarked).toBe(true);
  const again = new ReleaseControl(options);
  expect(again.state.isMarked).toBe(false);
  await again.look();
  expect(again.state.isMarked).toBe(true);
  await again.unmark();
  expect(again.state.isMarked).toBe(false);
  await releases.look();
  expect(releases.state.isMarked).toBe(false);
});

test("one thing at a time, told as it goes on, and stopped when asked", async () => {
  const told: (string | undefined)[] = [];
  const end = releases.onChange(() => told.push(releases.state.busy?.what));
  const first = releases.compare("refresh");
  const second = releases.compare("unpin");
  releases.cancel();
  await Promise.all([first, second]);
  end();
  expect(releases.state).toMatchObject({ comparison: undefined, fault: "canceled", busy: undefined });
  expect(told[0]).toBe("comparing");
  expect(told.at(-1)).toBeUndefined();
});

test("what Excel refuses is told and nothing is lost", async () => {
  decide(() => "lost");
  await releases.compare("refresh");
  expect(releases.state.fault).toMatchObject({ name: "WorkbookError" });
  decide(() => "arrives");
  await releases.compare("refresh");
  decide(() => "lost");
  await releases.move({});
  expect(releases.state).toMatchObject({
    outcome: { kind: "unchanged" },
    canUndo: false,
    fault: { name: "WorkbookError" },
  });
});
