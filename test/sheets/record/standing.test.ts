import {
  EMPTY_RECORD,
  StandingRecord,
  type DocumentRecord,
  type DocumentSettings,
  type FileMemory,
} from "../../../src/sheets/record";

/** Settings of a document that several people may have open. */
class Document {
  stored: unknown;
  record: DocumentRecord = EMPTY_RECORD;
  readonly memory: FileMemory = {
    read: () => Promise.resolve(this.record),
    write: (standing) => Promise.resolve(void (this.record = { ...this.record, standing })),
  };
  private readonly others = new Set<() => void>();

  /** The workbook in one more Excel. */
  standing(settings = this.open()): StandingRecord {
    return new StandingRecord(settings, this.memory);
  }

  open(): DocumentSettings {
    let memory = this.stored;
    return {
      get: () => memory,
      refresh: () => {
        memory = this.stored;
        return Promise.resolve();
      },
      save: (value) => {
        this.stored = memory = JSON.parse(JSON.stringify(value));
        for (const tell of this.others) tell();
        return Promise.resolve();
      },
      onSavedElsewhere: (listener) => void this.others.add(listener),
    };
  }
}

const EMPTY = { release: undefined, day: undefined, onOpen: "ask", refreshing: undefined };

test("a new workbook stands nowhere, and on first use on the release of that day", async () => {
  const document = new Document();
  const record = document.standing();
  expect(record.read()).toEqual(EMPTY);
  await record.begin("R1");
  await record.begin("R2");
  expect(record.read()).toEqual({ ...EMPTY, release: "R1" });
  expect(document.standing().read().release).toBe("R1");
});

test("the release that somebody else began with counts", async () => {
  const document = new Document();
  const [one, two] = [document.standing(), document.standing()];
  await one.begin("R1");
  await two.begin("R2");
  expect([one.read().release, two.read().release]).toEqual(["R1", "R1"]);
});

test("a pin is set and taken away, and listeners hear of it", async () => {
  const record = new Document().standing();
  const heard: unknown[] = [];
  const end = record.onChange(({ day }) => heard.push(day));
  await record.change({ release: "R1", day: "2026-03-01", onOpen: "never" });
  await record.change({ day: undefined });
  end();
  await record.change({ day: "2026-04-01" });
  expect(heard).toEqual(["2026-03-01", undefined]);
  expect(record.read()).toEqual({ ...EMPTY, release: "R1", day: "2026-04-01", onOpen: "never" });
});

test.each<[string, unknown, object]>([
  ["a text", "R1", EMPTY],
  ["a list", ["R1"], EMPTY],
  ["null", null, EMPTY],
  ["wrong kinds", { release: 1, day: "soon", onOpen: "always", refreshing: true }, EMPTY],
  ["half a refresh", { release: "R1", refreshing: { from: { release: "R1" } } }, { ...EMPTY, release: "R1" }],
  [
    "a later version",
    { version: 9, release: "R1", day: "2026-03-01", more: {} },
    { ...EMPTY, release: "R1", day: "2026-03-01" },
  ],
])("settings that hold %s are read as far as they go", (_name, stored, read) => {
  const document = new Document();
  document.stored = stored;
  expect(document.standing().read()).toEqual(read);
});

test("what a later version wrote stays", async () => {
  const document = new Document();
  document.stored = { version: 9, release: "R1", more: { a: 1 } };
  await document.standing().change({ release: "R2" });
  expect(document.stored).toMatchObject({ version: 9, release: "R2", more: { a: 1 } });
});

describe("somebody else who has the workbook open", () => {
  const two = async () => {
    const document = new Document();
    const [mine, theirs] = [document.standing(), document.standing()];
    await mine.change({ release: "R1" });
    await theirs.reread();
    return { mine, theirs };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  test("moves it: that is noticed at once, told apart from own changes, and kept until it is settled", async () => {
    const { mine, theirs } = await two();
    const heard: unknown[] = [];
    mine.onChange(({ release, day }, by) => heard.push([release, day, by]));
    mine.watch();
    await theirs.change({ release: "R2", refreshing: { from: { release: "R1" }, to: { release: "R2" } } });
    await theirs.change({ refreshing: undefined });
    await theirs.change({ day: "2026-03-01" });
    await settled();
    expect(heard).toEqual([
      ["R2", undefined, "elsewhere"],
      ["R2", undefined, "elsewhere"],
      ["R2", "2026-03-01", "elsewhere"],
    ]);
    expect(mine.movedElsewhere).toEqual({
      from: { release: "R1", day: undefined },
      to: { release: "R2", day: "2026-03-01" },
    });
    expect(theirs.movedElsewhere).toBeUndefined();
    mine.settleMoved();
    expect(mine.movedElsewhere).toBeUndefined();
  });

  test("moves it and back: there is nothing to catch up with", async () => {
    const { mine, theirs } = await two();
    await theirs.change({ release: "R2" });
    await mine.reread();
    await theirs.change({ release: "R1" });
    await mine.reread();
    expect(mine.movedElsewhere).toBeUndefined();
  });

  test("notes its first release, or how it asks: that moves nothing", async () => {
    const document = new Document();
    const [mine, theirs] = [document.standing(), document.standing()];
    await theirs.change({ release: "R1", onOpen: "never" });
    await mine.reread();
    expect([mine.movedElsewhere, mine.read().release]).toEqual([undefined, "R1"]);
  });

  test("is not who wrote what this Excel wrote and never answered", async () => {
    const document = new Document();
    const settings = document.open();
    const record = document.standing({
      ...settings,
      save: async (value) => Promise.reject(new Error(`no answer to ${JSON.stringify((document.stored = value))}`)),
    });
    document.stored = { release: "R1" };
    await record.reread();
    const heard: unknown[] = [];
    record.onChange(({ release }, by) => heard.push([release, by]));
    await expect(record.change({ release: "R2" })).rejects.toThrow("no answer");
    await record.reread();
    expect([heard, record.movedElsewhere]).toEqual([[["R2", "here"]], undefined]);
  });
});

test("what is read while a change is on its way does not undo it", async () => {
  const document = new Document();
  const settings = document.open();
  const slow = {
    ...settings,
    save: async (value: unknown) => {
      await new Promise((resolve) => setTimeout(resolve));
      await settings.save(value);
    },
  };
  const record = document.standing(slow);
  const [changed, reread] = await Promise.all([record.change({ release: "R1" }), record.reread()]);
  expect([changed.release, reread.release]).toEqual(["R1", "R1"]);
});
