/** A page of a browser test: everything it asks for and everything it complains about is noted. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { ROOT } from "../../tools/build/run";
import type { OrebookHost } from "../../workbench/page/create-api";
import { PATIENCE } from "./eventually";
import { staysHere, type Site } from "./site";

export interface WatchedPage {
  readonly page: Page;
  /** Every address asked for so far. */
  readonly requests: readonly string[];
  /** Uncaught errors and error messages of the page and the frames in it. */
  readonly problems: readonly string[];
  /** Writes build/screenshots/<name>.png. */
  screenshot(name: string): Promise<void>;
  /** @throws Error when a request wanted to go anywhere but to the two origins of the test and office.js. */
  assertStayedHere(): void;
}

export async function openPage(
  browser: Browser,
  site: Pick<Site, "host" | "addin">,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const requests: string[] = [];
  const problems: string[] = [];
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("websocket", (socket) => requests.push(socket.url()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  return {
    page,
    requests,
    problems,
    screenshot: async (name) => {
      const folder = join(ROOT, "build", "screenshots");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    assertStayedHere: () => {
      const leaving = requests.filter((url) => !staysHere(url, site));
      if (leaving.length > 0) throw new Error(`Requests wanted to go elsewhere:\n${leaving.join("\n")}`);
    },
  };
}

type Methods = {
  [
    Name in keyof OrebookHost as OrebookHost[Name] extends (...args: never[]) => unknown ? Name : never
  ]: OrebookHost[Name];
};

/** The host page's methods, called from here. */
export type Host = {
  readonly [Name in keyof Methods]: (...args: Parameters<Methods[Name]>) => Promise<Awaited<ReturnType<Methods[Name]>>>;
} & {
  /** What the add-in asked for in vain, and every error answered. */
  log(): Promise<OrebookHost["log"]>;
};

const METHODS: Readonly<Record<keyof Methods, true>> = {
  isReady: true,
  invoke: true,
  invokeMany: true,
  invokeAndCancel: true,
  read: true,
  enter: true,
  select: true,
  undo: true,
  command: true,
  settingsChanged: true,
  setFaults: true,
  batches: true,
};

export function hostOf(page: Page): Host {
  const call =
    (name: keyof Methods) =>
    (...args: unknown[]) =>
      page.evaluate(([method, given]) => (window.orebookHost[method] as (...args: unknown[]) => unknown)(...given), [
        name,
        args,
      ] as const);
  const methods = Object.fromEntries(Object.keys(METHODS).map((name) => [name, call(name as keyof Methods)]));
  return { ...methods, log: () => page.evaluate(() => window.orebookHost.log) } as Host;
}

/** Polled rather than awaited in the page, so that an add-in that never starts is reported and not waited for. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.orebookHost?.isReady());
}
