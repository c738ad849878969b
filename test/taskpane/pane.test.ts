/** @jest-environment jsdom */
import { buildPane, type Pane } from "../../src/taskpane/pane";
import type { PaneServices } from "../../src/taskpane/context/services";
import { sessionOf } from "../fixtures/seeds";
import { fakeWorkbook, services } from "./context";
import { viewAt } from "../../src/dataset/view";
import { all, one, settled, text } from "./page";

/** The series that METALS.IMPORTS("copper", …) answers from. */
const copperValue = "imports.copper.chn.wld.value.customs.a";

type TextBox = HTMLElement & { value: string };

const box = () => one(".search-box") as TextBox;

function build(over: Partial<PaneServices> = {}): Promise<Pane> {
  document.body.replaceChildren(document.createElement("div"));
  return buildPane(document.body.firstElementChild as HTMLElement, services(over));
}

async function started(over: Partial<PaneServices> = {}): Promise<Pane> {
  const pane = await build(over);
  await settled();
  return pane;
}

function type(words: string): void {
  box().value = words;
  box().dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function press(target: HTMLElement, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true, ...more });
  target.dispatchEvent(event);
  return event;
}

async function opened(words: string, over: Partial<PaneServices> = {}): Promise<Pane> {
  const pane = await started(over);
  type(words);
  press(box(), "Enter");
  await settled();
  return pane;
}

describe("loading", () => {
  afterEach(() => jest.useRealTimers());

  test("says so only after half a second", async () => {
    jest.useFakeTimers();
    await build({ session: () => new Promise(() => undefined) });
    jest.advanceTimersByTime(499);
    expect(text(".loading")).toBe("");
    jest.advanceTimersByTime(1);
    expect(text(".loading")).toBe("Loading the data…");
  });

  test("a failure is told with its reason, and trying again gets on", async () => {
    let tries = 0;
    await started({
      session: () =>
        ++tries === 1
          ? Promise.reject(new Error("the data file could not be fetched (503)."))
          : Promise.resolve(sessionOf()),
    });
    expect(text(".failure")).toContain("Reason: the data file could not be fetched (503). Formulas");
    one(".failure fluent-button").click();
    await settled();
    expect(one(".starts").hidden).toBe(false);
  });

  test("the footer says which data this is", async () => {
    await started();
    expect(text(".about-data")).toBe("Data R2 of 2026-11-28 · Orebook 0.1.0");
  });
});

describe("searching", () => {
  test("what is found replaces where to start, best first, with the last figure", async () => {
    await started();
    type("copper imports");
    expect(one(".starts").hidden).toBe(true);
    expect(text(".series-row")).toMatch(/^Imports of copper ores and concentrates.*67.33 USD bn2024$/);
    expect(text(".result-count")).toMatch(/^\d+ series$/);
  });

  test("rows of a long list are made as they are needed", async () => {
    await started();
    type("imports");
    const before = all(".series-row").length;
    press(one(".series-row"), "End");
    expect(before).toBeLessThan(60);
    expect(all(".series-row").length).toBeGreaterThan(before);
  });

  test("the down key leads from the box into what was found, and into a series that is open", async () => {
    await started();
    type("copper imports");
    press(box(), "ArrowDown");
    expect(document.activeElement?.className).toBe("series-row");
    press(box(), "Enter");
    box().focus();
    press(box(), "ArrowDown");
    expect(document.activeElement?.tagName).toBe("H1");
    one(".back-button").click();
  });

  test("Escape clears the search", async () => {
    await started();
    type("copper");
    press(box(), "Escape");
    expect(box().value).toBe("");
    expect(one(".starts").hidden).toBe(false);
  });

  test("letters still being composed into Chinese are no search yet", async () => {
    await started();
    box().value = "tong";
    box().dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    expect(one(".starts").hidden).toBe(false);
    box().value = "铜";
    box().dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    expect(one(".starts").hidden).toBe(true);
  });

  test("a search that is offered is put into the box and carried out", async () => {
    await started();
    one(".choice").click();
    expect(box().value).toBe("Copper imports");
    expect(all(".series-row").length).toBeGreaterThan(0);
  });

  test("Ctrl+K and / find the search box, but / typed there is a letter", async () => {
    await started();
    expect(press(document.body, "k", { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(press(document.body, "/").defaultPrevented).toBe(true);
    const input = document.body.appendChild(document.createElement("input"));
    expect(press(input, "/").defaultPrevented).toBe(false);
  });

  test("keys the pane has used do not reach Excel's listener on the window", async () => {
    await started();
    const reached: string[] = [];
    const listen = ({ key }: KeyboardEvent) => void reached.push(key);
    window.addEventListener("keydown", listen);
    press(document.body, "k", { metaKey: true });
    press(document.body, "Escape");
    window.removeEventListener("keydown", listen);
    expect(reached).toEqual(["Escape"]);
  });
});

describe("a series", () => {
  test("shows its last figure, its source and what would be inserted", async () => {
    await opened(copperValue);
    expect(text("h1")).toBe("Imports of copper ores and concentrates");
    expect(text(".readout")).toMatch(/67\.33 USD bn.*2024 published, latest/);
    expect(text(".citation")).toContain("ANDAMAN PARTNERS (2025)");
    expect(text(".preview-content")).toBe('=METALS.IMPORTS("copper",2024)');
  });

  test("another row of the table is another figure everywhere", async () => {
    await opened(copperValue);
    all(".period-button")
      .find(({ textContent }) => textContent === "2012")!
      .click();
    expect(text(".readout")).toContain("16.93 USD bn");
    expect(text(".source-card h2")).toBe("Source of 2012");
    expect(text(".preview-content")).toBe('=METALS.IMPORTS("copper",2012)');
    expect(all(".period-button[aria-current]").map(({ textContent }) => textContent)).toEqual(["2012"]);
  });

  test("a derived figure names what it was computed from, and leads there", async () => {
    await opened("balance lithium");
    expect(text(".source-card")).toMatch(/Computed: e-i/);
    one(".inputs button").click();
    expect(text("h1")).toContain("lithium");
    expect(text(".readout")).toContain("2024");
  });

  test("every print of a figure printed twice is told", async () => {
    await opened("production alumina United Arab Emirates");
    all(".period-button")
      .find(({ textContent }) => textContent === "2024")!
      .click();
    expect(text(".source-card .vintages tbody")).toMatch(/2,?540 kt\+5\.8%.*2,?400 kt/);
  });

  test("all sources of a figure stand side by side, compared in words, and lead to their series", async () => {
    await opened("production.aluminium.chn.smelter.gross.nbs.a");
    all(".period-button")
      .find(({ textContent }) => textContent === "2023")!
      .click();
    expect(text(".answers h2")).toBe("All sources for 2023");
    expect(text(".answers tbody")).toMatch(/NBS and CNIA.*41\.59 Mt.*shown above.*USGS.*41\.6 Mt.*0\.024% higher/);
    expect(all(".methods dd")).toHaveLength(3);
    one(".answers .link-button").click();
    expect(text(".readout")).toMatch(/41,600 kt2023/);
    expect(text(".answers tbody")).toMatch(/NBS and CNIA.*41,590 kt.*0\.024% lower/);
  });

  test("a bound stands beside the others, and is not compared", async () => {
    await opened("imports.aluminium.chn.wld.value.customs.a", {
      session: () => Promise.resolve(sessionOf({ standing: { release: "R1" } })),
    });
    expect(text(".answers tbody")).toMatch(
      /CEPII BACI.*9\.898068255 USD bnonly a bound: not comparedpublished, lower bound/,
    );
  });

  test("a source that has another period only is told with that, and not compared", async () => {
    await opened("production.copper.chn.refinery.gross.nbs.a");
    expect(text(".answers tbody")).toMatch(/USGS Minerals Yearbook.*2018another period: not compared/);
  });

  test("what there is and what is missing is told in one line", async () => {
    await opened("production.copper.chn.refinery.gross.nbs.a");
    expect(text(".coverage")).toMatch(/^\d+ figures, 20\d\d to 2020; none for 2019$/);
  });

  test("a related series opens, and back leads to where one came from", async () => {
    await opened(copperValue);
    one(".related .series-row").click();
    expect(text("h1")).not.toBe("");
    one(".back-button").click();
    expect(text(".readout")).toContain("67.33 USD bn");
    one(".back-button").click();
    expect(all(".find-view .series-row").length).toBeGreaterThan(0);
  });

  test("a series without figures says why", async () => {
    const session = sessionOf();
    const view = viewAt(session.dataset);
    const empty = view.catalogue.series.find((series) => view.periods(series).length === 0)!;
    await opened(empty.id);
    expect(text(".gap")).toMatch(/^20\d\d.*(Confidential|Not )/);
    expect(one(".insert-panel")).toBeNull();
  });
});

describe("a workbook that moves to another standing", () => {
  test("is shown at the same place, as it was known on its day", async () => {
    const standing: { day?: string } = {};
    const pane = await opened("production alumina United Arab Emirates", {
      session: () => Promise.resolve(sessionOf({ standing: { ...standing } })),
    });
    all(".period-button")
      .find(({ textContent }) => textContent === "2024")!
      .click();
    expect(text(".readout-value")).toBe("2,540 kt");
    standing.day = "2025-12-31";
    await pane.renew();
    expect(text(".readout-value")).toBe("2,400 kt");
    expect(text(".about-data")).toContain("as known on 2025-12-31");
    one(".back-button").click();
    expect(all(".find-view .series-row").length).toBeGreaterThan(0);
  });
});

describe("inserting", () => {
  test("outside Excel the pane says so and offers nothing to press", async () => {
    await opened("copper imports");
    expect(text(".notice-text")).toBe("Open Orebook in Excel to insert. Here you can search, read and copy.");
    expect(one(".insert-primary")).toBeNull();
  });

  test("the button says what it does, and does it where the preview said", async () => {
    const workbook = fakeWorkbook();
    await opened("copper imports", { workbook });
    expect(text(".notice-text")).toBe("Goes into Sheet1!B3, which is empty.");
    expect(text(".insert-primary")).toBe("Insert formula");
    one(".insert-primary").click();
    await settled();
    expect(workbook.written).toEqual(["2,1"]);
    expect(one(".undo").hidden).toBe(false);
  });

  test("another selection is another place", async () => {
    const workbook = fakeWorkbook(["6,1"]);
    await opened("copper imports", { workbook });
    workbook.move(6);
    await settled();
    expect(text(".notice-text")).toBe("Sheet1!B7 is not empty.");
    expect(text(".insert-primary")).toBe("Insert in B8");
    expect(one(".insert-over").hidden).toBe(false);
  });

  test("figure or series, formula or value, unit: the preview follows", async () => {
    await opened(copperValue, { workbook: fakeWorkbook() });
    const choose = (value: string) => one(`.insert-panel fluent-radio[value=${value}]`).click();
    choose("value");
    expect(text(".preview-content")).toBe("67,330,000,000");
    expect(text(".insert-primary")).toBe("Insert value");
    choose("series");
    expect(text(".preview-content")).toContain("Period  Value (USD)");
    expect(text(".insert-primary")).toBe("Insert series");
    choose("formula");
    const unit = one(".unit-select") as HTMLSelectElement;
    unit.value = "USD bn";
    unit.dispatchEvent(new Event("change"));
    expect(text(".preview-content")).toBe('=METALS.SERIES("imports","copper",,,,"USD bn",1,,"fill")');
  });
});

describe("in Chinese", () => {
  test("texts, labels and units are Chinese; formulas are as everywhere", async () => {
    await opened("铜 进口", { language: "zh" });
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(text("h1")).toBe("铜矿砂及其精矿进口");
    expect(text(".readout")).toContain("67.33 十亿美元");
    expect(text(".preview-content")).toBe('=METALS.IMPORTS("copper",2024)');
  });
});
