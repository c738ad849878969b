import type { Changer, DocumentStanding } from "../../../src/sheets/record";
import type { ReleaseControl } from "../../../src/workbook/refresh/release-control";
import { keepSources, type SourcesKeeper } from "../../../src/workbook/sources/keep";
import { refreshSources, writeSources } from "../../../src/workbook/sources/update";
import { sessionOf } from "../../fixtures/seeds";
import { twoReleases } from "../../fixtures/two-releases";
import { openOrebook, type OrebookExcel } from "../orebook";

const NOW = new Date(2026, 10, 22, 14, 3);
const COPPER = '=METALS.IMPORTS("copper",2024)';

const sheet = async (excel: OrebookExcel, name = "Sources") =>
  (await excel.values(`${name}!A1:G40`)).map((row) => row.filter((cell) => cell !== ""));

test("every source has its citation, licence, data release, address and cells; every figure its place in the source", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER, '=METALS.IMPORTS("copper",2024)/1000']]);
  await excel.enter("C5", [['=REE.QUOTA(2024,"mining")']]);
  expect(await writeSources(excel.session, NOW)).toMatchObject({
    kind: "written",
    sources: 2,
    place: { sheet: "Sources" },
  });
  const rows = await sheet(excel);
  expect(rows[0]).toEqual(["Sources of this workbook"]);
  expect(rows[1]).toEqual(["Figures from Orebook's data release R2 of 2026-11-28, taken from the documents below"]);
  expect(rows[2]).toEqual([expect.stringMatching(/^Written 2026-11-22 14:03 UTC.* by Orebook 0.1.0$/)]);
  expect(rows[5]).toEqual([
    "ANDAMAN PARTNERS (2025-08)",
    expect.stringMatching(/^ANDAMAN PARTNERS \(2025\)\. .+\.$/),
    expect.stringMatching(/./),
    "R2",
    ...(excel.session.dataset.sources.get("andaman-2025-08-imports")!.url === ""
      ? []
      : [expect.stringMatching(/^https?:/)]),
    1,
    "Sheet1!A1, Sheet1!B1",
  ]);
  const figures = rows.findIndex(([first]) => first === "Figures taken from each source");
  expect(rows[figures + 2]).toEqual([
    "ANDAMAN PARTNERS (2025-08)",
    expect.stringMatching(/imports of copper.*, 2024$/),
    "67.33 USD bn",
    expect.stringMatching(/./),
    "published",
    "2025-08",
    "Sheet1!A1, Sheet1!B1",
  ]);
  expect(rows[figures + 3]!.slice(2)).toEqual([
    "270000 t REO",
    expect.stringMatching(/./),
    "published",
    expect.stringMatching(/^\d{4}/),
    "Sheet1!C5",
  ]);
});

test("a derived figure names the sources of what it was computed from", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [['=METALS.BALANCE("lithium",2024)']]);
  await writeSources(excel.session, NOW);
  const rows = await sheet(excel);
  const figures = rows.findIndex(([first]) => first === "Figures taken from each source");
  expect(rows.slice(figures + 2, figures + 4).map(([, what]) => what)).toEqual([
    expect.stringMatching(/exports of lithium/),
    expect.stringMatching(/imports of lithium/),
  ]);
});

test("events name the documents that tell of them", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [['=REE.CONTROLLED("dysprosium")']]);
  await writeSources(excel.session, NOW);
  expect((await sheet(excel)).flat()).toContain("2025-04-04");
});

test("a refresh brings the sheet up to date, and writes none where there is none", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  expect(await refreshSources(excel.session, NOW)).toEqual({ kind: "nothing" });
  await writeSources(excel.session, NOW);
  await excel.enter("A2", [['=METALS.PRICE("copper",2024)']]);
  expect(await refreshSources(excel.session, NOW)).toMatchObject({ kind: "written", sources: 2 });
  await excel.enter("A1", [[""], [""]]);
  expect(await refreshSources(excel.session, NOW)).toMatchObject({ kind: "written", sources: 0 });
  expect((await sheet(excel)).flat()).not.toContain("ANDAMAN PARTNERS (2025-08)");
});

test("the sheet follows the workbook to another day, once its cells have followed", async () => {
  const dataset = twoReleases();
  const at = (day: string) => sessionOf({ dataset, standing: { day } });
  const excel = openOrebook({ session: at("2024-06-30") });
  await excel.enter("A1", [['=METALS.IMPORTS("copper",2023)']]);
  await writeSources(excel.session, NOW);
  let tell: (standing: DocumentStanding, by: Changer) => void = () => undefined;
  const session = jest.fn(() => Promise.resolve(at("2026-01-01")));
  const standing: SourcesKeeper["standing"] = {
    read: () => ({ onOpen: "ask" }),
    onChange: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  keepSources({
    standing,
    releases: { state: {} as ReleaseControl["state"], onChange: () => () => undefined },
    session,
    today: () => NOW,
  });
  const sources = async () => (await excel.values("Sources!A6:A7")).flat();
  tell({ onOpen: "ask", day: "2026-01-01", refreshing: { from: {}, to: {} } }, "here");
  await new Promise((resolve) => setTimeout(resolve));
  expect([session.mock.calls.length, await sources()]).toEqual([0, ["Office of Examples (2024-02-01)", ""]]);
  tell({ onOpen: "ask", day: "2026-01-01" }, "here");
  while ((await sources())[0] !== "Office of Examples via Example Press (2025-02-01)")
    await new Promise((resolve) => setTimeout(resolve));
  expect((await sources())[1]).toBe("");
  // Another setting of the document is no reason to write, nor is what another person's Excel writes.
  tell({ onOpen: "never", day: "2026-01-01" }, "here");
  tell({ onOpen: "never", day: "2025-01-01" }, "elsewhere");
  await new Promise((resolve) => setTimeout(resolve));
  expect(session.mock.calls.length).toBe(1);
});

test("a workbook that asks Orebook for nothing gets no sheet", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [["=1+1"]]);
  expect(await writeSources(excel.session, NOW)).toEqual({ kind: "nothing" });
  expect(excel.workbook.sheets.list().length).toBe(1);
});

test("a protected workbook is refused", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  await Excel.run(async (context) => context.workbook.protection.protect());
  expect(await writeSources(excel.session, NOW)).toEqual({ kind: "refused", refusal: { reason: "workbookProtected" } });
});

test("the sheet speaks Chinese where Office does", async () => {
  const excel = openOrebook({ session: sessionOf({ language: "zh" }) });
  await excel.enter("A1", [[COPPER]]);
  await writeSources(excel.session, NOW);
  expect((await sheet(excel, "来源"))[4]).toEqual([
    "来源",
    "完整引用",
    "许可",
    "数据版本",
    "网址",
    "采用的数值",
    "单元格",
  ]);
});
