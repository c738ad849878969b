/** @jest-environment jsdom */
import { AuditView } from "../../../../src/taskpane/workbook/audit/audit-view";
import { paneContext } from "../../../../src/taskpane/context/pane-context";
import { repair } from "../../../../src/workbook/repair";
import { openOrebook, type OrebookExcel } from "../../../workbook/orebook";
import { fakeWorkbook, services, speech } from "../../context";
import { all, one } from "../../page";

const COPPER = '=METALS.IMPORTS("copper",2024)';

const button = (text: string) => all("fluent-button, button").find((each) => each.textContent === text)!;
const rows = () =>
  all(".audit-row").map((row) =>
    [".audit-row-cell", ".audit-row-value", ".audit-row-question", ".audit-row-status"].map(
      (part) => row.querySelector(part)!.textContent,
    ),
  );
/** Until nothing runs any more and the page says so. */
async function idle(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 5));
  while (all(".audit-buttons [disabled-focusable]").length > 0);
}

async function open(excel: OrebookExcel, inExcel = true): Promise<AuditView> {
  const context = await paneContext(excel.session, services(inExcel ? { workbook: fakeWorkbook() } : {}), speech());
  const view = new AuditView(context);
  document.body.replaceChildren(view.element);
  return view;
}

async function audited(excel: OrebookExcel): Promise<AuditView> {
  const view = await open(excel);
  view.shown();
  await idle();
  return view;
}

test("the workbook is checked when the view is first shown, and not again", async () => {
  const excel = openOrebook();
  await excel.enter("B2", [[COPPER]]);
  const view = await audited(excel);
  expect(one(".audit-summary").textContent).toBe("1 formula on 1 sheet");
  expect(rows()).toEqual([
    [
      "B2",
      "67,330,000,000",
      expect.stringMatching(/copper.*2024/),
      expect.stringMatching(/^published · ANDAMAN PARTNERS \(2025-08\) · 2025-08-31, \d+ months ago$/),
    ],
  ]);
  const { requests } = excel;
  const before = requests();
  view.shown();
  await idle();
  expect(requests()).toBe(before);
});

test("formulas stand under the names of their sheets, each with its formula to point at", async () => {
  const excel = openOrebook();
  excel.addSheet("Q2's (数据)");
  await excel.enter("'Q2''s (数据)'!A1", [[COPPER]]);
  await excel.enter("Sheet1!A1", [[COPPER]]);
  await audited(excel);
  expect(all(".audit-list h2").map(({ textContent }) => textContent)).toEqual(["Sheet1", "Q2's (数据)"]);
  expect(one(".audit-row").title).toBe(COPPER);
});

test("filters offer what there is, with how many, and show only that", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER], ['=REE.QUOTA(2025,"mining")'], ['=METALS.BALANCE("lithium",2024)']]);
  await audited(excel);
  expect(all(".filter").map(({ textContent }) => textContent)).toEqual(["All 3", "Errors 1", "Derived 1"]);
  button("Errors 1").click();
  expect([
    rows().map(([cell]) => cell),
    button("Errors 1").getAttribute("aria-pressed"),
    button("All 3").getAttribute("aria-pressed"),
  ]).toEqual([["A2"], "true", "false"]);
  await excel.enter("A2", [[""]]);
  button("Check again").click();
  await idle();
  expect([rows().length, all(".filter").map(({ textContent }) => textContent)]).toEqual([2, ["All 2", "Derived 1"]]);
});

test("a row leads to its cells, and says why not when the sheet is hidden", async () => {
  const excel = openOrebook();
  const id = excel.addSheet("Second");
  await excel.enter("Second!C3", [['=METALS.SERIES("imports","copper",2023,2024)']]);
  await audited(excel);
  one(".audit-row").click();
  await idle();
  expect(excel.workbook.selection.area).toEqual({ sheet: id, row: 2, column: 2, rowCount: 2, columnCount: 2 });
  excel.workbook.sheets.change(id, { visibility: "Hidden" });
  one(".audit-row").click();
  await idle();
  expect(one(".notice-text").textContent).toContain("The sheet Second is hidden");
});

test("many rows are made as the keyboard reaches them", async () => {
  const excel = openOrebook();
  await excel.enter(
    "A1",
    Array.from({ length: 80 }, () => [COPPER]),
  );
  await audited(excel);
  expect(all(".audit-row").length).toBe(30);
  const [first] = all(".audit-row");
  first!.focus();
  first!.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
  expect([all(".audit-row").length, document.activeElement]).toEqual([80, all(".audit-row").at(-1)]);
});

test("the audit and the sources are written as sheets and shown", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  await audited(excel);
  button("Audit as a sheet").click();
  await idle();
  expect([one(".notice-text").textContent, excel.workbook.sheets.get(excel.workbook.sheets.active)!.name]).toEqual([
    "Written to the sheet Audit.",
    "Audit",
  ]);
  button("Sources sheet").click();
  await idle();
  expect([one(".notice-text").textContent, excel.workbook.sheets.get(excel.workbook.sheets.active)!.name]).toEqual([
    "1 source on the sheet Sources.",
    "Sources",
  ]);
});

test("a protected workbook takes no sheet: that is said, with how to go on", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  await Excel.run(async (context) => context.workbook.protection.protect());
  const view = await open(excel);
  view.perform("sources");
  await idle();
  expect(one(".notice-text").textContent).toMatch(/^The workbook is protected.*unprotect/);
  expect(one(".audit-notice").dataset["tone"]).toBe("warning");
});

describe("repair", () => {
  test("formulas that Excel does not recognise are told and repaired", async () => {
    let isLoaded = false;
    const excel = openOrebook({ isLoaded: () => isLoaded });
    await excel.enter("A1", [[COPPER]]);
    await audited(excel);
    expect([one(".audit-broken").hidden, one(".audit-broken p").textContent]).toEqual([
      false,
      "Excel does not recognise 1 formula (#NAME?).",
    ]);
    isLoaded = true;
    one(".audit-broken button").click();
    await idle();
    await idle();
    expect([one(".notice-text").textContent, one(".audit-broken").hidden, rows()[0]![1]]).toEqual([
      "1 formula entered again.",
      true,
      "67,330,000,000",
    ]);
  });

  test("what could not be repaired is listed with what to do, and leads to its cell", async () => {
    const excel = openOrebook();
    const id = excel.addSheet("Locked");
    await excel.enter("Locked!B2", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
    excel.workbook.sheets.change(id, { isProtected: true });
    const view = await open(excel);
    view.perform("repair");
    await idle();
    expect(one(".audit-left").textContent).toBe(
      "1 formula could not be repaired:Locked!B2 on a protected sheet. Unprotect it, then repair again.",
    );
    one(".audit-left button").click();
    await idle();
    expect(excel.workbook.selection.area).toMatchObject({ sheet: id, row: 1, column: 1 });
  });

  test("after it the list of what is left stands in place of the count, until the workbook is checked again", async () => {
    const excel = openOrebook({ isLoaded: () => false });
    const id = excel.addSheet("Locked");
    await excel.enter("Locked!B2", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
    excel.workbook.sheets.change(id, { isProtected: true });
    await audited(excel);
    one(".audit-broken button").click();
    await idle();
    await idle();
    expect([one(".audit-broken").hidden, all(".audit-left li").length, one(".notice-text").textContent]).toEqual([
      true,
      1,
      "",
    ]);
    button("Check again").click();
    await idle();
    expect([one(".audit-broken").hidden, all(".audit-left li").length]).toEqual([false, 0]);
  });

  test("nothing to repair is said", async () => {
    const view = await open(openOrebook());
    view.perform("repair");
    await idle();
    expect(one(".notice-text").textContent).toBe("No formula needs repair.");
  });
});

describe("a workbook that was changed since", () => {
  const outdated = () => !one(".audit-outdated").hidden;

  test("is told, with a way to check it again", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    await audited(excel);
    expect(outdated()).toBe(false);
    await excel.enter("A2", [[COPPER]]);
    await idle();
    expect([outdated(), one(".audit-outdated p").textContent, rows().length]).toEqual([
      true,
      "The workbook has changed since this check.",
      1,
    ]);
    one(".audit-outdated button").click();
    await idle();
    expect([outdated(), rows().length]).toEqual([false, 2]);
  });

  test.each<[string, (excel: OrebookExcel) => void]>([
    ["a sheet was deleted", ({ workbook }) => workbook.sheets.remove(workbook.sheets.named("Second")!.id)],
    ["a sheet was added", ({ workbook }) => void workbook.sheets.add("Third")],
  ])("is told: %s", async (_, change) => {
    const excel = openOrebook();
    excel.addSheet("Second");
    await audited(excel);
    change(excel);
    await idle();
    expect(outdated()).toBe(true);
  });

  test("is checked again when the view comes into sight", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    const view = await audited(excel);
    await excel.enter("A2", [[COPPER]]);
    await idle();
    view.shown();
    await idle();
    expect([outdated(), rows().length]).toEqual([false, 2]);
  });

  test("is checked before what a button of the ribbon asks for is done, also when it is being checked", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    const view = await audited(excel);
    for (const [check, sources] of [
      [() => undefined, "1 source"],
      [() => button("Check again").click(), "2 sources"],
    ] as const) {
      await excel.enter("Sheet1!A2", [[sources === "1 source" ? COPPER : '=METALS.PRICE("copper",2024)']]);
      check();
      view.shown();
      view.perform("sources");
      await idle();
      await idle();
      await idle();
      expect([one(".notice-text").textContent, rows().length]).toEqual([`${sources} on the sheet Sources.`, 2]);
    }
  });

  test("a change while it is being checked is told", async () => {
    let changing = false;
    const excel = openOrebook({
      onRequest: () => {
        if (changing) {
          changing = false;
          void excel.enter("A2", [[COPPER]]);
        }
      },
    });
    await excel.enter("A1", [[COPPER]]);
    await audited(excel);
    changing = true;
    button("Check again").click();
    await idle();
    expect(outdated()).toBe(true);
  });

  test("stays told when the check fails", async () => {
    let failing = false;
    const excel = openOrebook({
      onRequest: () => {
        if (failing) throw new Error("connection lost.");
      },
    });
    await audited(excel);
    await excel.enter("A1", [[COPPER]]);
    await idle();
    failing = true;
    one(".audit-outdated button").click();
    await idle();
    expect([outdated(), one(".audit-notice").dataset["tone"]]).toEqual([true, "error"]);
  });

  test("cells that had not been calculated and now are count as a change; otherwise a calculation does not", async () => {
    let isBusy = true;
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    const { cells } = excel.workbook;
    const values = cells.values.bind(cells);
    cells.values = (of) =>
      values(of).map((row) => row.map((cell) => (isBusy && cell === 67330000000 ? { error: "#BUSY!" } : cell)));
    await audited(excel);
    expect(rows()[0]![1]).toBe("not calculated");
    isBusy = false;
    await excel.recalculate();
    await idle();
    expect(outdated()).toBe(true);
    one(".audit-outdated button").click();
    await idle();
    await excel.recalculate();
    await idle();
    expect([outdated(), rows()[0]![1]]).toEqual([false, "67,330,000,000"]);
  });

  test("what Orebook does elsewhere is not told: the view looks again when it is asked to", async () => {
    let isLoaded = false;
    const excel = openOrebook({ isLoaded: () => isLoaded });
    await excel.enter("A1", [[COPPER]]);
    const view = await audited(excel);
    isLoaded = true;
    await repair("");
    await idle();
    expect([outdated(), rows()[0]![1]]).toEqual([false, "not recognised"]);
    view.shown();
    await idle();
    expect(rows()[0]![1]).toBe("67,330,000,000");
  });

  test("the sheets that Orebook writes are no change", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    await audited(excel);
    for (const [text, sheet] of [
      ["Audit as a sheet", "Audit"],
      ["Sources sheet", "Sources"],
    ] as const) {
      button(text).click();
      await idle();
      expect([excel.workbook.sheets.named(sheet)?.name, outdated()]).toEqual([sheet, false]);
    }
  });

  test("where Excel does not let it listen, the workbook is checked all the same", async () => {
    const excel = openOrebook({
      onRequest: (body) => {
        if (body.includes("_RegisterDataChangedEvent")) throw new Error("no events here");
      },
    });
    await excel.enter("A1", [[COPPER]]);
    const view = await audited(excel);
    expect(rows().length).toBe(1);
    view.dispose();
  });

  test("nobody listens any more once the view is gone", async () => {
    const requests: string[] = [];
    const excel = openOrebook({ onRequest: (body) => requests.push(body) });
    const view = await audited(excel);
    view.dispose();
    await idle();
    expect(requests.at(-1)).toMatch(/_UnregisterDataChangedEvent/);
  });
});

test("a failure is said, and the view can go on", async () => {
  let failing = true;
  const excel = openOrebook({
    onRequest: () => {
      if (failing) throw new Error("connection lost.");
    },
  });
  const view = await open(excel);
  view.shown();
  await idle();
  expect([one(".notice-text").textContent, one(".audit-notice").dataset["tone"]]).toEqual([
    expect.stringMatching(/connection lost\. Nothing was changed\./),
    "error",
  ]);
  failing = false;
  button("Check workbook").click();
  await idle();
  expect(one(".audit-summary").textContent).toBe("No formula in this workbook asks Orebook.");
});

test("outside Excel the view says where to open it, and asks nothing", async () => {
  const excel = openOrebook();
  const view = await open(excel, false);
  view.shown();
  expect([one(".audit-head .quiet").textContent, all("fluent-button").length, excel.requests()]).toEqual([
    "Open Orebook in Excel to audit a workbook.",
    0,
    0,
  ]);
});
