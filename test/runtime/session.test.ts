/** The one session of the runtime: it answers as the workbook stands, wherever that is and whoever moved it. */
import { gzipSync } from "node:zlib";
import { createCaller, type Session } from "../../src/functions";
import { SessionLoader } from "../../src/runtime/session";
import type { DateSystem } from "../../src/query/period/date-system";
import { EMPTY_RECORD, StandingRecord, type DocumentRecord, type DocumentSettings } from "../../src/sheets/record";
import { firstRelease } from "../fixtures/compiled";
import { published, secondRelease, withOverlay, type Published } from "../update/releases";

const BASE = "https://data.example/";
const PLAIN = `${BASE}bundled.json`;
const BUNDLED = `${PLAIN}.gz`;
const OLD = 67330000000;
const NEW = 67500000000;

let second: Published;
/** What the web server holds, by address. */
let server: Map<string, unknown>;
let stored: unknown;
let record: StandingRecord;
/** What the file remembers. */
let remembered: DocumentRecord;
const plainFetch = globalThis.fetch;

beforeAll(() => {
  second = published(secondRelease());
  Object.assign(globalThis, { __ADDIN_VERSION__: "0.1.0", __FUNCTION_NAMESPACE__: "" });
  Object.defineProperty(globalThis, "navigator", { value: { language: "en-US" }, configurable: true });
});

beforeEach(() => {
  server = new Map<string, unknown>([
    [BUNDLED, packed(firstRelease())],
    [`${BASE}latest.json`, second.notice],
    [`${BASE}${second.notice.file}`, second.bytes],
  ]);
  globalThis.fetch = ((address: string) => {
    const content = server.get(address);
    if (content === undefined) return Promise.resolve(new Response("", { status: 404, statusText: "Not Found" }));
    return Promise.resolve(
      new Response(content instanceof Uint8Array ? (content as Uint8Array<ArrayBuffer>) : JSON.stringify(content)),
    );
  }) as typeof fetch;
  stored = undefined;
});

afterAll(() => {
  globalThis.fetch = plainFetch;
});

const packed = (file: unknown) => gzipSync(JSON.stringify(file));

function open(settings?: unknown, dates: Promise<DateSystem> = Promise.resolve(1900)): SessionLoader {
  stored = settings;
  let memory = settings;
  const document: DocumentSettings = {
    get: () => memory,
    refresh: async () => void (memory = stored),
    save: async (value) => void (stored = memory = value),
    onSavedElsewhere: () => undefined,
  };
  remembered = EMPTY_RECORD;
  record = new StandingRecord(document, {
    read: async () => remembered,
    write: async (standing) => void (remembered = { ...remembered, standing }),
  });
  return new SessionLoader({ bundled: PLAIN, channel: BASE, standing: Promise.resolve(record), dates });
}

/** Somebody else moves the workbook. */
async function elsewhere(settings: unknown): Promise<void> {
  stored = settings;
  await record.reread();
}

const copper = (session: Session | undefined): unknown =>
  session && createCaller(session).call("METALS.IMPORTS", ["copper", 2024]);
const settled = async (until: () => boolean): Promise<void> => {
  while (!until()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test("a workbook that is only looked at notes nothing; the first use notes the release it was answered from", async () => {
  const sessions = open();
  await sessions.load();
  expect(stored).toBeUndefined();
  sessions.used();
  await settled(() => stored !== undefined);
  expect(stored).toMatchObject({ release: "R1" });
});

test("messages are in the language that Office shows, fetched with the data", async () => {
  Object.defineProperty(globalThis, "navigator", { value: { language: "zh-CN" }, configurable: true });
  const session = await open().load();
  Object.defineProperty(globalThis, "navigator", { value: { language: "en-US" }, configurable: true });
  expect(session.language).toBe("zh");
  expect(() => createCaller(session).call("METALS.IMPORTS", ["coppr", 2024])).toThrow("不认识“coppr”");
});

test("a newer release that is fetched changes no answer and tells of no other standing", async () => {
  const sessions = open({ release: "R1" });
  await sessions.load();
  expect(await (await sessions.channel()).fetch()).toMatchObject({ kind: "ready" });
  expect([
    sessions.arrival.now!.dataset.release,
    sessions.arrival.now!.standing.release,
    copper(sessions.arrival.now),
  ]).toEqual(["R2", "R1", OLD]);
});

describe("a workbook on what an organisation added", () => {
  const overlaid = withOverlay(firstRelease(), "R1+acme.1");

  test("notes where it is published, and is answered with it", async () => {
    server.set(BUNDLED, packed(overlaid));
    const sessions = open();
    await sessions.load();
    sessions.used();
    await settled(() => (stored as { address?: string } | undefined)?.address !== undefined);
    expect(stored).toMatchObject({ release: "R1+acme.1", address: "https://data.acme.example/" });
    expect(copper(sessions.arrival.now)).toBe(OLD);
    expect(stored).toMatchObject({ added: { release: "R1+acme.1", subjects: [] } });
    await record.change({ day: "2026-11-22" });
    expect(record.read()).toMatchObject({ release: "R1+acme.1", address: "https://data.acme.example/" });
  });

  test("is answered by ours where the add-in does not have it, and told where it is", async () => {
    const sessions = open({ release: "R1+acme.1", address: "https://data.acme.example/" });
    const session = await sessions.load();
    expect(copper(session)).toBe(OLD);
    expect(() => createCaller(session).call("METALS.IMPORTS", ["copper", 1999])).toThrow(
      /acme added, which this add-in does not have; they are at https:\/\/data\.acme\.example\/\./,
    );
    expect(stored).toEqual({ release: "R1+acme.1", address: "https://data.acme.example/" });
  });

  test("is answered with it once the channel has it", async () => {
    const { notice, bytes } = published(overlaid);
    server.set(`${BASE}latest.json`, notice);
    server.set(`${BASE}${notice.file}`, bytes);
    const session = await open({ release: "R1+acme.1" }).load();
    expect(session.dataset.release).toBe("R1+acme.1");
  });
});

test("two add-ins of different age give a workbook the same numbers", async () => {
  const older = open({ release: "R2" });
  const fetched = copper(await older.load());
  server.set(BUNDLED, packed(secondRelease()));
  expect([fetched, copper(await open({ release: "R2" }).load()), copper(await open({ release: "R1" }).load())]).toEqual(
    [NEW, NEW, OLD],
  );
});

test("the session follows the workbook at once, and whoever listens hears it", async () => {
  server.set(BUNDLED, packed(secondRelease()));
  const sessions = open({ release: "R1" });
  await sessions.load();
  const told: unknown[] = [];
  sessions.arrival.onChange((session) => told.push([session?.standing.release, session?.standing.day]));
  await record.change({ release: "R2" });
  expect(copper(sessions.arrival.now)).toBe(NEW);
  await record.change({ day: "2026-11-22" });
  expect([told, copper(sessions.arrival.now)]).toEqual([
    [
      ["R2", undefined],
      ["R2", "2026-11-22"],
    ],
    OLD,
  ]);
});

test("a release that somebody else moved the workbook to is fetched", async () => {
  const sessions = open({ release: "R1" });
  await sessions.load();
  await elsewhere({ release: "R2" });
  await settled(() => sessions.arrival.now?.standing.release === "R2");
  expect(copper(sessions.arrival.now)).toBe(NEW);
});

test("one that cannot be had leaves nothing answered from another release, until it can be had", async () => {
  const sessions = open({ release: "R1" });
  await sessions.load();
  server.delete(`${BASE}latest.json`);
  await elsewhere({ release: "R2" });
  await settled(() => sessions.arrival.now === undefined);
  await expect(sessions.load()).rejects.toThrow("this workbook is on data release R2, and the newest one here is R1");
  server.set(`${BASE}latest.json`, second.notice);
  expect(copper(await sessions.load())).toBe(NEW);
});

test("moved on while a release is on its way, the workbook is answered as it stands at the end", async () => {
  const sessions = open({ release: "R1" });
  await sessions.load();
  await elsewhere({ release: "R2" });
  await elsewhere({ release: "R1" });
  const channel = await sessions.channel();
  await settled(() => channel.state.kind === "ready");
  await new Promise((resolve) => setTimeout(resolve));
  expect([sessions.arrival.now?.standing.release, copper(sessions.arrival.now)]).toEqual(["R1", OLD]);
});

test("without its data nothing starts; the next try does", async () => {
  server.delete(BUNDLED);
  const sessions = open();
  await expect(sessions.load()).rejects.toThrow("the data file could not be fetched (404 Not Found)");
  server.set(BUNDLED, packed(firstRelease()));
  expect(copper(await sessions.load())).toBe(OLD);
});

test("the data are read where a server or the browser unpacked them, and where neither can", async () => {
  server.set(BUNDLED, firstRelease());
  expect(copper(await open().load())).toBe(OLD);
  server.delete(BUNDLED);
  server.set(PLAIN, firstRelease());
  const { DecompressionStream } = globalThis;
  Reflect.deleteProperty(globalThis, "DecompressionStream");
  try {
    expect(copper(await open().load())).toBe(OLD);
  } finally {
    Object.assign(globalThis, { DecompressionStream });
  }
});

test.each([
  ["cut off", (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ["changed on its way", (whole: Buffer) => Buffer.from(whole.map((byte, at) => (at === 5000 ? byte ^ 255 : byte)))],
  ["empty", () => Buffer.alloc(0)],
])("data that arrive %s are called damaged", async (_, damage) => {
  server.set(BUNDLED, damage(packed(firstRelease())));
  await expect(open().load()).rejects.toThrow("the data file arrived damaged");
});

test("what dates count from is unknown until Excel has said, and stays known when the workbook moves", async () => {
  let say!: (system: DateSystem) => void;
  const sessions = open({ release: "R1" }, new Promise<DateSystem>((resolve) => (say = resolve)));
  expect((await sessions.load()).dateSystem).toBe("unknown");
  say(1904);
  await settled(() => sessions.arrival.now?.dateSystem === 1904);
  await elsewhere({ release: "R1", day: "2025-06-30" });
  await settled(() => sessions.arrival.now?.standing.day === "2025-06-30");
  expect(sessions.arrival.now?.dateSystem).toBe(1904);
});
