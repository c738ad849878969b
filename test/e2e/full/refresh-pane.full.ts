/** The view of data releases in the narrowest pane: light and dark, English and Chinese, at every step of a refresh. */
import { secondRelease } from "../../update/releases";
import { constantCall } from "../constant-call";
import { openHost, type Opened } from "../harness";
import { openForEach } from "../held";
import { offeringForAll } from "../offering";
import { faultsOf } from "../views";

const offering = offeringForAll(secondRelease);
const opened: () => Opened = openForEach(
  () =>
    openHost({ addin: offering().addin, evaluate: (formula) => constantCall(opened().host, formula), paneWidth: 320 }),
  (pane) => pane.close(),
);

const TEXTS = {
  en: {
    get: "Get it",
    look: "Show what would change",
    refresh: "Refresh",
    done: "Done: 2 cells",
    pin: "Show what a pin would change",
    apply: "Pin",
    pinned: "It is pinned",
  },
  zh: {
    get: "获取",
    look: "查看将发生的变更",
    refresh: "刷新",
    done: "完成：2 个",
    pin: "查看固定后的变更",
    apply: "固定",
    pinned: "已固定日期",
  },
};

test.each([
  ["en", "light"],
  ["en", "dark"],
  ["zh", "light"],
  ["zh", "dark"],
] as const)("%s, %s: everything is within the pane, readable and named", async (language, colorScheme) => {
  const { get, look, refresh, done, pin, apply, pinned } = TEXTS[language];
  const { page, pane, host, screenshot } = opened();
  const view = pane.locator(".panel:not([hidden]) .refresh-view");
  const press = (label: string) =>
    view
      .locator("fluent-button:not([disabled], [disabled-focusable])")
      .filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) })
      .filter({ visible: true })
      .click();
  const shot = async (step: string): Promise<void> => {
    await screenshot(`refresh-${language}-${colorScheme}-${step}`);
    expect([step, await faultsOf(opened())]).toEqual([step, []]);
  };
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 700, height: 1150 });
  await host.enter("A1:A2", [['=METALS.IMPORTS("copper",2024)'], ['=METALS.IMPORTS("lithium",2024)']]);
  await host.read("A1");
  await pane.locator(".news").waitFor();
  if (language === "zh") await pane.locator(".pane-footer button").click();
  await shot("news");
  await host.command("refresh", "RefreshButton");
  await press(get);
  await press(look);
  await view.locator(".change").nth(1).waitFor();
  await shot("difference");
  await press(refresh);
  await view.filter({ hasText: done }).waitFor();
  await shot("done");
  await view.locator("input[type=date]").fill("2001-01-01");
  await press(pin);
  await view.locator(".change").nth(1).waitFor();
  await press(apply);
  await view.filter({ hasText: pinned }).waitFor();
  await view.locator(".refresh-history summary").click();
  await view.locator(".refresh-log li").nth(1).waitFor();
  await shot("pinned");
  expect(opened().problems).toEqual([]);
});
