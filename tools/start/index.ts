import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DIST } from "../build/build";
import { readSettings } from "../build/settings";
import { instructions } from "./instructions";
import { untilStopped } from "./local";
import { openBrowser } from "./open-browser";
import { startAddin, startSite } from "./site";
import { runProgram } from "../build/run";

const HELP = `npm start [-- options]

Builds the add-in and serves it at https://localhost:3000 until Ctrl-C, and beside it the workbench, a page that plays
Excel, at https://localhost:3001, which opens in the browser.

  --no-build       serve the last build
  --no-workbench   serve the add-in alone, for Excel
  --no-open        do not open a browser
  --dist <folder>  serve this folder instead of dist
  --self-signed    do not install a trusted certificate; browsers will ask
  OREBOOK_PORT     another port; the workbench has the one after it`;

/** `npm start`: exit code 1, with the reason, when the add-in cannot be served. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      "no-build": { type: "boolean", default: false },
      "no-workbench": { type: "boolean", default: false },
      "no-open": { type: "boolean", default: false },
      "self-signed": { type: "boolean", default: false },
      dist: { type: "string", default: DIST },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const dist = resolve(values.dist);
  const options = { build: !values["no-build"], dist, selfSigned: values["self-signed"] };
  const settings = readSettings();
  const site = values["no-workbench"] ? await startAddin(settings, options) : await startSite(settings, options);
  console.log(instructions(site, join(dist, "manifest.local.xml")));
  if (site.workbench && !values["no-open"]) openBrowser(site.workbench.url);
  await untilStopped(site);
}

runProgram(main);
