/** @jest-environment jsdom */
import type { PaneStorage } from "../../src/taskpane/context/storage";
import { memoryStorage } from "./context";
import { all, one, openedAt, press, settled, text } from "./page";

type TextBox = HTMLElement & { value: string };

const box = () => one(".search-box") as TextBox;
const other = () => one(".pane-footer button");

async function opened(storage: PaneStorage = memoryStorage()): Promise<void> {
  await openedAt("find", { storage });
  box().value = "copper imports";
  box().dispatchEvent(new InputEvent("input", { bubbles: true }));
  press(box(), "Enter");
  await settled();
}

async function switched(): Promise<void> {
  other().click();
  await settled();
}

test("the pane speaks Office's language, and offers the other one in that one's own words", async () => {
  await openedAt("find", { language: "zh" });
  expect(text("#tab-find")).toBe("查找");
  expect(text(".pane-footer button")).toBe("English");
  expect(other().lang).toBe("en");
});

test("another language takes effect at once and keeps search, series, period and table", async () => {
  await opened();
  all(".period-button")
    .find(({ textContent }) => textContent === "2012")!
    .click();
  one("fluent-radio[value=table]").click();
  await switched();
  expect(document.documentElement.lang).toBe("zh-CN");
  expect(text("#panel-find h1")).toBe("铜矿砂及其精矿进口");
  expect(text(".source-card h2")).toContain("2012");
  expect(one(".table-panel").hidden).toBe(false);
  expect(box().value).toBe("copper imports");
  expect(document.activeElement).toBe(other());
  await switched();
  expect(text("#panel-find h1")).toBe("Imports of copper ores and concentrates");
});

test("series opened one from another are still behind one another", async () => {
  await opened();
  one(".related .series-row").click();
  await switched();
  one(".back-button").click();
  expect(text(".readout")).toContain("67.33");
  one(".back-button").click();
  expect(all(".find-view .series-row").length).toBeGreaterThan(0);
});

test("the choice is found again another day, and Office's language is no choice", async () => {
  const kept: Record<string, string> = {};
  await opened(memoryStorage(kept));
  await switched();
  expect(kept["language"]).toBe("zh");
  await openedAt("settings", { storage: memoryStorage(kept) });
  expect(text("#tab-find")).toBe("查找");
  expect(one("#panel-settings fluent-radio[aria-checked=true]").getAttribute("value")).toBe("zh");
  await switched();
  expect(kept["language"]).toBeUndefined();
});

test("in Settings the language is chosen among Office's and the two there are", async () => {
  const kept: Record<string, string> = {};
  await openedAt("settings", { storage: memoryStorage(kept) });
  one('#panel-settings fluent-radio[value="zh"]').focus();
  one('#panel-settings fluent-radio[value="zh"]').click();
  await settled();
  expect(document.activeElement).toBe(one('#panel-settings fluent-radio[value="zh"]'));
  expect(text("#panel-settings h1")).toBe("设置");
  expect(kept).toEqual({ language: "zh" });
  one('#panel-settings fluent-radio[value="office"]').click();
  await settled();
  expect(text("#panel-settings h1")).toBe("Settings");
  expect(kept).toEqual({});
});
