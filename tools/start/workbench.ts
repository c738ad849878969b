import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/run";
import type { Certificate } from "./certificate";
import { contentType } from "./content-types";
import { serve, type Reply, type Route, type Running } from "./serve";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const OFFICE_JS_FILES = join(ROOT, "node_modules", "@microsoft", "office-js", "dist");

/**
 * What the add-in's server has beside the build: the same build once more under /workbench/, where the pane's page takes
 * office.js from the installed package instead of Microsoft's network. That address is the only difference.
 */
export function workbenchRoutes(dist: string): Record<string, Route> {
  const pane = (): Reply => ({
    body: readFileSync(join(dist, "taskpane.html"), "utf8").replace(OFFICE_JS, "/office-js/office.js"),
    type: contentType("taskpane.html"),
  });
  return { "/office-js/": OFFICE_JS_FILES, "/workbench/": dist, "/workbench/taskpane.html": pane };
}

export interface WorkbenchOptions {
  /** The folder with the built page. */
  folder: string;
  port: number;
  certificate: Certificate;
  /** Where the add-in is served. */
  addin: string;
}

/** Serves the page that plays Excel, on a port of its own: Excel and an add-in never share an origin. */
export function serveWorkbench({ folder, port, certificate, addin }: WorkbenchOptions): Promise<Running> {
  const where = (): Reply => ({
    body: JSON.stringify({ page: `${addin}/workbench/taskpane.html` }),
    type: contentType("addin.json"),
  });
  return serve({ root: folder, port, certificate, routes: { "/addin.json": where } });
}
