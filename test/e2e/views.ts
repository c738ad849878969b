/** Every view of the pane, how a test gets there, and what must hold in all of them at any width, theme and language. */
import { readFileSync } from "node:fs";
import type { Opened } from "./harness";
import { openTab } from "./open-tab";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** No control is smaller, in pixels; links within a line of text are as high as the line. */
const SMALLEST_TARGET = 24;

type Open = (opened: Opened) => Promise<void>;

const at = ({ pane }: Opened, selector: string) => pane.locator(selector);

async function tab(opened: Opened, id: string, shown: string): Promise<void> {
  await openTab(opened.pane, id);
  await at(opened, `#panel-${id} ${shown}`).first().waitFor();
}

async function search(opened: Opened, words: string, shown: string): Promise<void> {
  await openTab(opened.pane, "find");
  await at(opened, ".search-box input").focus();
  // The first one clears the search, the second leaves a series.
  await opened.page.keyboard.press("Escape");
  await opened.page.keyboard.press("Escape");
  await at(opened, "#panel-find .starts").waitFor();
  await opened.page.keyboard.type(words);
  await at(opened, `#panel-find ${shown}`).first().waitFor();
}

async function series(opened: Opened, id: string): Promise<void> {
  await search(opened, id, ".series-row");
  await opened.page.keyboard.press("Enter");
  await at(opened, "#panel-find .insert-panel").waitFor();
}

async function area(opened: Opened, code: string): Promise<void> {
  const facet = at(opened, ".facet").nth(2);
  await facet.focus();
  await facet.selectOption(code);
}

/** Leaves what is open in a tab, down to its beginning. */
async function atBeginning(opened: Opened, id: string, shown: string): Promise<void> {
  await tab(opened, id, `:is(${shown}, .back-button)`);
  const back = at(opened, `#panel-${id} .back-button`).first();
  if (await back.isVisible()) await back.click();
  await at(opened, `#panel-${id} ${shown}`).first().waitFor();
}

export const VIEWS: Readonly<Record<string, Open>> = {
  "find, before anything is typed": (opened) => search(opened, "", ".choice"),
  "find, with results": (opened) => search(opened, "copper imports", ".series-row"),
  "find, filtered": async (opened) => {
    await search(opened, "copper", ".series-row");
    await area(opened, "chl");
    await at(opened, ".result-count .link-button").waitFor();
  },
  "find, nothing by that name": (opened) => search(opened, "zzcopper", ".no-results .choice"),
  "find, everything excluded": async (opened) => {
    await search(opened, "copper", ".series-row");
    await area(opened, "chl");
    await at(opened, ".search-box input").fill("quota");
    await at(opened, ".no-results .choice").first().waitFor();
  },
  "find, events and tables found": (opened) => search(opened, "gallium controls", ".other-row"),
  "a series as a chart": (opened) => series(opened, "magnets US June"),
  "a series as a table": async (opened) => {
    await series(opened, "quota.rare-earths.chn.mining.total.all.all.miit.a");
    await at(opened, '#panel-find .segment:has([value="table"])').click();
    await at(opened, "#panel-find .point-table").waitFor();
  },
  "a series with all sources": async (opened) => {
    await series(opened, "production.aluminium.chn.smelter.gross.nbs.a");
    for (const details of ["methods", "about"]) await at(opened, `#panel-find .${details} summary`).click();
    await at(opened, "#panel-find .about").scrollIntoViewIfNeeded();
  },
  "the tables": (opened) => atBeginning(opened, "tables", ".gallery-row"),
  "one table": async (opened) => {
    await atBeginning(opened, "tables", ".gallery-row");
    await at(opened, ".gallery-row").nth(4).click();
    await at(opened, "#panel-tables .insert-primary").waitFor();
  },
  events: async (opened) => {
    await tab(opened, "events", ".filter-bar input");
    await at(opened, "#panel-events .filter-bar input").fill("");
    await at(opened, "#panel-events .event").first().waitFor();
  },
  "events, none that fit": async (opened) => {
    await tab(opened, "events", ".filter-bar input");
    await at(opened, "#panel-events .filter-bar input").fill("zzzz");
    await at(opened, "#panel-events .no-results").waitFor();
  },
  sources: async (opened) => {
    await tab(opened, "sources", ".event");
    const summary = at(opened, "#panel-sources summary").first();
    if (!(await at(opened, "#panel-sources details[open]").count())) await summary.click();
    await at(opened, "#panel-sources .series-row").first().waitFor();
  },
  "a cell without Orebook": async (opened) => {
    await opened.host.select("Z9");
    await tab(opened, "cell", "h1:has-text('Z9')");
  },
  "a cell with a formula": async (opened) => {
    await opened.host.enter("B2", [['=METALS.GROWTH("imports","copper",2024)*METALS.PRICE("copper",2024)']]);
    await opened.host.select("B2");
    await tab(opened, "cell", ".call-card");
  },
  "a cell without an answer": async (opened) => {
    await opened.host.enter("B4", [['=METALS.IMPORTS("copper",2015)']]);
    await opened.host.select("B4");
    await tab(opened, "cell", ".way");
    await at(opened, "#panel-cell .way").first().click();
    await at(opened, "#panel-cell .way-preview fluent-button").waitFor();
  },
  "the functions": (opened) => atBeginning(opened, "builder", ".function-row"),
  "one function": async (opened) => {
    await atBeginning(opened, "builder", ".function-row");
    await at(opened, "#panel-builder .function-row").first().click();
    await at(opened, "#panel-builder .arguments").waitFor();
  },
  audit: (opened) => tab(opened, "audit", "h1"),
  share: (opened) => tab(opened, "share", "h1"),
  refresh: (opened) => tab(opened, "updates", "h1"),
  help: (opened) => tab(opened, "help", "h1"),
  settings: (opened) => tab(opened, "settings", "h1"),
};

export const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  contrast: { colorScheme: "dark", forcedColors: "active" },
} as const;

export type Look = keyof typeof LOOKS;
export const LANGUAGES = ["en", "zh"] as const;
export const WIDTHS = [240, 320, 450, 800] as const;

export interface Condition {
  readonly look: Look;
  readonly language: (typeof LANGUAGES)[number];
  readonly width: (typeof WIDTHS)[number];
}

/** Gives the pane a width, a theme and a language, as Excel and a person do while it is open. */
export async function put(opened: Opened, { look, language, width }: Condition): Promise<void> {
  await opened.page.setViewportSize({ width: width + 60, height: 760 });
  await opened.page.evaluate((pixels) => void (document.querySelector("iframe")!.style.width = `${pixels}px`), width);
  await opened.page.emulateMedia(LOOKS[look]);
  const lang = language === "zh" ? "zh-CN" : "en";
  if ((await opened.pane.evaluate(() => document.documentElement.lang)) !== lang)
    await at(opened, ".pane-footer button").click();
  await opened.pane.waitForFunction(
    ([wanted, scheme]) =>
      document.documentElement.lang === wanted && document.documentElement.style.colorScheme === scheme,
    [lang, LOOKS[look].colorScheme] as const,
  );
}

/** What is wrong with the view that is shown, one line each: what axe finds, what is wider than the pane or cut off, targets too small to hit. */
export async function faultsOf({ pane }: Opened): Promise<string[]> {
  // Colours that are still on their way are no fault; Fluent's controls fade in their shadows.
  await pane.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const passing = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    for (const animation of passing) animation.finish();
  });
  if (!(await pane.evaluate(() => "axe" in window))) await pane.evaluate(AXE);
  const found = await pane.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: object,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const contrast = "color-contrast";
    const all = await axe.run(document, { resultTypes: ["violations"], rules: { [contrast]: { enabled: false } } });
    // What is switched off needs no contrast (WCAG 1.4.3), which axe cannot see through a shadow root.
    const readable = await axe.run(
      { exclude: [["fluent-button:is([disabled], [disabled-focusable])"]] },
      { resultTypes: ["violations"], runOnly: [contrast] },
    );
    const violations = [...all.violations, ...readable.violations];
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  });
  return [...found, ...(await pane.evaluate(layoutFaults, SMALLEST_TARGET))];
}

/** Runs in the pane. */
function layoutFaults(smallest: number): string[] {
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${String(element.getAttribute("class") ?? "").replaceAll(" ", ".")} “${(element.textContent ?? "").trim().slice(0, 40)}”`;
  const all = [...document.querySelectorAll<HTMLElement>("body *")].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, svg, option"),
  );
  const scrolls = (element: Element | null): boolean =>
    element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const wide = all
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element.parentElement))
    .map((element) => `wider than the pane: ${nameOf(element)}`);
  // Only a table may be wider than its place, and it scrolls by key as well.
  const isWideTable = (element: HTMLElement) => element.tabIndex >= 0 && element.querySelector("table") !== null;
  const sideways = all
    .filter(
      (element) =>
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1 &&
        !isWideTable(element),
    )
    .map((element) => `scrolls sideways: ${nameOf(element)}`);
  const clipped = all
    .filter(
      (element) =>
        element.childElementCount === 0 &&
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).overflowX === "hidden" &&
        getComputedStyle(element).textOverflow !== "ellipsis",
    )
    .map((element) => `clipped: ${nameOf(element)}`);
  const small = all
    .filter(
      (element) =>
        element.matches("button, select, summary, input, .check, a[href], fluent-button") &&
        getComputedStyle(element).display !== "inline",
    )
    .filter(
      (element) =>
        element.getBoundingClientRect().height < smallest - 0.5 ||
        element.getBoundingClientRect().width < smallest - 0.5,
    )
    .map((element) => `smaller than ${smallest} px: ${nameOf(element)}`);
  return [...wide, ...sideways, ...clipped, ...small];
}

/** Whether whatever Tab leads to, for some steps, shows that it has the focus. Gives those that do not. */
export async function unseenFocus({ page, pane }: Opened, steps = 12): Promise<string[]> {
  const unseen: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press("Tab");
    const name = await pane.evaluate(unseenHere);
    if (name !== "") unseen.push(name);
  }
  return unseen;
}

/** Runs in the pane. The name of what has the focus and does not show it; "" where it does. */
function unseenHere(): string {
  const focused = document.activeElement as HTMLElement | null;
  if (!focused || focused === document.body) return "";
  // Fluent's controls show it in their shadow, in ways of their own: they look otherwise than without it.
  const inShadow = ({ shadowRoot }: HTMLElement): boolean => {
    const look = (): string => {
      for (const animation of [...document.getAnimations(), ...shadowRoot!.getAnimations()]) animation.finish();
      const parts = [focused, ...shadowRoot!.querySelectorAll(".root")].flatMap((part) => [
        getComputedStyle(part),
        getComputedStyle(part, "::after"),
      ]);
      return JSON.stringify(
        parts.map(({ outline, boxShadow, borderColor, transform }) => [outline, boxShadow, borderColor, transform]),
      );
    };
    const withFocus = look();
    focused.blur();
    const without = look();
    focused.focus();
    return withFocus !== without;
  };
  // A radio button shows it on its caption, a checkbox on the field that it has with its label.
  const shown = (
    focused.matches("fluent-radio") ? focused.nextElementSibling : (focused.closest("fluent-field") ?? focused)
  ) as HTMLElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
  const isShown =
    shown === focused && focused.shadowRoot
      ? inShadow(focused)
      : (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || (focused.matches("input") && boxShadow !== "none");
  return isShown ? "" : `${focused.tagName}.${focused.className}`;
}
