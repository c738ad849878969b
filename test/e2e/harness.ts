/** Opens an add-in page in a real browser, inside the page that plays Excel on the web, and gives a test hold of both. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { launch } from "../../tools/browser";
import { ROOT } from "../../tools/build/run";
import type { CellValue, Matrix } from "../../workbench/host/workbook-model";
import type { OrebookHost } from "../../workbench/page/api";
import { openSite, routeOfficeJs, staysHere } from "./site";

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
};

function hostOf(page: Page): Host {
  const call = (name: keyof Methods) => (...args: unknown[]) =>
    page.evaluate(([method, given]) => (window.orebookHost[method] as (...args: unknown[]) => unknown)(...given), [name, args] as const);
  const methods = Object.fromEntries(Object.keys(METHODS).map((name) => [name, call(name as keyof Methods)]));
  return { ...methods, log: () => page.evaluate(() => window.orebookHost.log) } as Host;
}

/** Resolves when the add-in has announced that its functions may be called. */
export async function openHost({ addin, page: file = "taskpane.html", customFunctions, evaluate }: OpenOptions): Promise<Opened> {
  const site = await openSite(addin);
  const browser = await launch([NO_NETWORK]);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  const requests: string[] = [];
  const problems: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  await routeOfficeJs(context);
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  if (evaluate) await page.exposeFunction("orebookEvaluate", evaluate);

  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
    const leaving = requests.filter((url) => !staysHere(url));
    if (leaving.length > 0) throw new Error(`Requests wanted to leave this machine:\n${leaving.join("\n")}`);
  };
  try {
    // Feature 2 is the faster of the runtime's two paces of handing results over: tests ask one call at a time.
    const address = new URLSearchParams({ addin: `${site.addin}/${file}`, functions: `${site.addin}/functions.json`, features: "2" });
    if (customFunctions) address.set("customFunctions", customFunctions);
    await page.goto(`${site.host}/host.html?${address}`);
    // Polled rather than awaited in the page, so that an add-in that never starts is reported and not waited for.
    await page.waitForFunction(() => window.orebookHost?.isReady());
    const pane = await (await page.waitForSelector("iframe")).contentFrame();
    if (!pane) throw new Error("The host page has no add-in frame");
    const screenshot = async (name: string): Promise<void> => {
      const folder = join(ROOT, "build", "screenshots");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    };
    return { host: hostOf(page), pane, page, requests, problems, screenshot, close };
  } catch (error) {
    await browser.close();
    await site.close();
    throw new Error(`The add-in did not start: ${String(error)}\n${problems.join("\n")}`);
  }
}
