import { LAYOUT, type ReleaseFile } from "../../src/dataset/format/codec";
import { Dataset } from "../../src/dataset/dataset";
import { viewAt } from "../../src/dataset/view";
import { Channel, Shelf, refusalText, type ChannelState } from "../../src/update";
import { compareVersions, readNotice } from "../../src/update/notice";
import { firstRelease } from "../fixtures/compiled";
import { COPPER, editedRelease, LITHIUM, published, secondRelease, type Published } from "./releases";

const BASE = "https://data.example/orebook";

let current: Dataset;
let second: Published;
beforeAll(() => {
  current = new Dataset(firstRelease());
  second = published(secondRelease());
});

/** A web server as a table from address to answer. */
interface Server {
  notice?: unknown;
  bytes?: Uint8Array<ArrayBuffer>;
  status?: number;
  /** Ends the connection after so many bytes. */
  breaksAfter?: number;
  /** Bytes per piece. */
  piece?: number;
}

const asked: { address: string; cache: string | undefined }[] = [];
beforeEach(() => asked.splice(0));

function channelTo(
  server: Server,
  {
    limit,
    addinVersion = "0.1.0",
    onPiece = () => undefined as void,
  }: { limit?: number; addinVersion?: string; onPiece?: (received: number) => void } = {},
): Channel {
  const fetch = (address: string, { cache, signal }: { cache?: RequestCache; signal?: AbortSignal }) => {
    asked.push({ address, cache });
    signal?.throwIfAborted();
    if (server.status) return Promise.resolve(new Response("", { status: server.status, statusText: "Broken" }));
    if (address.endsWith("/latest.json"))
      return Promise.resolve(
        new Response(typeof server.notice === "string" ? server.notice : JSON.stringify(server.notice)),
      );
    return Promise.resolve(new Response(stream(server, onPiece, signal)));
  };
  return new Channel({
    base: BASE,
    current: () => current,
    addinVersion,
    fetch,
    digester: crypto.subtle,
    ...(limit === undefined ? {} : { limit }),
  });
}

function stream(
  { bytes = second.bytes, breaksAfter = Infinity, piece = 100_000 }: Server,
  onPiece: (sent: number) => void,
  signal: AbortSignal | undefined,
): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      onPiece(sent);
      if (signal?.aborted) return controller.error(signal.reason);
      if (sent >= breaksAfter) return controller.error(new TypeError("connection lost"));
      if (sent >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(sent, sent + piece));
      sent += piece;
    },
  });
}

const reason = (state: ChannelState) =>
  state.kind === "refused" ? [state.refusal.kind, state.refusal.data] : state.kind;

test("a newer release is offered, fetched and ready, and answers for the earlier one as before", async () => {
  const channel = channelTo({ notice: second.notice });
  expect(channel.state).toEqual({ kind: "idle" });
  expect(await channel.check()).toEqual({ kind: "offered", notice: second.notice });
  const state = await channel.fetch();
  expect(state).toMatchObject({ kind: "ready", notice: { release: "R2" } });
  const { dataset } = state as Extract<ChannelState, { kind: "ready" }>;
  const value = (release: string, series: string, period: string) => {
    const view = viewAt(dataset, { release });
    return view.observation(view.catalogue.seriesById(series)!, period)?.value;
  };
  expect([value("R1", COPPER, "2024"), value("R2", COPPER, "2024")]).toEqual(["67.33", "67.5"]);
  expect([value("R1", COPPER, "2025"), value("R2", COPPER, "2025")]).toEqual([undefined, "70"]);
  expect(value("R2", LITHIUM, "2024")).toBe("2.5");
  expect(asked).toEqual([
    { address: `${BASE}/latest.json`, cache: "no-cache" },
    { address: `${BASE}/${second.notice.file}`, cache: "default" },
  ]);
});

test("the release in use may be the latest", async () => {
  const { notice } = published(firstRelease());
  expect(await channelTo({ notice }).check()).toEqual({ kind: "latest" });
});

test("what was fetched is not fetched again", async () => {
  const channel = channelTo({ notice: second.notice });
  const ready = await channel.fetch();
  expect(await channel.check()).toBe(ready);
  expect(await channel.fetch()).toBe(ready);
  expect(asked.filter(({ address }) => address.endsWith(second.notice.file))).toHaveLength(1);
});

test("progress is told from the first byte to the last", async () => {
  const channel = channelTo({ notice: second.notice });
  const told: number[] = [];
  const end = channel.onChange((state) => state.kind === "fetching" && told.push(state.received));
  await channel.fetch();
  end();
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(second.bytes.length);
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

test("a download can be canceled, and taken up again", async () => {
  const cancel = new AbortController();
  const channel = channelTo({ notice: second.notice }, { onPiece: (sent) => sent > 200_000 && cancel.abort() });
  expect(await channel.fetch(cancel.signal)).toEqual({ kind: "offered", notice: second.notice });
  expect(await channelTo({ notice: second.notice }).fetch()).toMatchObject({ kind: "ready" });
});

test("two requests at once do one thing after the other", async () => {
  const channel = channelTo({ notice: second.notice });
  const [one, two] = await Promise.all([channel.fetch(), channel.fetch()]);
  expect(one).toBe(two);
  expect(asked.filter(({ address }) => address.endsWith(second.notice.file))).toHaveLength(1);
});

describe("refused, with the reason, and the release in use stays", () => {
  /** A file as it is, announced as the release that was expected. */
  const later = (change: (file: ReleaseFile) => unknown): Server => {
    const { bytes, notice } = published(change(secondRelease()) as ReleaseFile);
    return { bytes, notice: { ...notice, release: "R2", date: "2026-12-01", minAddin: "0.1.0" } };
  };

  const refused = async (server: Server, options = {}) => {
    const channel = channelTo(server, options);
    const state = await channel.fetch();
    expect(state.kind).toBe("refused");
    expect(current.release).toBe("R1");
    return reason(state) as [string, Record<string, unknown>];
  };

  test("unreachable", async () => {
    expect(await refused({ status: 503 })).toEqual([
      "unreachable",
      { address: `${BASE}/latest.json`, detail: "503 Broken" },
    ]);
  });

  test("a connection lost on the way", async () => {
    expect(await refused({ notice: second.notice, breaksAfter: 200_000 })).toEqual([
      "unreachable",
      { address: `${BASE}/${second.notice.file}`, detail: "connection lost" },
    ]);
  });

  test("truncated", async () => {
    expect(await refused({ notice: second.notice, bytes: second.bytes.slice(0, -10) })).toEqual([
      "truncated",
      { expected: second.bytes.length, received: second.bytes.length - 10 },
    ]);
  });

  test("longer than announced, at the first byte too many", async () => {
    const bytes = new Uint8Array(second.bytes.length * 3);
    bytes.set(second.bytes);
    let sent = 0;
    const server = { notice: second.notice, bytes };
    const [kind, data] = await refused(server, { onPiece: (count: number) => (sent = count) });
    expect([kind, data["limit"]]).toEqual(["oversized", second.bytes.length]);
    expect(sent).toBeLessThan(bytes.length / 2);
  });

  test("larger than any release may be, before it is fetched", async () => {
    expect(await refused({ notice: second.notice }, { limit: 1000 })).toEqual([
      "oversized",
      { bytes: second.bytes.length, limit: 1000 },
    ]);
    expect(asked).toHaveLength(1);
  });

  test("tampered: one byte is enough", async () => {
    const bytes = second.bytes.slice();
    bytes[bytes.length >> 1]! ^= 1;
    const [kind, data] = await refused({ notice: second.notice, bytes });
    expect([kind, data["expected"]]).toEqual(["tampered", second.notice.sha256]);
  });

  test.each<[string, unknown, string]>([
    ["not JSON", "<html>", "not JSON"],
    ["nothing", null, "release"],
    ["a file elsewhere", { file: "../other.json" }, "file"],
    ["a file on another server", { file: "https://evil.example/x.json" }, "file"],
    ["no hash", { sha256: "" }, "sha256"],
    ["a size that is none", { bytes: -1 }, "bytes"],
    ["a date that is none", { date: "yesterday" }, "date"],
  ])("a notice with %s", async (_name, change, detail) => {
    const notice = typeof change === "object" && change !== null ? { ...second.notice, ...change } : change;
    expect(await refused({ notice })).toEqual(["badNotice", { detail }]);
  });

  test("older, by its date", async () => {
    expect(await refused({ notice: { ...second.notice, release: "R0", date: "2026-01-01" } })).toEqual([
      "older",
      { offered: "R0", current: "R1" },
    ]);
  });

  test("older, by its name", async () => {
    current = new Dataset(secondRelease());
    try {
      const { notice } = published(firstRelease());
      const state = await channelTo({ notice }).fetch();
      expect(reason(state)).toEqual(["older", { offered: "R1", current: "R2" }]);
    } finally {
      current = new Dataset(firstRelease());
    }
  });

  test("made for a later add-in", async () => {
    expect(await refused({ notice: { ...second.notice, minAddin: "0.10.0" } }, { addinVersion: "0.9.9" })).toEqual([
      "addinTooOld",
      { needs: "0.10.0", has: "0.9.9" },
    ]);
  });

  test("made for a later add-in, though the notice does not say so", async () => {
    expect(await refused(later((file) => ({ ...file, minAddin: "9.0.0" })))).toEqual([
      "addinTooOld",
      { needs: "9.0.0", has: "0.1.0" },
    ]);
  });

  test("another layout", async () => {
    expect(await refused(later((file) => ({ ...file, schema: LAYOUT + 1 })))).toEqual([
      "schema",
      { found: String(LAYOUT + 1) },
    ]);
  });

  test("another release than announced", async () => {
    expect(await refused(later((file) => ({ ...file, date: "2026-12-31" })))).toEqual([
      "mislabelled",
      { announced: "R2 (2026-12-01)", found: "R2 (2026-12-31)" },
    ]);
  });

  test("no observations", async () => {
    expect(
      await refused(later(({ tables: { observations: _, ...tables }, ...file }) => ({ ...file, tables }))),
    ).toEqual(["unreadable", { detail: "the release has no observations" }]);
  });

  test("an earlier release that is not listed", async () => {
    const renamed = (file: ReleaseFile) => JSON.parse(JSON.stringify(file).replaceAll('"R1"', '"R0"')) as ReleaseFile;
    expect(await refused(later(renamed))).toEqual(["rewritesPast", { release: "R1", what: "it is not listed" }]);
  });

  test("a figure of an earlier release changed in place", async () => {
    const edited = (file: ReleaseFile) =>
      editedRelease(file, (row) =>
        row["series"] === COPPER && row["period"] === "2024" && row["added"] === "R1" ? { ...row, value: "1" } : row,
      );
    expect(await refused(later(edited))).toEqual(["rewritesPast", { release: "R1", what: `${COPPER} 2024` }]);
  });
});

test("every reason has words in both languages that name the release that stays", async () => {
  const state = (await channelTo({ status: 404 }).fetch()) as Extract<ChannelState, { kind: "refused" }>;
  expect(refusalText(state.refusal, "R1", "en")).toBe(
    "https://data.example/orebook/latest.json could not be reached (404 Broken). Data release R1 stays in use.",
  );
  expect(refusalText(state.refusal, "R1", "zh")).toContain("继续使用数据版本 R1");
});

test("without the hash function of the browser nothing is taken", async () => {
  const digester = { digest: () => Promise.reject(new Error("no crypto here")) };
  const fetch = (address: string) =>
    Promise.resolve(new Response(address.endsWith("latest.json") ? JSON.stringify(second.notice) : second.bytes));
  const state = await new Channel({
    base: BASE,
    current: () => current,
    addinVersion: "0.1.0",
    fetch,
    digester,
  }).fetch();
  expect(reason(state)).toEqual(["unreadable", { detail: "no crypto here" }]);
});

test("one of which nothing can be asked is refused", async () => {
  const fetch = (address: string) =>
    Promise.resolve(new Response(address.endsWith("latest.json") ? JSON.stringify(second.notice) : second.bytes));
  const accept = () => {
    throw new Error("two metals are called copper");
  };
  const state = await new Channel({
    base: BASE,
    current: () => current,
    addinVersion: "0.1.0",
    fetch,
    digester: crypto.subtle,
    accept,
  }).fetch();
  expect(reason(state)).toEqual(["unreadable", { detail: "two metals are called copper" }]);
});

describe("the shelf", () => {
  test("rolls back to the release before, unless a workbook needs the newer one", () => {
    const next = new Dataset(secondRelease());
    const shelf = new Shelf(current);
    expect([shelf.newest, shelf.has("R2"), shelf.rollBack("R1")]).toEqual([current, false, false]);
    shelf.put(next);
    shelf.put(next);
    expect([shelf.newest.release, shelf.has("R2"), shelf.has("R1"), shelf.rollBack("R2")]).toEqual([
      "R2",
      true,
      true,
      false,
    ]);
    expect([shelf.rollBack("R1"), shelf.newest.release]).toEqual([true, "R1"]);
  });
});

test("versions are ordered by number", () => {
  expect(
    [compareVersions("0.9.0", "0.10.0"), compareVersions("1.0.0", "1.0.0"), compareVersions("2.0.0", "1.9.9")].map(
      Math.sign,
    ),
  ).toEqual([-1, 0, 1]);
});

test("a notice may say more than is known today", () => {
  expect(readNotice(JSON.stringify({ ...second.notice, mirrors: [] }))).toMatchObject(second.notice);
});
