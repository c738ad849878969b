import { unzipSync, strFromU8 } from "fflate";
import { createCaller } from "../../src/functions";
import { recordIn, refreshSaved, SavedWorkbook, standingIn, type RefreshedWorkbook } from "../../src/package";
import { evaluate, isError, type Scalar, type Value } from "../../src/sheets/formula";
import { addressOfCell } from "../../src/sheets/notation/place";
import type { Standing } from "../../src/sheets/record";
import { toXml } from "../../src/sheets/record/document-record";
import { seeds, sessionOf } from "../fixtures/seeds";
import { extension, fileOf, type WorkbookSource } from "./build";
import { engineFor } from "./engine";

const PINNED: Standing = { release: "R1", day: "2025-06-30" };
const FREE: Standing = { release: "R1", day: undefined };
const NOW = "2026-11-28T00:00:00.000Z";

async function refresh(workbook: SavedWorkbook, from = PINNED, to = FREE): Promise<RefreshedWorkbook> {
  const session = { ...sessionOf(), standing: from, dateSystem: workbook.dateSystem };
  const engines = { before: engineFor(session), after: engineFor({ ...session, standing: to }) };
  return refreshSaved(workbook, { session, way: { from, to }, engines, now: NOW });
}

/** What Orebook answers from there, as a cell of a file has it. */
function cell(place: string, formula: string, standing = PINNED): string {
  const value = asked(formula, standing);
  const kept = formula.replaceAll(/(METALS|REE)\.(\w+)/g, "_xldudf_$1_$2").replaceAll("&", "&amp;");
  return isError(value)
    ? `<c r="${place}" t="e"><f>${kept}</f><v>${value.error}</v></c>`
    : `<c r="${place}"><f>${kept}</f><v>${String(value)}</v></c>`;
}

function asked(formula: string, standing: Standing): Value {
  const caller = createCaller({ ...sessionOf(), standing });
  return evaluate(`=${formula}`, { read: () => undefined, call: (id, args) => caller.call(id, [...args]) as Value })!;
}

const settings = (standing: Standing): Partial<WorkbookSource> =>
  extension({ orebook: { version: 1, ...standing, onOpen: "never", later: 7 } });

const LITHIUM = 'METALS.PRODUCTION("lithium",2024,"World")';
const COPPER = 'METALS.PRODUCTION("copper",2024)';

describe("formulas", () => {
  const source: WorkbookSource = {
    ...settings(PINNED),
    sheets: [
      {
        name: "Data",
        rows: `<row r="1">${cell("A1", LITHIUM)}${cell("B1", COPPER)}<c r="C1"><f>A1+B1</f><v>2040000</v></c></row><row r="2"><c r="A2"><f>SUM(A1:B1)</f><v>2040000</v></c><c r="B2"><f>C1*2</f><v>4080000</v></c>${cell("C2", 'REE.QUOTA(2024,"mining")')}</row>`,
      },
    ],
  };
  const file = fileOf(source);

  test("show what they answer now; what is behind follows, and what cannot be computed is left and told", async () => {
    const workbook = SavedWorkbook.read(file);
    const { changed, stale, isChanged } = await refresh(workbook);
    const now = [asked(LITHIUM, FREE), asked(COPPER, FREE)] as [number, number];
    expect(isChanged).toBe(true);
    expect(changed.map((one) => one.new)).toEqual([now[0], now[1], now[0] + now[1], 2 * (now[0] + now[1])]);
    expect(stale.map(({ node, why }) => [node.formula, why])).toEqual([["=SUM(A1:B1)", "unknown-function"]]);
    const [sheet] = SavedWorkbook.read(workbook.bytes()).scan.sheets;
    expect(sheet!.values({ row: 0, column: 0, rows: 2, columns: 3 })).toEqual([
      [now[0], now[1], now[0] + now[1]],
      [2040000, 2 * (now[0] + now[1]), asked('REE.QUOTA(2024,"mining")', FREE)],
    ]);
  });

  test("nothing else in the file differs, and a second refresh finds nothing", async () => {
    const workbook = SavedWorkbook.read(file);
    await refresh(workbook);
    const bytes = workbook.bytes();
    const [before, after] = [unzipSync(file), unzipSync(bytes)];
    const differing = Object.keys(after).filter(
      (part) => strFromU8(after[part]!) !== (before[part] && strFromU8(before[part])),
    );
    expect(differing.sort()).toEqual(
      [
        "[Content_Types].xml",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/webextensions/webextension1.xml",
        "xl/worksheets/sheet1.xml",
      ].sort(),
    );
    const shown = (text: string) => text.replace(/<v>[^<]*<\/v>/g, "<v/>");
    const sheet = "xl/worksheets/sheet1.xml";
    expect(shown(strFromU8(after[sheet]!))).toBe(shown(strFromU8(before[sheet]!)));

    const again = SavedWorkbook.read(bytes);
    const { isChanged, changed } = await refresh(again, FREE, FREE);
    expect([isChanged, changed]).toEqual([false, []]);
    expect(again.bytes()).toEqual(bytes);
  });

  test("the settings and the record say where the workbook stands now; what others keep there stays", async () => {
    const workbook = SavedWorkbook.read(file);
    await refresh(workbook);
    const after = SavedWorkbook.read(workbook.bytes());
    expect(standingIn(after.file)).toEqual({ kind: "known", standing: FREE });
    expect(recordIn(after.file)).toMatchObject({
      standing: { release: "R1" },
      log: [{ at: NOW, what: "refresh", from: PINNED }],
    });
    expect(after.file.text("xl/webextensions/webextension1.xml")).toContain("&quot;later&quot;:7");
  });

  test("one that Excel does not recognise stays, with all that looks at it", async () => {
    const workbook = SavedWorkbook.read(
      fileOf({
        sheets: [
          {
            name: "S",
            rows: `<row r="1"><c r="A1" t="e"><f>[2]!_xldudf_METALS_PRODUCTION("copper",2024)</f><v>#NAME?</v></c><c r="B1"><f>A1+1</f><v>1</v></c></row>`,
          },
        ],
      }),
    );
    const { changed, stale } = await refresh(workbook);
    expect(changed).toEqual([]);
    expect(stale.map(({ why }) => why)).toEqual(["unrecognised", "behind-stale"]);
  });

  test("a spill grows and shrinks with its answer, unless something stands there", async () => {
    const formula = 'METALS.SERIES("production","lithium",2023,2025,"World")';
    const [old, now] = [PINNED, FREE].map((standing) => asked(formula, standing) as Scalar[][]);
    expect(now!.length).toBeGreaterThan(old!.length);
    const spilled = (rows: readonly (readonly Scalar[])[], area: string, beside = "") =>
      rows
        .map((row, r) => {
          const cells = row.map((value, c) => {
            const place = addressOfCell(r, c);
            const f = r + c === 0 ? `<f t="array" ref="${area}">_xldudf_${formula.replace(".", "_")}</f>` : "";
            return `<c r="${place}"${r + c === 0 ? ' cm="1"' : ""}>${f}<v>${String(value)}</v></c>`;
          });
          return `<row r="${r + 1}">${cells.join("")}${r === 0 ? beside : ""}</row>`;
        })
        .join("");
    const source_ = (rows: string): Uint8Array => fileOf({ sheets: [{ name: "S", rows }] });
    const grown = SavedWorkbook.read(source_(spilled(old!, `A1:B${old!.length}`)));
    await refresh(grown);
    const after = SavedWorkbook.read(grown.bytes());
    expect(after.scan.sheets[0]!.values(after.scan.sheets[0]!.areaOf(0, 0))).toEqual(now);

    const back = SavedWorkbook.read(grown.bytes());
    await refresh(back, FREE, PINNED);
    const [sheet] = SavedWorkbook.read(back.bytes()).scan.sheets;
    expect(sheet!.values(sheet!.areaOf(0, 0))).toEqual(old);
    expect(sheet!.value(now!.length - 1, 0)).toBeNull();

    const below = `<row r="${old!.length + 1}"><c r="A${old!.length + 1}"><v>1</v></c></row>`;
    const blocked = SavedWorkbook.read(source_(spilled(old!, `A1:B${old!.length}`) + below));
    const { stale } = await refresh(blocked);
    expect(stale.map(({ why }) => why)).toEqual(["blocked"]);
    expect(SavedWorkbook.read(blocked.bytes()).scan.sheets[0]!.value(old!.length, 0)).toBe(1);
  });

  test("a date cell of a 1904 workbook means what it shows", async () => {
    // 2026-03-01 in a workbook whose days count from 1904.
    const workbook = SavedWorkbook.read(
      fileOf({
        is1904: true,
        sheets: [
          {
            name: "S",
            rows: `<row r="1"><c r="A1"><v>44620</v></c><c r="B1" t="e"><f>_xldudf_REE_EXPORTS("magnets",A1)</f><v>#N/A</v></c></row>`,
          },
        ],
      }),
    );
    const { changed } = await refresh(workbook);
    expect(changed.map((one) => one.new)).toEqual([5238]);
  });
});

describe("where a workbook stands", () => {
  const at = (extra: Partial<WorkbookSource>) =>
    standingIn(SavedWorkbook.read(fileOf({ sheets: [{ name: "S", rows: "" }], ...extra })).file);

  test("a word of the settings or of the record counts alone; where they differ, what was logged last tells which", () => {
    const entry = (to: Standing) =>
      ({ at: NOW, what: "refresh", from: {}, to, cells: 0, tables: [], left: [] }) as const;
    const both = (own: Standing | undefined, record: Parameters<typeof toXml>[0]) => {
      const { parts = {}, ...rest } = own ? settings(own) : {};
      const relations = [["customXml", "../customXml/item1.xml"]] as const;
      return at({ ...rest, relations, parts: { ...parts, "customXml/item1.xml": toXml(record) } });
    };
    const record = { tables: [], log: [], standing: PINNED };
    expect(at(settings(PINNED))).toEqual({ kind: "known", standing: PINNED });
    expect(both(undefined, record)).toEqual({ kind: "known", standing: PINNED });
    expect(both(undefined, { tables: [], log: [entry(FREE)] })).toEqual({ kind: "known", standing: FREE });
    expect(both(FREE, { ...record, log: [entry(PINNED)] })).toEqual({ kind: "known", standing: PINNED });
    expect(both(FREE, { ...record, log: [entry(FREE)] })).toEqual({ kind: "known", standing: FREE });
    expect(both(FREE, record)).toEqual({ kind: "contradicting", standings: [FREE, PINNED] });
    const unfinished = { ...PINNED, refreshing: { from: FREE, to: PINNED } };
    expect(both(FREE, { ...record, standing: unfinished })).toEqual({ kind: "known", standing: unfinished });
  });

  test("nothing written, a younger version's, and copies that contradict one another are told", () => {
    expect(at({})).toEqual({ kind: "unknown" });
    expect(at(extension({ orebook: { version: 99 } }))).toEqual({ kind: "younger" });
    const [one, two] = [settings(PINNED), extension({ orebook: { version: 1, release: "R0" } }, { number: 2 })];
    const both = {
      rootRelations: one.rootRelations!,
      parts: {
        ...one.parts,
        ...two.parts,
        "xl/webextensions/_rels/taskpanes.xml.rels": one
          .parts!["xl/webextensions/_rels/taskpanes.xml.rels"]!.toString()
          .replace(
            "</Relationships>",
            '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension2.xml"/></Relationships>',
          ),
      },
    };
    expect(at(both)).toMatchObject({ kind: "contradicting" });
  });
});

test("the data of the tests moves between the two days", () => {
  expect(seeds().release).toBeDefined();
  expect(asked(LITHIUM, PINNED)).not.toEqual(asked(LITHIUM, FREE));
});
