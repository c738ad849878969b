/** Opens an add-in page in a real browser, inside the page that plays Excel on the web, and gives a test hold of both. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { launch } from "../../tools/browser";
import { ROOT } from "../../tools/build/run";
import type { CellValue, Matrix } from "../../workbench/host/workbook-model";
import type { OrebookHost } from "../../workbench/page/api";
import { openSite, routeOfficeJs, staysHere } from "./site";
import type { Site } from "./site";

type Methods = { [Name in keyof OrebookHost as OrebookHost[Name] extends (...args: never[]) => unknown ? Name : never]: OrebookHost[Name] };

/** The host page's methods, called from here. */
export type Host = {
  readonly [Name in keyof Methods]: (...args: Parameters<Methods[Name]>) => Promise<Awaited<ReturnType<Methods[Name]>>>;
} & {
  /** What the add-in asked for in vain, and every error answered. */
  log(): Promise<OrebookHost["log"]>;
};

export interface OpenOptions {
  /** Folder whose files are served as the add-in's origin, untouched. */
  readonly addin: string;
  /** The page in it; default `taskpane.html`. */
  readonly page?: string;
  /** The runtime's internal requirement set, which decides how results come back. */
  readonly customFunctions?: string;
  /** Of the pane, in pixels; default 350. */
  readonly paneWidth?: number;
  /** Computes the workbook's formulas. */
  readonly evaluate?: (formula: string, address: string) => Promise<CellValue | Matrix<CellValue>>;
}

export interface Opened {
  readonly host: Host;
  /** The add-in's frame. */
  readonly pane: Frame;
  /** The page around it. */
  readonly page: Page;
  /** Every address asked for so far. */
  readonly requests: readonly string[];
  /** Uncaught errors and error messages of both pages. */
  readonly problems: readonly string[];
  /** Writes build/screenshots/<name>.png. */
  screenshot(name: string): Promise<void>;
  /** Ends everything. @throws Error when a request wanted to leave this machine. */
  close(): Promise<void>;
}

/** No name but this machine's own resolves: nothing can leave, whatever a page tries. */
const NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

const METHODS: Readonly<Record<keyof Methods, true>> = {
  isReady: true, invoke: true, invokeMany: true, invokeAndCancel: true, read: true, enter: true, select: true, undo: true, command: true,
  setFaults: true, batches: true,
};

function hostOf(page: Page): Host {
  const call = (name: keyof Methods) => (...args: unknown[]) =>
    page.evaluate(([method, given]) => (window.orebookHost[method] as (...args: unknown[]) => unknown)(...given), [name, args] as const);
  const methods = Object.fromEntries(Object.keys(METHODS).map((name) => [name, call(name as keyof Methods)]));
  return { ...methods, log: () => page.evaluate(() => window.orebookHost.log) } as Host;
}

/** Starts the add-in in a page of this browser; resolves when it has announced that its functions may be called. */
async function start(browser: Browser, site: Site, options: OpenOptions, requests: string[], problems: string[]): Promise<Pick<Opened, "page" | "pane">> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  context.on("request", (request) => requests.push(request.url()));
  await routeOfficeJs(context);
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  if (options.evaluate) await page.exposeFunction("orebookEvaluate", options.evaluate);
  // Feature 2 is the faster of the runtime's two paces of handing results over: tests ask one call at a time.
  const address = new URLSearchParams({
    addin: `${site.addin}/${options.page ?? "taskpane.html"}`, functions: `${site.addin}/functions.json`, features: "2",
  });
  if (options.customFunctions) address.set("CustomFunctions", options.customFunctions);
  if (options.paneWidth) address.set("paneWidth", String(options.paneWidth));
  await page.goto(`${site.host}/?${address}`);
  // Polled rather than awaited in the page, so that an add-in that never starts is reported and not waited for.
  await page.waitForFunction(() => window.orebookHost?.isReady());
  const pane = await (await page.waitForSelector("iframe")).contentFrame();
  if (!pane) throw new Error("the host page has no add-in frame");
  return { page, pane };
}

/** Opens the add-in in a browser of its own. @throws Error, with what the pages said, when the add-in does not start. */
export async function openHost(options: OpenOptions): Promise<Opened> {
  const site = await openSite(options.addin, "host");
  const browser = await launch([NO_NETWORK]);
  const requests: string[] = [];
  const problems: string[] = [];
  const end = async (): Promise<void> => {
    await browser.close();
    await site.close();
  };
  const { page, pane } = await start(browser, site, options, requests, problems).catch(async (error: unknown) => {
    await end();
    throw new Error(`The add-in did not start: ${String(error)}\n${problems.join("\n")}`);
  });
  return {
    host: hostOf(page),
    pane,
    page,
    requests,
    problems,
    screenshot: async (name) => {
      const folder = join(ROOT, "build", "screenshots");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    close: async () => {
      await end();
      const leaving = requests.filter((url) => !staysHere(url));
      if (leaving.length > 0) throw new Error(`Requests wanted to leave this machine:\n${leaving.join("\n")}`);
    },
  };
}
