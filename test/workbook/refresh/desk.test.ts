/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { Channel } from "../../../src/update";
import { ReleaseDesk } from "../../../src/workbook/refresh";
import { published, secondRelease } from "../../update/releases";
import { decide } from "../office/office";
import { openBench, type Bench } from "./bench";

let bench: Bench;
let desk: ReleaseDesk;
let offered: object;

beforeEach(async () => {
  bench = await openBench();
  await bench.enter("A1", [['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2012)']]);
  offered = published(secondRelease()).notice;
  const fetch = () => Promise.resolve({ ok: true, text: () => Promise.resolve(JSON.stringify(offered)) } as Response);
  const channel = new Channel({ base: "https://data.example/", current: () => bench.session().dataset, addinVersion: "0.1.0", fetch, digester: crypto.subtle });
  desk = new ReleaseDesk({ standing: bench.standing, channel, refresher: bench.refresher, session: bench.session, now: () => new Date(2026, 11, 2) });
});

const shown = async () => (await bench.values("A1:B1"))[0];
const OLD = 67330000000;
const NEW = 67500000000;

test("a move is looked at, made and taken back", async () => {
  expect(desk.state).toMatchObject({ standing: { release: "R1" }, newest: { id: "R2" }, busy: undefined, comparison: undefined, canUndo: false });
  await desk.compare("refresh");
  expect(desk.state.comparison).toMatchObject({ move: "refresh", from: { release: "R1" }, to: { release: "R2" }, changed: [{ address: "Sheet1!A1" }] });
  await desk.move({ mark: true });
  expect(desk.state).toMatchObject({ standing: { release: "R2" }, outcome: { kind: "done", cells: 1 }, comparison: undefined, canUndo: true, fault: undefined });
  expect((await shown())![0]).toBe(NEW);
  await desk.undo();
  expect(desk.state).toMatchObject({ standing: { release: "R1" }, outcome: { kind: "done" }, canUndo: false });
  expect((await shown())![0]).toBe(OLD);
  expect((await desk.log()).map(({ what }) => what)).toEqual(["refresh", "undo"]);
});

test("a pin and its end are moves as well", async () => {
  await desk.compare("pin", "2001-01-01");
  await desk.move({});
  expect(desk.state.standing).toMatchObject({ release: "R1", day: "2001-01-01" });
  expect((await shown())![0]).toEqual({ error: "#N/A" });
  await desk.compare("unpin");
  expect(desk.state.comparison?.changed).toHaveLength(2);
  await desk.move({});
  expect([(await shown())![0], desk.state.standing.day]).toEqual([OLD, undefined]);
});

test("what would change goes on a sheet", async () => {
  expect(await desk.export()).toBeUndefined();
  await desk.compare("refresh");
  expect(await desk.export()).toMatchObject({ kind: "written", place: { sheet: "Changes" } });
});

describe("the user is asked when the workbook opens", () => {
  test("about a newer release, unless the workbook says never or is pinned", async () => {
    expect(desk.shouldAsk).toBe(true);
    await desk.askOnOpen("never");
    expect([desk.shouldAsk, bench.standing.read().onOpen]).toEqual([false, "never"]);
    await desk.askOnOpen("ask");
    await bench.standing.change({ day: "2026-11-22" });
    expect(desk.shouldAsk).toBe(false);
  });

  test("not when it stands on the newest, but about one that the channel offers", async () => {
    await bench.standing.change({ release: "R2" });
    expect(desk.shouldAsk).toBe(false);
    offered = { ...offered, release: "R3", date: "2026-12-09" };
    await desk.check();
    expect([desk.state.channel.kind, desk.shouldAsk]).toEqual(["offered", true]);
  });

  test("about a refresh that was left unfinished, whatever the workbook says", async () => {
    await bench.standing.change({ onOpen: "never", refreshing: { from: { release: "R1" }, to: { release: "R2" } }, release: "R2" });
    expect(desk.shouldAsk).toBe(true);
    await desk.move({});
    expect([desk.shouldAsk, desk.state.outcome?.kind, (await shown())![0]]).toEqual([false, "done", NEW]);
  });
});

test("one thing at a time, told as it goes on, and stopped when asked", async () => {
  const told: (string | undefined)[] = [];
  const end = desk.onChange(() => told.push(desk.state.busy?.what));
  const first = desk.compare("refresh");
  const second = desk.compare("unpin");
  desk.cancel();
  await Promise.all([first, second]);
  end();
  expect(desk.state).toMatchObject({ comparison: undefined, fault: "canceled", busy: undefined });
  expect(told[0]).toBe("comparing");
  expect(told.at(-1)).toBeUndefined();
});

test("what Excel refuses is told and nothing is lost", async () => {
  decide(() => "lost");
  await desk.compare("refresh");
  expect(desk.state.fault).toMatchObject({ name: "WorkbookError" });
  decide(() => "arrives");
  await desk.compare("refresh");
  decide(() => "lost");
  await desk.move({});
  expect(desk.state).toMatchObject({ outcome: { kind: "unchanged" }, canUndo: false, fault: { name: "WorkbookError" } });
});
