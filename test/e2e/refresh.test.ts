/** Data releases in the add-in as it ships: the bundle brings one release, the folder it was served from offers the next. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../../workbench/host/invocation-results";
import { COPPER, nextRelease } from "../update/releases";
import { computed, startEngine } from "./addin-engine";
import { eventually } from "./eventually";
import { hostForAll } from "./harness";
import { folderForAll, openForAll } from "./held";
import { offeringForAll } from "./offering";

const PUBLISHED = "2026-11-30";
const OLD = 67330000000;
const NEW = 67500000000;

const offering = offeringForAll((bundled) =>
  nextRelease(bundled, {
    id: "R2",
    date: "2026-12-01",
    add: [{ series: COPPER, period: "2024", value: "67.5", published: PUBLISHED, known: PUBLISHED }],
  }),
);
const shipped = hostForAll(() => ({ addin: offering().addin, evaluate }));
/** The add-in that is asked. */
let opened = shipped;

const engine = openForAll(
  () => startEngine(() => opened().host),
  (one) => one.close(),
);

const evaluate = (formula: string) => computed(engine(), formula);
const copper = () => opened().host.invoke("METALS.IMPORTS", ["copper", 2024]);
const release = () => opened().host.invoke("METALS.VERSION", ["release"]);

/** An answer that has not come by then was lost while the page was loaded again. */
const A_TRY = 5000;

/** Opens the workbook again, with other settings in it, and has it answer. */
async function reopen(settings: object): Promise<void> {
  await reload(settings);
  await onceThere(() =>
    Promise.race([
      release(),
      new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer")), A_TRY)),
    ]),
  );
}

async function reload(settings: object): Promise<void> {
  await opened().page.evaluate((json) => {
    const { workbook } = window.orebookHost;
    workbook.settings.set("orebook", json);
    // Another workbook does not remember what this one does.
    for (const { id } of workbook.xmlParts.list()) workbook.xmlParts.remove(id);
  }, JSON.stringify(settings));
  // office.js would take the settings from there when a page is only loaded again.
  await opened().pane.evaluate(() => {
    sessionStorage.clear();
    document.documentElement.id = "before";
    location.reload();
  });
  await onceThere(() => opened().pane.waitForSelector("html:not(#before)", { timeout: A_TRY }));
  await onceThere(() => opened().pane.evaluate(() => Office.onReady().then(() => true)));
}

function requestsOf(file: string): number {
  return opened().requests.filter((url) => new URL(url).pathname.endsWith(`/${file}`)).length;
}

/** The page is not there at once after it was loaded again. */
async function onceThere<T>(act: () => Promise<T>, tries = 30): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return onceThere(act, tries - 1);
  }
}

test("a new workbook is on the release that came with the add-in, from its first formula on", async () => {
  expect(await copper()).toEqual({ value: OLD });
  const settings = await opened().page.evaluate(() => window.orebookHost.workbook.settings.get("orebook"));
  expect(JSON.parse(settings!)).toMatchObject({ version: 1, release: "R1", day: null });
});

test("values inserted without a formula note the release as well, and a newer one on offer is told of", async () => {
  await reload({ version: 1 });
  const settings = async () =>
    JSON.parse((await opened().page.evaluate(() => window.orebookHost.workbook.settings.get("orebook"))) ?? "{}") as {
      release?: string;
    };
  expect((await settings()).release).toBeUndefined();
  await opened().pane.locator(".news", { hasText: "Data release R2 of 2026-12-01 is available." }).waitFor();
  await opened().screenshot("refresh-news");
  await opened().pane.getByRole("button", { name: "Dismiss" }).click();
  expect(await opened().pane.locator(".news").count()).toBe(0);
  await opened().host.select("J1");
  await opened().pane.locator(".pane-main").click();
  await opened().page.keyboard.press("Control+k");
  await opened().page.keyboard.type("copper imports");
  await opened().pane.locator(".series-row").first().click();
  await opened().pane.locator(".segment").filter({ hasText: "Value" }).click();
  await opened().pane.locator(".notice-text", { hasText: "Sheet1!J1, which is empty" }).waitFor();
  await opened().pane.locator(".insert-primary:not([disabled])").click();
  await eventually(async () => (await opened().host.read("J1")).values, [[expect.any(Number)]]);
  await eventually(async () => (await settings()).release, "R1");
});

test("a workbook on a newer release is answered from that release, which is fetched", async () => {
  await reopen({ version: 1, release: "R2" });
  expect([await copper(), await release()]).toEqual([{ value: NEW }, { value: "R2" }]);
  expect(requestsOf(offering().next.notice.file)).toBe(1);
});

test("a workbook on the earlier release is answered as before, and one pinned to a day as of that day", async () => {
  await reopen({ version: 1, release: "R1" });
  expect([await copper(), await release()]).toEqual([{ value: OLD }, { value: "R1" }]);
  await reopen({ version: 1, release: "R2", day: "2026-11-22" });
  expect([await copper(), await release()]).toEqual([{ value: OLD }, { value: "R2" }]);
});

describe("in the pane", () => {
  const button = (label: string) => opened().pane.locator("fluent-button:visible", { hasText: label }).first();
  const says = (words: string) => opened().pane.locator(".refresh-view", { hasText: words }).first().waitFor();

  test("the ribbon leads to the difference; the workbook is refreshed and taken back", async () => {
    await reopen({ version: 1, release: "R1" });
    await opened().host.enter("A1:C1", [['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2012)', "mine"]]);
    const before = (await opened().host.read("A1:C1")).values;
    await opened().host.command("refresh", "RefreshButton");
    await says("This workbook is on data release R1");
    await button("Get it").click();
    await says("is newer. Nothing changes until you say so.");
    // The value inserted before is the workbook's too, and known by its source.
    await says("2 changes; 2 formulas and 1 table compared.");
    expect(await opened().pane.locator(".change-values").allInnerTexts()).toEqual([
      expect.stringContaining("67,500,000,000"),
      expect.stringContaining("67,500,000,000"),
    ]);
    expect((await opened().host.read("A1:C1")).values).toEqual(before);
    await opened().screenshot("refresh-difference");
    await button("Refresh").click();
    await says("Done: 2 cells show another value.");
    expect((await opened().host.read("J1")).values).toEqual([[NEW]]);
    expect((await opened().host.read("A1:C1")).values).toEqual([[NEW, before[0]![1], "mine"]]);
    expect(
      JSON.parse((await opened().page.evaluate(() => window.orebookHost.workbook.settings.get("orebook")))!),
    ).toMatchObject({ release: "R2", refreshing: null });
    await opened().screenshot("refresh-done");
    await button("Undo").click();
    await says("This workbook is on data release R1");
    expect((await opened().host.read("A1:C1")).values).toEqual(before);
  });

  describe("what is inserted, in whatever way", () => {
    /** Clicks since it was set to none. */
    let clicks = 0;
    const at = (selector: string) => opened().pane.locator(selector);
    const shown = (selector: string) => at(`.panel:not([hidden]) ${selector}`);
    const click = async (selector: string, text?: string | RegExp): Promise<void> => {
      await (text === undefined ? at(selector) : at(selector).filter({ hasText: text })).first().click();
      clicks++;
    };
    /** Where the figure of 2024 stands in what was inserted, in US dollars or thousand millions of them. */
    const figures: string[] = [];
    const isFigure = (value: unknown, of: number) =>
      typeof value === "number" && (value === of || Math.abs(value - of / 1e9) < 1e-6);

    async function inserted(from: string): Promise<void> {
      await opened().host.select(from);
      await shown(".notice-text").filter({ hasText: from }).waitFor();
      await click(".panel:not([hidden]) .insert-primary");
      await shown('.notice[data-tone="success"]').waitFor();
      const place = /(!|^)?([A-Z]+\d+(?::[A-Z]+\d+)?)\.$/.exec((await shown(".notice-text").textContent())!)![2]!;
      const first = /^([A-Z]+)(\d+)/.exec(place)!;
      await eventually(async () => {
        const { values } = await opened().host.read(place);
        const cells = values.flatMap((row, r) => row.flatMap((value, c) => (isFigure(value, OLD) ? [[r, c]] : [])));
        return cells.length > 0 && cells[0];
      }, expect.anything());
      const { values } = await opened().host.read(place);
      const [r, c] = values.flatMap((row, i) => row.flatMap((value, j) => (isFigure(value, OLD) ? [[i, j]] : [])))[0]!;
      figures.push(`${String.fromCharCode(first[1]!.charCodeAt(0) + c!)}${Number(first[2]) + r!}`);
    }

    async function find(): Promise<void> {
      await at(".pane-main").click();
      await opened().page.keyboard.press("Control+k");
      await opened().page.keyboard.press("Control+a");
      await opened().page.keyboard.type("copper imports");
      await at(".series-row").first().waitFor();
      clicks = 0;
    }

    async function table(): Promise<void> {
      await opened().host.command("insertTable", "InsertTableButton");
      await at("#panel-tables").locator(".gallery-row, .back-button").first().waitFor();
      if ((await at("#panel-tables .gallery-row").count()) === 0) await at("#panel-tables .back-button").click();
      clicks = 0;
      await click("#panel-tables .gallery-row", "China's imports of strategic metals");
    }

    beforeAll(async () => {
      await reopen({ version: 1, release: "R1" });
      await opened().pane.evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.add("Walk").activate();
          await context.sync();
        }),
      );
    });

    const ways = ["formulas", "values"] as const;

    /** Chooses how everything is inserted from now on: the pane remembers it. */
    async function choose(as: (typeof ways)[number]): Promise<void> {
      await table();
      await click(`#panel-tables .segment:has([value="${as}"])`);
    }

    describe.each(ways)("as %s", (as) => {
      const column = (formulas: string, values: string) => (as === "formulas" ? formulas : values);
      beforeAll(() => choose(as));

      test("one figure takes two clicks", async () => {
        await find();
        await click("#panel-find .series-row");
        await inserted(column("A1", "C1"));
        expect(clicks).toBeLessThanOrEqual(2);
      });

      test("a series with a range of years takes four", async () => {
        await find();
        await click("#panel-find .series-row");
        await click('#panel-find .segment:has([value="series"])');
        await at("#panel-find .period-range input").fill("2023-2024");
        await inserted(column("A5", "D5"));
        expect(clicks).toBeLessThanOrEqual(4);
      });

      test.each([
        ["down", "A30", "K30"],
        ["turned", "A80", "A110"],
      ])("a table, %s, takes two", async (way, formulas, values) => {
        await table();
        if (way === "turned") await at("#panel-tables select").last().selectOption("turned");
        await inserted(column(formulas, values));
        expect(clicks).toBeLessThanOrEqual(2);
      });
    });

    test("is told by its cell with its source, and its series is one key away", async () => {
      expect(figures).toHaveLength(8);
      await at("#tab-formulas").click();
      for (const cell of figures) {
        await opened().host.select(cell);
        await at("#panel-cell h1")
          .filter({ hasText: new RegExp(`!${cell}$`) })
          .waitFor();
        await at("#panel-cell .ground")
          .first()
          .filter({ hasText: /\(\d{4}/ })
          .waitFor();
        await at("#panel-cell .call-series button").first().press("Enter");
        await shown(".source-card").first().waitFor();
        await opened().page.keyboard.press("Escape");
      }
    });

    test("is refreshed from the news in three clicks", async () => {
      await reopen({ version: 1, release: "R1" });
      await at(".news").waitFor();
      clicks = 0;
      await click(".news button", "See");
      await click("fluent-button:visible", "Get it");
      await says("formulas");
      await click(".refresh-difference fluent-button", "Refresh");
      await says("Done:");
      expect(clicks).toBeLessThanOrEqual(3);
      for (const cell of figures)
        await eventually(async () => isFigure((await opened().host.read(cell)).values[0]![0], NEW), true);
    });
  });

  test("nothing it does is missing in Excel", async () => {
    expect((await opened().host.log()).apiNotFound).toEqual([]);
  });
});

describe("an add-in that brings the newer release", () => {
  const newer = folderForAll();
  beforeAll(() => {
    cpSync(offering().addin, newer(), { recursive: true });
    for (const name of readdirSync(newer()).filter((one) => /\.(js|html)$/.test(one))) {
      const path = join(newer(), name);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(offering().bundled, offering().next.notice.file));
    }
  });
  const updated = hostForAll(() => ({ addin: newer(), evaluate }));
  beforeAll(() => void (opened = updated));
  afterAll(() => void (opened = shipped));

  test("changes nothing in a workbook on the earlier one, whatever Excel recalculates, and asks", async () => {
    await reopen({ version: 1, release: "R1" });
    await opened().host.enter("A1", [['=METALS.IMPORTS("copper",2024)']]);
    expect((await opened().host.read("A1")).values).toEqual([[OLD]]);
    await opened().pane.evaluate(() =>
      Excel.run(async (context) => {
        context.application.calculate(Excel.CalculationType.fullRebuild);
        await context.sync();
      }),
    );
    expect((await opened().host.read("A1")).values).toEqual([[OLD]]);
    expect(await release()).toEqual({ value: "R1" });
    await opened().pane.locator(".refresh-view", { hasText: "Data release R2 of 2026-12-01 is newer." }).waitFor();
  });

  test("does not ask where the workbook says never", async () => {
    await reopen({ version: 1, release: "R1", onOpen: "never" });
    // What would ask is fetched after the start, and has run when the runtime answers again.
    await opened().pane.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("/views/pane.")),
    );
    await opened().pane.locator(".pane-footer", { hasText: "Data R1" }).waitFor();
    await release();
    expect(await opened().pane.locator(".pane-header [aria-selected=true]").textContent()).toBe("Find");
  });

  test("starts a new workbook on the newer one", async () => {
    await reopen({ version: 1 });
    expect(await copper()).toEqual({ value: NEW });
  });
});

test("a workbook on a release that cannot be had is not answered from another", async () => {
  offering().offer({ ...offering().next.notice, sha256: "0".repeat(64) });
  await reopen({ version: 1, release: "R2" });
  const outcome = (await copper()) as Extract<Outcome, { error: string }>;
  expect(outcome).toMatchObject({ error: "#N/A" });
  expect(outcome.message).toContain("this workbook is on data release R2, and the newest one here is R1");
});

test("nothing leaves this machine and nothing is logged as an error", () => {
  expect(opened().problems).toEqual([]);
});
