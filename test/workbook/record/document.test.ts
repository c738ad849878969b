/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { documentSettings } from "../../../src/workbook/record/settings";
import { readRecord, writeRecord } from "../../../src/workbook/record/part";
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
const write = (record: DocumentRecord) =>
  Excel.run(async (context) => {
    await writeRecord(context, record);
    await context.sync();
  });

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
    await new StandingRecord(documentSettings()).change({ release: "R1", day: "2026-03-01" });
    expect(JSON.parse(workbook.settings.get("orebook")!)).toMatchObject({
      version: 1,
      release: "R1",
      day: "2026-03-01",
    });
    expect(new StandingRecord(documentSettings()).read()).toMatchObject({ release: "R1", day: "2026-03-01" });
  });

  test("leaves the settings of others alone", async () => {
    workbook.settings.set("other", '"mine"');
    const record = new StandingRecord(documentSettings());
    await record.reread();
    await record.change({ release: "R1" });
    expect(workbook.settings.get("other")).toBe('"mine"');
  });

  test("is read again when Excel tells that somebody else saved it", async () => {
    const record = new StandingRecord(documentSettings());
    await record.change({ release: "R1" });
    record.watch();
    const heard: unknown[] = [];
    record.onChange(({ release }, by) => heard.push([release, by]));
    workbook.settings.set("orebook", JSON.stringify({ version: 1, release: "R2" }));
    for (let tries = 0; tries < 50 && heard.length === 0; tries++) {
      host.settingsChanged();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(heard).toEqual([["R2", "elsewhere"]]);
  });

  test("is as before when the document could not be written", async () => {
    const record = new StandingRecord(documentSettings());
    await record.change({ release: "R1" });
    decide(() => "lost");
    await expect(record.change({ release: "R2" })).rejects.toMatchObject({ name: "WorkbookError", fault: "failed" });
    expect(record.read().release).toBe("R1");
    expect(JSON.parse(workbook.settings.get("orebook")!)).toMatchObject({ release: "R1" });
  });

  test("is what the document says when only the answer was lost", async () => {
    const record = new StandingRecord(documentSettings());
    await record.change({ release: "R1" });
    decide(() => "unanswered");
    await expect(record.change({ release: "R2" })).rejects.toMatchObject({ fault: "failed" });
    decide(() => "arrives");
    expect((await record.reread()).release).toBe("R2");
  });
});
