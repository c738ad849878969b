/** Opens an add-in page in a real browser, inside the page that plays Excel on the web, and gives a test hold of both. */
import type { Frame, Page } from "playwright-core";
import type { CellValue, Matrix } from "../../workbench/host/workbook-model";
import { openForAll, orClose } from "./held";
import { builtAddin, openBrowserAtSite, type BrowserAtSite, type Site } from "./site";
import { hostOf, openPage, untilReady, type Host, type WatchedPage } from "./watched-page";

export interface OpenOptions {
  /** Folder whose files are served as the add-in's origin, untouched. */
  readonly addin: string;
  /** A browser that is open already, at a site of the same folder; default one of its own. */
  readonly at?: BrowserAtSite;
  /** The page in it; default `taskpane.html`. */
  readonly page?: string;
  /** The runtime's internal requirement set, which decides how results come back. */
  readonly customFunctions?: string;
  /** Of the pane, in pixels; default 350. */
  readonly paneWidth?: number;
  /** Computes the workbook's formulas. */
  readonly evaluate?: (formula: string, address: string) => Promise<CellValue | Matrix<CellValue>>;
}

export interface Opened extends Pick<
  WatchedPage,
  "page" | "requests" | "problems" | "screenshot" | "assertStayedHere"
> {
  readonly host: Host;
  /** The add-in's frame. */
  readonly pane: Frame;
  /** Ends everything. @throws Error when a request wanted to leave this machine. */
  close(): Promise<void>;
}

/** Loads the add-in in the page; resolves when it has announced that its functions may be called. */
async function start(page: Page, site: Site, options: OpenOptions): Promise<Frame> {
  if (options.evaluate) await page.exposeFunction("orebookEvaluate", options.evaluate);
  // Feature 2 is the faster of the runtime's two paces of handing results over: tests ask one call at a time.
  const address = new URLSearchParams({ addin: `${site.addin}/${options.page ?? "taskpane.html"}`, features: "2" });
  if (options.customFunctions) address.set("CustomFunctions", options.customFunctions);
  if (options.paneWidth) address.set("paneWidth", String(options.paneWidth));
  await page.goto(`${site.host}/?${address}`);
  await untilReady(page);
  const pane = await (await page.waitForSelector("iframe")).contentFrame();
  if (!pane) throw new Error("the host page has no add-in frame");
  return pane;
}

/** Opens the add-in as somebody who was never there. @throws Error, with what the pages said, when the add-in does not start. */
export async function openHost(options: OpenOptions): Promise<Opened> {
  const { site, browser, close: closeBrowser } = options.at ?? (await openBrowserAtSite(options.addin, "host"));
  const opening = openPage(browser, site);
  const watched = options.at ? await opening : await orClose(opening, closeBrowser);
  const { page, requests, problems, screenshot, assertStayedHere } = watched;
  const close = options.at ? () => page.context().close() : closeBrowser;
  const started = start(page, site, options).catch((error: unknown) => {
    throw new Error(`The add-in did not start: ${String(error)}\n${problems.join("\n")}`);
  });
  const pane = await orClose(started, close);
  return {
    host: hostOf(page),
    pane,
    page,
    requests,
    problems,
    screenshot,
    assertStayedHere,
    close: async () => {
      await close();
      assertStayedHere();
    },
  };
}

/** A browser for all tests of the block, each of which opens the add-in anew. `addin` gives its folder, when it is opened. */
export function browserForAll(addin = builtAddin): () => BrowserAtSite {
  return openForAll(
    () => openBrowserAtSite(addin(), "host"),
    (browser) => browser.close(),
  );
}

/** An add-in page for all tests of the block. `options` are asked for when it is opened. */
export function hostForAll(options: () => OpenOptions): () => Opened {
  return openForAll(
    () => openHost(options()),
    (opened) => opened.close(),
  );
}

/** The built add-in in a pane of some width, once its first view is there, for all tests of the block. */
export function paneForAll(paneWidth?: number): () => Opened {
  return openForAll(
    () => openPane({ ...(paneWidth === undefined ? {} : { paneWidth }) }),
    (opened) => opened.close(),
  );
}

/** The built add-in, once its first view is there. */
export async function openPane(options: Omit<OpenOptions, "addin"> = {}): Promise<Opened> {
  const opened = await openHost({ addin: builtAddin(), ...options });
  await orClose(opened.pane.locator("#panel-find .starts").waitFor(), opened.close);
  return opened;
}
