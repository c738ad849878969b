/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { documentSettings } from "../../../src/workbook/record/settings";
import { fileMemory } from "../../../src/workbook/record/memory";
import { changeRecord, readRecord } from "../../../src/workbook/record/part";
import { StandingRecord, type DocumentRecord } from "../../../src/sheets/record";
import { NAMESPACE, toXml } from "../../../src/sheets/record/document-record";
import type { ExcelHost } from "../../../workbench/host/excel-host";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import type { Workbook } from "../../../workbench/host/workbook-model";
import { decide, openWorkbook } from "../office/office";

let workbook: Workbook;
let host: ExcelHost;
beforeEach(async () => {
  workbook = createMemoryWorkbook();
  host = await openWorkbook(workbook);
  await documentSettings().refresh();
});

const RECORD: DocumentRecord = {
  tables: [
    {
      id: "a1",
      recipe: "quotas",
      arguments: { item: '稀土 <&> "x" \']]>', from: "2012" },
      language: "zh",
      mode: "values",
      standing: { release: "R1", day: undefined },
      rows: 9,
      columns: 3,
    },
  ],
  log: [
    {
      at: "2026-12-01T08:00:00.000Z",
      what: "refresh",
      from: { release: "R1", day: undefined },
      to: { release: "R2", day: undefined },
      cells: 3,
      tables: ["Quotas"],
      left: [],
    },
  ],
};

const read = () => Excel.run(readRecord);
const write = (record: DocumentRecord) => changeRecord(() => record);
const standingRecord = () => new StandingRecord(documentSettings(), fileMemory());

describe("what the document remembers", () => {
  test("is nothing at first", async () => {
    expect(await read()).toEqual({ tables: [], log: [] });
  });

  test("comes back as it was written, whatever it holds", async () => {
    await write(RECORD);
    expect(await read()).toEqual(RECORD);
    await write({ ...RECORD, tables: [] });
    expect(await read()).toEqual({ ...RECORD, tables: [] });
    expect(workbook.xmlParts.list()).toHaveLength(1);
  });

  test("is whole when two people began at once, and one part again after the next writing", async () => {
    workbook.xmlParts.add(toXml(RECORD));
    workbook.xmlParts.add(toXml({ tables: [{ ...RECORD.tables[0]!, id: "b2" }], log: [] }));
    const both = await read();
    expect(both.tables.map(({ id }) => id)).toEqual(["a1", "b2"]);
    await write(both);
    expect(workbook.xmlParts.list()).toHaveLength(1);
    expect(await read()).toEqual(both);
  });

  test.each<[string, string, Partial<DocumentRecord>]>([
    ["is no JSON", `<orebook xmlns="${NAMESPACE}">{</orebook>`, {}],
    ["is empty", `<orebook xmlns="${NAMESPACE}"/>`, {}],
    [
      "has a prefix and a declaration",
      toXml(RECORD)
        .replace(/orebook/g, (word) => (word === "orebook" ? "p:orebook" : word))
        .replace("xmlns=", "xmlns:p=")
        .replace("urn:p:orebook", "urn:orebook")
        .replace(/^/, '<?xml version="1.0"?>\n'),
      RECORD,
    ],
    ["has a damaged table", toXml({ ...RECORD, tables: [{ id: "x" } as never, ...RECORD.tables] }), RECORD],
    [
      "was put into CDATA",
      `<orebook xmlns="${NAMESPACE}"><![CDATA[{"tables":[{"id":"a","recipe":"r","rows":1,"columns":2}]}]]></orebook>`,
      { tables: [expect.objectContaining({ id: "a", columns: 2 })] },
    ],
  ])("is read as far as it goes when it %s", async (_name, xml, found) => {
    workbook.xmlParts.add(xml);
    expect(await read()).toEqual({ tables: [], log: [], ...found });
  });

  test("keeps what a later version put there", async () => {
    workbook.xmlParts.add(`<orebook xmlns="${NAMESPACE}">{"later":[1]}</orebook>`);
    await write(RECORD);
    expect(workbook.xmlParts.list()[0]!.xml).toContain('"later":[1]');
  });
});

describe("where the workbook stands", () => {
  test("is in the document's settings, and there when it is opened again", async () => {
    await standingRecord().change({ release: "R1", day: "2026-03-01" });
    expect(JSON.parse(workbook.settings.get("orebook")!)).toMatchObject({
      version: 1,
      release: "R1",
      day: "2026-03-01",
    });
    expect(standingRecord().read()).toMatchObject({ release: "R1", day: "2026-03-01" });
  });

  test("leaves the settings of others alone", async () => {
    workbook.settings.set("other", '"mine"');
    const record = standingRecord();
    await record.reread();
    await record.change({ release: "R1" });
    expect(workbook.settings.get("other")).toBe('"mine"');
  });

  test("is read again when Excel tells that somebody else saved it", async () => {
    const record = standingRecord();
    await record.change({ release: "R1" });
    record.watch();
    const heard: unknown[] = [];
    record.onChange(({ release }, by) => heard.push([release, by]));
    await write({ tables: [], log: [], standing: { release: "R2" } });
    workbook.settings.set("orebook", JSON.stringify({ version: 1, release: "R2" }));
    for (let tries = 0; tries < 50 && heard.length === 0; tries++) {
      host.settingsChanged();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(heard).toEqual([["R2", "elsewhere"]]);
    // What else it heard of is read.
    await record.reread();
  });

  test("is as before when the document could not be written", async () => {
    const record = standingRecord();
    await record.change({ release: "R1" });
    decide(() => "lost");
    await expect(record.change({ release: "R2" })).rejects.toMatchObject({ name: "WorkbookError", fault: "failed" });
    decide(() => "arrives");
    expect((await read()).standing).toMatchObject({ release: "R1" });
    expect(record.read().release).toBe("R1");
    expect(JSON.parse(workbook.settings.get("orebook")!)).toMatchObject({ release: "R1" });
  });

  test("is what the document says when only the answer was lost", async () => {
    const record = standingRecord();
    await record.change({ release: "R1" });
    decide(({ kind }) => (kind === "settings" ? "unanswered" : "arrives"));
    await expect(record.change({ release: "R2" })).rejects.toMatchObject({ fault: "failed" });
    decide(() => "arrives");
    expect((await record.reread()).release).toBe("R2");
  });
});

describe("another copy of the add-in, which does not see these settings,", () => {
  const FREE = { release: "R1", day: undefined };
  const MOVED = { release: "R2", day: undefined };
  /** The same workbook where that copy opens it: its settings are empty. */
  const elsewhere = async () => {
    workbook.settings.delete("orebook");
    await documentSettings().refresh();
    const record = standingRecord();
    await record.open();
    return record;
  };
  const moved = (to: typeof FREE) =>
    changeRecord((record) => ({
      ...record,
      standing: to,
      log: [{ at: "2026-12-02T08:00:00.000Z", what: "refresh", from: FREE, to, cells: 1, tables: [], left: [] }],
    }));

  test("finds in the file where the workbook stands, and writes nothing before somebody acts", async () => {
    await standingRecord().change({ release: "R1", day: "2026-03-01" });
    const theirs = await elsewhere();
    expect(theirs.read()).toMatchObject({ release: "R1", day: "2026-03-01" });
    await theirs.begin("R2");
    expect(workbook.settings.get("orebook")).toBeUndefined();
    await theirs.change({ day: undefined });
    expect(JSON.parse(workbook.settings.get("orebook")!)).toMatchObject({ release: "R1", day: null });
    expect((await read()).standing).toMatchObject(FREE);
  });

  test("finds it in the log that earlier versions kept", async () => {
    await write({ tables: [], log: RECORD.log });
    expect((await elsewhere()).read()).toMatchObject({ release: "R2" });
  });

  test("that moved the workbook is believed and told of, and a refresh that it left unfinished with it", async () => {
    const record = standingRecord();
    await record.change(FREE);
    const heard: unknown[] = [];
    record.onChange(({ release }, by) => heard.push([release, by]));
    await moved(MOVED);
    await record.reread();
    await record.reread();
    expect([heard, record.movedElsewhere]).toEqual([[["R2", "elsewhere"]], { from: FREE, to: MOVED }]);
    expect(JSON.parse(workbook.settings.get("orebook")!)).toMatchObject({ release: "R1" });
    await write({
      tables: [],
      log: [],
      standing: { release: "R3", refreshing: { from: MOVED, to: { release: "R3" } } },
    });
    expect((await record.reread()).refreshing).toMatchObject({ from: MOVED });
  });

  test("is not believed where this one moved the workbook later, in a version that did not note it in the file", async () => {
    const record = standingRecord();
    await record.change(MOVED);
    await changeRecord((now) => ({ ...now, standing: FREE, log: [{ ...RECORD.log[0]!, from: FREE, to: MOVED }] }));
    expect((await record.reread()).release).toBe("R2");
    await record.begin("R3");
    expect((await read()).standing).toMatchObject(MOVED);
  });

  test("learns on first use what only the settings said", async () => {
    workbook.settings.set("orebook", JSON.stringify({ version: 1, release: "R1", day: "2026-03-01" }));
    await documentSettings().refresh();
    await standingRecord().begin("R2");
    expect((await read()).standing).toMatchObject({ release: "R1", day: "2026-03-01" });
  });
});

test("two changes of what the document remembers do not undo one another", async () => {
  await Promise.all([
    changeRecord((record) => ({ ...record, tables: RECORD.tables })),
    standingRecord().change({ release: "R1" }),
  ]);
  expect(await read()).toMatchObject({ tables: RECORD.tables, standing: { release: "R1" } });
});
