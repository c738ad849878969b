/**
 * The view of data releases over a workbook in Excel's object model.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import type { Language } from "../../../../src/query/describe";
import type { SectionView } from "../../../../src/taskpane/context/section";
import { refreshSection, refreshView } from "../../../../src/taskpane/workbook/refresh/refresh-view";
import { Channel } from "../../../../src/update";
import { insertTable } from "../../../../src/workbook/insert/insert-table";
import { ReleaseControl, type ReleaseControlOptions } from "../../../../src/workbook/refresh/release-control";
import { decide } from "../../../workbook/office/office";
import { openBench, type Bench } from "../../../workbook/refresh/bench";
import { contextOf } from "../../context";
import "../../controls";

let bench: Bench;
let options: ReleaseControlOptions;
let releases: ReleaseControl;
let view: SectionView;

async function open(language: Language = "en", status = 404): Promise<void> {
  bench = await openBench();
  await bench.enter("A1", [
    ['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2012)', '=METALS.IMPORTS("copper",YEAR(A9))'],
  ]);
  const fetch = () => Promise.resolve({ ok: false, status, statusText: "Gone" } as Response);
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
  view = refreshView(await contextOf({ language }), releases);
  document.body.replaceChildren(view.element);
}

const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
const buttons = (within = "") => [...document.querySelectorAll<HTMLElement>(`${within} fluent-button`)];
const labels = (within = "") =>
  buttons(within)
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent);
const idle = async (): Promise<void> => {
  do await new Promise((resolve) => setTimeout(resolve, 5));
  while (releases.state.busy);
};
const click = async (label: string) => {
  buttons()
    .find(({ textContent }) => textContent === label)!
    .click();
  await idle();
};

test("says where the workbook stands and that nothing changes unasked", async () => {
  await open();
  expect(text(".refresh-standing")).toContain("This workbook is on data release R1 of 2026-11-22.");
  expect(text(".refresh-standing")).toContain(
    "Data release R2 of 2026-12-01 is newer. Nothing changes until you say so.",
  );
  expect(labels(".refresh-standing")).toEqual(["Show what would change"]);
  expect(text(".refresh-difference")).toBe("");
});

test("shows the difference first, then refreshes, and takes it back", async () => {
  await open();
  await click("Show what would change");
  expect(text(".changes [role=status]")).toBe("1 change; 3 formulas and 0 tables compared.");
  expect(text(".changes .quiet")).toContain("Of 1 formula only Excel can tell");
  expect(text(".change-place")).toBe("Sheet1!A1");
  expect(text(".change-values")).toBe("old67,330,000,000 → new67,500,000,000");
  expect(text(".change-difference")).toBe("+170,000,000");
  expect(text(".change .quiet")).toContain("Revised by the source");
  await click("Refresh");
  expect(text(".refresh-outcome")).toContain("Done: 1 cell shows another value.");
  expect(text(".refresh-standing")).toContain("This workbook is on data release R2");
  expect(text(".refresh-standing")).toContain("There is no newer one here.");
  expect((await bench.values("A1"))[0]).toEqual([67500000000]);
  await click("Undo");
  expect((await bench.values("A1"))[0]).toEqual([67330000000]);
  expect([labels(".refresh-outcome"), labels(".refresh-standing")]).toEqual([[], ["Show what would change"]]);
});

test("leads back to where the workbook stood, also once it was opened again", async () => {
  await open();
  await click("Show what would change");
  await click("Refresh");
  releases = new ReleaseControl(options);
  view = refreshView(await contextOf(), releases);
  document.body.replaceChildren(view.element);
  view.shown!();
  for (let i = 0; i < 100 && releases.state.earlier === undefined; i++) await idle();
  expect(labels(".refresh-standing")).toEqual(["Compare tables", "Go back to data release R1", "Remove colours"]);
  await click("Go back to data release R1");
  expect(text(".change-values")).toBe("old67,500,000,000 → new67,330,000,000");
  await click("Go back");
  expect([(await bench.values("A1"))[0], labels(".refresh-outcome")]).toEqual([[67330000000], ["Undo"]]);
});

test("puts the difference on a sheet", async () => {
  await open();
  await click("Show what would change");
  await click("Put on a sheet");
  expect(document.body.textContent).toContain("Written to the sheet “Changes”.");
});

test("pins to a day once there is one, and unpins", async () => {
  await open();
  const day = document.querySelector<HTMLInputElement>("input[type=date]")!;
  const look = buttons(".refresh-pin")[0]!;
  expect(look.hasAttribute("disabled")).toBe(true);
  day.value = "2001-01-01";
  day.dispatchEvent(new Event("input"));
  expect(look.hasAttribute("disabled")).toBe(false);
  await click("Show what a pin would change");
  await click("Pin");
  expect(text(".refresh-standing")).toContain("It is pinned: formulas answer as known on 2001-01-01.");
  await click("Show what unpinning would change");
  await click("Unpin");
  expect(bench.standing.read().day).toBeUndefined();
});

test("never asks again when told so", async () => {
  await open();
  document.querySelector<HTMLElement>('.refresh-pin fluent-radio[value="never"]')!.click();
  await idle();
  expect(bench.standing.read().onOpen).toBe("never");
});

test("says why a release was not taken, and that the one in use stays", async () => {
  await open("en", 503);
  view.shown!();
  await idle();
  expect(text(".refresh-channel .refresh-warning")).toBe(
    "https://data.example/latest.json could not be reached (503 Gone). Data release R2 stays in use.",
  );
});

test("an interrupted refresh is offered to be completed", async () => {
  await open();
  await releases.compare("refresh");
  bench.standing.onChange(
    ({ refreshing }) => refreshing && decide(({ kind }) => (kind === "batch" ? "lost" : "arrives")),
  );
  await click("Refresh");
  decide(() => "arrives");
  expect(text(".refresh-outcome")).toMatch(/Excel could not do it: .*Stopped: 2 formulas still show their old value/);
  expect(text(".refresh-standing")).toContain("A refresh is not complete");
  bench.standing.onChange(() => decide(() => "arrives"));
  await click("Complete it");
  expect(text(".refresh-outcome")).toContain("Done");
  expect((await bench.values("A1"))[0]).toEqual([67500000000]);
});

test("a move made elsewhere is told, and cells follow when the user says so", async () => {
  await open();
  bench.workbook.settings.set("orebook", JSON.stringify({ version: 1, release: "R2" }));
  view.shown!();
  await idle();
  while (!text(".refresh-standing").includes("elsewhere")) await idle();
  expect(text(".refresh-standing .refresh-warning")).toBe(
    "This workbook was moved from data release R1 to data release R2 elsewhere: by somebody else, or with another copy of Orebook. Cells that do not show it yet follow when you say so.",
  );
  expect((await bench.values("A1"))[0]).toEqual([67330000000]);
  await click("Recalculate them");
  expect((await bench.values("A1"))[0]).toEqual([67500000000]);
  expect(text(".refresh-standing")).not.toContain("elsewhere");
});

test("colours are taken away, also those of an earlier day", async () => {
  await open();
  await click("Show what would change");
  await click("Refresh");
  const isMarked = () =>
    bench.workbook.formats.get(
      { sheet: bench.workbook.sheets.active, row: 0, column: 0, rowCount: 1, columnCount: 1 },
      "fill.color",
    ) === "#FFF2CC";
  expect(isMarked()).toBe(true);
  view.dispose!();
  view = refreshView(await contextOf(), new ReleaseControl({ ...options }));
  document.body.replaceChildren(view.element);
  view.shown!();
  while (!labels(".refresh-standing").includes("Remove colours")) await idle();
  buttons(".refresh-standing")
    .find(({ textContent }) => textContent === "Remove colours")!
    .click();
  while (labels(".refresh-standing").includes("Remove colours")) await idle();
  expect(isMarked()).toBe(false);
});

describe("with a table that was inserted", () => {
  const released = async () =>
    (await bench.refresher.compare({ release: "R2" })).tables.map(({ changes }) => changes.length > 0);
  beforeEach(async () => {
    await open();
    const inserted = await insertTable(
      bench.session(),
      { recipe: "strategic-metals-imports", arguments: {}, mode: "values" },
      { sheetId: bench.workbook.sheets.active, sheet: "Sheet1", row: 4, column: 0, rows: 1, columns: 1 },
      false,
    );
    expect(inserted.kind).toBe("inserted");
  });

  test("tables alone are refreshed when the formulas are left out, and taken back alone", async () => {
    await click("Show what would change");
    document.querySelector<HTMLElement>(".refresh-difference fluent-checkbox")!.click();
    expect(await released()).toEqual([true]);
    await click("Refresh");
    expect([await released(), bench.standing.read().release, (await bench.values("A1"))[0]]).toEqual([
      [false],
      "R1",
      [67330000000],
    ]);
    await click("Undo");
    expect([await released(), bench.standing.read().release]).toEqual([[true], "R1"]);
  });

  test("one that was left behind is compared and refreshed later", async () => {
    await click("Show what would change");
    document.querySelector<HTMLElement>('.refresh-choice fluent-radio[value="none"]')!.click();
    await click("Refresh");
    expect([await released(), bench.standing.read().release]).toEqual([[true], "R2"]);
    await click("Compare tables");
    expect(text(".changes [role=status]")).toMatch(/^\d+ changes; 3 formulas and 1 table compared\.$/);
    document.querySelector<HTMLElement>('.refresh-choice fluent-radio[value="workbook"]')!.click();
    await click("Refresh");
    expect(await released()).toEqual([false]);
  });
});

test("the log tells what was done, the newest first", async () => {
  await open();
  await click("Show what would change");
  await click("Refresh");
  const details = document.querySelector("details")!;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  while (text(".refresh-log") === "") await idle();
  expect(text(".refresh-log li")).toContain("refreshed, data release R1 to data release R2, 1 cell");
});

test("keeps the focus in the view when a button goes", async () => {
  await open();
  const look = buttons(".refresh-standing")[0]!;
  look.tabIndex = 0;
  await releases.compare("refresh");
  look.focus();
  await releases.move({});
  expect(document.activeElement).toBe(document.querySelector("h1"));
});

test("goes on when the view is built anew", async () => {
  await open();
  await releases.compare("refresh");
  const moving = releases.move({});
  view.dispose!();
  view = refreshView(await contextOf(), releases);
  document.body.replaceChildren(view.element);
  await moving;
  expect(text(".refresh-outcome")).toContain("Done: 1 cell");
});

test("speaks Chinese", async () => {
  await open("zh");
  expect(text(".refresh-standing")).toContain("此工作簿使用数据版本 R1");
  await click("查看将发生的变更");
  expect(text(".change .quiet")).toContain("来源已修订");
});

test("outside Excel there is nothing to refresh", async () => {
  const { element } = refreshSection.open(await contextOf(), undefined as never, undefined);
  expect(element.textContent).toContain("Open Orebook in Excel");
});

test("in Excel the tab shows the workbook's releases once they can be asked", async () => {
  await open();
  const { element } = refreshSection.open(
    { ...(await contextOf()), releases: () => Promise.resolve(releases) },
    undefined as never,
    undefined,
  );
  await idle();
  expect(element.textContent).toContain("This workbook is on data release R1");
});

test.each([
  ["en", "New since your release", "Revised by the source: "],
  ["zh", "您的版本之后的新内容", "来源已修订："],
] as const)("lists what is new since the workbook's release when it is opened: %s", async (language, title, begins) => {
  await open(language);
  const news = [...document.querySelectorAll("details")].find((one) => one.textContent!.startsWith(title))!;
  expect([news.hidden, news.querySelectorAll("li").length]).toEqual([false, 0]);
  news.open = true;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const lines = [...news.querySelectorAll("li")].map(({ textContent }) => textContent!);
  expect(lines.some((line) => line.startsWith(begins) && line.includes("67,330,000,000 → 67,500,000,000 USD"))).toBe(
    true,
  );
  if (language === "zh") return;
  await click("Show what would change");
  await click("Refresh");
  expect(news.hidden).toBe(true);
});

test.each([
  ["en", "When new figures are due", "CEPII BACI: ", "Next: expected 2027-02"],
  ["zh", "何时有新数据", "CEPII BACI", "下一版：预计 2027-02"],
] as const)("lists when new figures are due when it is opened: %s", async (language, title, family, next) => {
  await open(language);
  const calendar = [...document.querySelectorAll("details")].find((one) => one.textContent === title)!;
  calendar.open = true;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const lines = [...calendar.querySelectorAll("li")].map(({ textContent }) => textContent!);
  expect(lines.find((line) => line.startsWith(family))).toContain(next);
  expect(lines.join()).toContain(language === "en" ? "Next: no regular date" : "下一版：无固定时间");
});
