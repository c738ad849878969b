import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/run";
import { contentType } from "./content-types";
import type { Reply, Route } from "./serve";

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

/** What the server of the page that plays Excel has beside it; Excel and an add-in never share an origin. */
export function pageRoutes(addin: string): Record<string, Route> {
  const where = (): Reply => ({
    body: JSON.stringify({ page: `${addin}/workbench/taskpane.html` }),
    type: contentType("addin.json"),
  });
  return { "/addin.json": where };
}
