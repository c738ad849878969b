import { StandingRecord, type DocumentSettings } from "../../../src/workbook/record";

/** Settings of a document that several people may have open. */
class Document {
  stored: unknown;

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
        return Promise.resolve();
      },
    };
  }
}

const EMPTY = { release: undefined, day: undefined, onOpen: "ask", refreshing: undefined };

test("a new workbook stands nowhere, and on first use on the release of that day", async () => {
  const document = new Document();
  const record = new StandingRecord(document.open());
  expect(record.read()).toEqual(EMPTY);
  await record.begin("R1");
  await record.begin("R2");
  expect(record.read()).toEqual({ ...EMPTY, release: "R1" });
  expect(new StandingRecord(document.open()).read().release).toBe("R1");
});

test("the release that somebody else began with counts", async () => {
  const document = new Document();
  const [one, two] = [new StandingRecord(document.open()), new StandingRecord(document.open())];
  await one.begin("R1");
  await two.begin("R2");
  expect([one.read().release, two.read().release]).toEqual(["R1", "R1"]);
});

test("a pin is set and taken away, and listeners hear of it", async () => {
  const record = new StandingRecord(new Document().open());
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
  ["a later version", { version: 9, release: "R1", day: "2026-03-01", more: {} }, { ...EMPTY, release: "R1", day: "2026-03-01" }],
])("settings that hold %s are read as far as they go", (_name, stored, read) => {
  const document = new Document();
  document.stored = stored;
  expect(new StandingRecord(document.open()).read()).toEqual(read);
});

test("what a later version wrote stays", async () => {
  const document = new Document();
  document.stored = { version: 9, release: "R1", more: { a: 1 } };
  await new StandingRecord(document.open()).change({ release: "R2" });
  expect(document.stored).toMatchObject({ version: 9, release: "R2", more: { a: 1 } });
});
