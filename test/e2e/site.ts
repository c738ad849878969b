/** Where the pages of a browser test come from: two origins of this machine, as Excel and an add-in have two. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { launch } from "../../tools/browser";
import { DIST } from "../../tools/build/build";
import { ROOT } from "../../tools/build/run";
import { selfSignedCertificate } from "../../tools/start/certificate";
import { contentType } from "../../tools/start/content-types";
import { serve } from "../../tools/start/serve";
import { buildPage, type PageName } from "../../workbench/build";
import { orClose } from "./held";

export interface Site {
  /** Origin of the page that plays Excel. */
  readonly host: string;
  /** Origin of the add-in. */
  readonly addin: string;
  close(): Promise<void>;
}

/** A site and a browser for it. */
export interface BrowserAtSite {
  readonly site: Site;
  readonly browser: Browser;
  /** Ends both. */
  close(): Promise<void>;
}

/** No name but this machine's own resolves: nothing can leave, whatever a page tries. */
const NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

/** The office.js address every add-in page asks for, and what stands below it in the package of the same name. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const OFFICE_JS_FILES = join(ROOT, "node_modules", "@microsoft", "office-js", "dist");

/** Builds a host page once in a run, into a folder per worker: two builds at once must not write the same file. */
async function pageFolder(page: PageName): Promise<string> {
  const folder = join(ROOT, "build", `workbench-test-${process.env.JEST_WORKER_ID ?? "0"}`, page);
  const mark = join(folder, "run.txt");
  const run = process.env["OREBOOK_TEST_RUN"] ?? "";
  if (existsSync(mark) && readFileSync(mark, "utf8") === run) return folder;
  await buildPage(page, folder);
  writeFileSync(mark, run);
  return folder;
}

/** Serves the host page and the add-in's folder. */
async function openSite(addinFolder: string, page: PageName): Promise<Site> {
  const folder = await pageFolder(page);
  const certificate = await selfSignedCertificate();
  const host = await serve({ root: folder, port: 0, certificate });
  const addin = await orClose(serve({ root: addinFolder, port: 0, certificate }), () => host.close());
  return {
    host: host.url,
    addin: addin.url,
    close: async () => void (await Promise.all([host.close(), addin.close()])),
  };
}

/** Serves the host page and the add-in's folder, and starts a browser. */
export async function openBrowserAtSite(addinFolder: string, page: PageName): Promise<BrowserAtSite> {
  const site = await openSite(addinFolder, page);
  const browser = await orClose(launch([NO_NETWORK]), () => site.close());
  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
  };
  return { site, browser, close };
}

/** The build that tests drive. @throws Error when there is none. */
export function builtAddin(): string {
  if (!existsSync(join(DIST, "taskpane.html"))) throw new Error("There is no dist/: run npm run build first");
  return DIST;
}

/** The one difference from production: office.js comes from the package instead of Microsoft's network. */
export async function routeOfficeJs(context: BrowserContext): Promise<void> {
  await context.route(`${OFFICE_JS}**`, (route) => {
    const path = join(
      OFFICE_JS_FILES,
      new URL(route.request().url()).pathname.slice(new URL(OFFICE_JS).pathname.length),
    );
    return route.fulfill({ path, contentType: contentType(path), headers: { "Access-Control-Allow-Origin": "*" } });
  });
}

/** Whether a page may ask for an address: its own two origins, office.js (which `routeOfficeJs` answers), and what is in the page already. */
export function staysHere(url: string, { host, addin }: Pick<Site, "host" | "addin">): boolean {
  const { protocol, origin } = new URL(url.replace(/^ws/, "http"));
  return protocol === "data:" || protocol === "blob:" || [host, addin].includes(origin) || url.startsWith(OFFICE_JS);
}
