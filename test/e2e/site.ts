/** Where the pages of a browser test come from: two origins of this machine, as Excel and an add-in have two. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launch } from "../../tools/browser";
import { DIST } from "../../tools/build/build";
import { ROOT } from "../../tools/build/run";
import { selfSignedCertificate } from "../../tools/start/certificate";
import { serve, type Running, type ServeOptions } from "../../tools/start/serve";
import { buildPage, type PageName } from "../../workbench/build";
import { orClose } from "./held";

export interface Site {
  /** Origin of the page that plays Excel. */
  readonly host: string;
  /** Origin of the add-in. */
  readonly addin: string;
}

/** A site and a browser for it. */
export interface BrowserAtSite {
  readonly site: Site;
  readonly browser: Browser;
  /** Ends both. */
  close(): Promise<void>;
}

/** The office.js address every add-in page asks for, and what stands below it in the package of the same name. */
const OFFICE_JS = new URL("https://appsforoffice.microsoft.com/lib/1/hosted/");
const OFFICE_JS_FILES = join(ROOT, "node_modules", "@microsoft", "office-js", "dist");

/**
 * No name but this machine's own resolves: nothing can leave, whatever a page tries. The one difference from production:
 * office.js comes from the package instead of Microsoft's network.
 */
const namesKnown = (officeJs: Running): string =>
  `--host-resolver-rules=MAP ${OFFICE_JS.hostname} localhost:${officeJs.port}, MAP * ~NOTFOUND, EXCLUDE localhost`;

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

/** Serves the host page and the add-in's folder, and starts a browser. */
export async function openBrowserAtSite(addinFolder: string, page: PageName): Promise<BrowserAtSite> {
  const folder = await pageFolder(page);
  const certificate = await selfSignedCertificate();
  const servers: Running[] = [];
  const closeServers = () => Promise.all(servers.map((server) => server.close()));
  const open = async (options: Omit<ServeOptions, "port" | "certificate">): Promise<Running> => {
    const server = await orClose(serve({ ...options, port: 0, certificate }), closeServers);
    servers.push(server);
    return server;
  };
  const host = await open({ root: folder });
  const addin = await open({ root: addinFolder });
  const officeJs = await open({ root: OFFICE_JS_FILES, routes: { [OFFICE_JS.pathname]: OFFICE_JS_FILES } });
  const browser = await orClose(launch([namesKnown(officeJs)]), closeServers);
  const close = async (): Promise<void> => {
    await browser.close();
    await closeServers();
  };
  return { site: { host: host.url, addin: addin.url }, browser, close };
}

/** The build that tests drive. @throws Error when there is none. */
export function builtAddin(): string {
  if (!existsSync(join(DIST, "taskpane.html"))) throw new Error("There is no dist/: run npm run build first");
  return DIST;
}

/** Whether a page may ask for an address: its own two origins, office.js (which is this machine's too), and what is in the page already. */
export function staysHere(url: string, { host, addin }: Pick<Site, "host" | "addin">): boolean {
  const { protocol, origin } = new URL(url.replace(/^ws/, "http"));
  return (
    protocol === "data:" || protocol === "blob:" || [host, addin].includes(origin) || url.startsWith(OFFICE_JS.href)
  );
}
