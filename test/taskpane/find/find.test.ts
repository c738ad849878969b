/** @jest-environment jsdom */
import type { PaneServices } from "../../../src/taskpane/context/services";
import { memoryStorage } from "../context";
import { all, enter, one, openedAt, press, settled, text } from "../page";

type TextBox = HTMLElement & { value: string };

const box = () => one(".search-box") as TextBox;
const facet = (label: string) => one(`.facet[aria-label="${label}"]`) as HTMLSelectElement;
const isChosen = (tab: string) => !one(`#panel-${tab}`).hidden;
const rows = () => all(".find-view .series-row");
/** Series shown, those too that are another form of one. */
const forms = () => rows().length + all(".forms option").length - all(".forms").length;
const titles = (title: string) =>
  [
    ...(all(".kept")
      .find((section) => section.firstElementChild?.textContent === title)
      ?.querySelectorAll(".series-row-title") ?? []),
  ].map(({ textContent }) => textContent);

function type(words: string): void {
  box().value = words;
  box().dispatchEvent(new InputEvent("input", { bubbles: true }));
}

async function opened(words: string, over: Partial<PaneServices> = {}): Promise<void> {
  await openedAt("find", over);
  type(words);
}

function choose(label: string, value: string): void {
  facet(label).focus();
  enter(facet(label), value);
}

describe("filters", () => {
  test("a menu tells what there is among what was found, how often", async () => {
    await opened("copper");
    facet("Area").focus();
    const chile = [...facet("Area").options].find(({ value }) => value === "chl")!;
    const count = Number(/^Chile \((\d+)\)$/.exec(chile.textContent!)![1]);
    expect(count).toBeGreaterThanOrEqual(5);
    enter(facet("Area"), "chl");
    expect(forms()).toBe(count);
    expect(text(".result-count")).toBe(`${count} series Clear filters`);
  });

  test("without words they filter everything there is", async () => {
    await opened("");
    choose("Subject", "price");
    expect(rows().length).toBeGreaterThan(5);
    expect(rows().every((row) => /price|unit value/i.test(row.textContent!))).toBe(true);
    expect(one(".starts").hidden).toBe(true);
  });

  test("Delete takes one away, Escape all of them, words included", async () => {
    await opened("copper");
    const before = text(".result-count");
    choose("Area", "chl");
    const ofChile = forms();
    choose("Subject", "production");
    expect(forms()).toBeLessThan(ofChile);
    press(facet("Subject"), "Delete");
    expect(forms()).toBe(ofChile);
    press(facet("Area"), "Escape");
    expect(text(".result-count")).toBe(before);
    choose("Area", "chl");
    press(box(), "Escape");
    expect([box().value, facet("Area").value, one(".starts").hidden]).toEqual(["", "", false]);
  });

  test("Escape in an empty box clears the filters", async () => {
    await opened("");
    choose("Area", "chl");
    press(box(), "Escape");
    expect([facet("Area").value, one(".starts").hidden]).toEqual(["", false]);
  });

  test("filters that leave nothing say which one excludes what was found, and what there is without it", async () => {
    await opened("copper");
    choose("Area", "chl");
    type("quota");
    expect(text(".no-results")).toContain("The filters leave nothing");
    const without = all(".no-results .choice").find(({ textContent }) => textContent!.startsWith("Without Chile: "))!;
    const count = /\d+/.exec(without.textContent!)![0];
    without.click();
    expect(text(".result-count")).toBe(`${count} series`);
  });

  test("they stay when the pane is built anew", async () => {
    const pane = await openedAt("find");
    choose("Area", "chl");
    await pane.renew();
    expect(facet("Area").value).toBe("chl");
    expect(text(".result-count")).toContain("Clear filters");
  });
});

describe("one question in several forms", () => {
  test("is one row, whose form is chosen in it or with the arrow keys", async () => {
    await opened("copper imports");
    const [row] = rows();
    const choice = row!.parentElement!.querySelector("select")!;
    expect(choice.options.length).toBeGreaterThan(1);
    const before = row!.dataset["series"];
    press(row!, "ArrowRight");
    expect(choice.selectedIndex).toBe(1);
    expect(row!.dataset["series"]).not.toBe(before);
    choice.selectedIndex = 0;
    choice.dispatchEvent(new Event("change"));
    expect(row!.dataset["series"]).toBe(before);
    press(row!, "ArrowRight");
    row!.click();
    await settled();
    expect(text("#panel-find h1")).toBe("Imports of copper ores and concentrates");
  });

  test("goods that are not in the data are named, with what comes nearest", async () => {
    await opened("NdPr price");
    expect(text(".search-note, .no-results p")).toMatch(/NdPr.*not in the data/);
  });
});

describe("what the words find", () => {
  test("a word that nothing is called by is named", async () => {
    await opened("copper unicorn");
    expect(text(".search-note")).toBe("Nothing is called “unicorn”. These series match the other words.");
  });

  test("a word that nothing shown has is named as such", async () => {
    await opened("lithium imports from Australia");
    expect(text(".search-note")).toBe("Nothing about “Australia”. This is what has the other words.");
  });

  test("events and tables that have all of the words are one key away", async () => {
    await opened("gallium controls");
    expect(rows()[0]!.className).toContain("other-row");
    expect(text(".other-row")).toMatch(/\d+ events?/);
    expect(text(".search-note")).toBe("No series is about “controls”: those listed have the other words.");
    press(box(), "Enter");
    await settled();
    expect(isChosen("events")).toBe(true);
    expect(all(".event").length).toBeGreaterThan(0);
    expect(all(".event").every((event) => /gallium/i.test(event.textContent!))).toBe(true);
  });

  test("a prebuilt table opens ready to insert", async () => {
    await opened("metal prices");
    all(".other-row")
      .find(({ textContent }) => /prices/i.test(textContent!))!
      .click();
    await settled();
    expect(isChosen("tables")).toBe(true);
    expect(text("#panel-tables h1")).toMatch(/prices/i);
  });

  test("a month that is named is the figure shown, and the one that opens", async () => {
    await opened("magnets US June");
    expect(text(".series-row-period")).toBe("2025-06");
    press(box(), "Enter");
    await settled();
    expect(text(".source-card h2")).toBe("Source of 2025-06");
  });
});

describe("series at hand", () => {
  async function visited(storage = memoryStorage()): Promise<void> {
    await opened("copper imports", { storage });
    press(box(), "Enter");
    await settled();
  }

  test("what was opened last is offered where one begins, another day too", async () => {
    const kept: Record<string, string> = {};
    await visited(memoryStorage(kept));
    press(document.body, "Escape");
    press(box(), "Escape");
    expect(titles("Opened last")).toEqual(["Imports of copper ores and concentrates"]);
    await openedAt("find", { storage: memoryStorage(kept) });
    expect(titles("Opened last")).toEqual(["Imports of copper ores and concentrates"]);
  });

  test("a pin, by button or key, keeps a series there", async () => {
    await visited();
    expect(one(".pin").getAttribute("aria-pressed")).toBe("false");
    one(".pin").click();
    expect(one(".pin").getAttribute("aria-pressed")).toBe("true");
    one(".back-button").click();
    press(box(), "Escape");
    expect([titles("Pinned").length, titles("Opened last").length]).toEqual([1, 0]);
    press(one(".kept .series-row"), "d", { ctrlKey: true });
    expect([titles("Pinned").length, titles("Opened last").length]).toEqual([0, 1]);
  });

  test("Delete takes a series off, and the keyboard stays where it was", async () => {
    await visited();
    one(".back-button").click();
    press(box(), "Escape");
    one(".kept .series-row").focus();
    press(one(".kept .series-row"), "Delete");
    expect(all(".kept")).toEqual([]);
    expect(document.activeElement?.className).toBe("choice");
  });

  test("a row found is pinned by key, and the button beside a kept row takes it off", async () => {
    await opened("copper imports");
    press(one(".series-row"), "d", { metaKey: true });
    press(box(), "Escape");
    expect(titles("Pinned")).toEqual(["Imports of copper ores and concentrates"]);
    one(".kept .row-button").click();
    expect(all(".kept")).toEqual([]);
  });

  test("a series that the data no longer has is not offered", async () => {
    await openedAt("find", { storage: memoryStorage({ pinned: '["no.such.series"]', recent: "damaged" }) });
    expect(all(".kept")).toEqual([]);
  });
});
