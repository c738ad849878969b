import { request } from "node:https";
import { join } from "node:path";
import { DIST } from "../build/build";
import { readSettings } from "../build/settings";
import { onTheWeb } from "./instructions";
import { startLocal, untilStopped } from "./local";
import { runProgram } from "../build/run";

/** `npm run start:excel`: opens Excel with the add-in; starts the local server too when it is not running. */
async function main(): Promise<void> {
  const settings = readSettings();
  const manifest = join(DIST, "manifest.local.xml");
  if (process.platform !== "win32" && process.platform !== "darwin")
    throw new Error(
      `Excel cannot be started here: it runs on Windows and Mac. Run npm start instead.\n\n${onTheWeb(settings.localBase, manifest)}`,
    );

  const running = await isServed(`${settings.localBase}/taskpane.html`);
  const server = running ? undefined : await startLocal(settings, { build: true, dist: DIST, selfSigned: false });
  try {
    const { AppType, startDebugging } = await import("office-addin-debugging");
    const { OfficeApp } = await import("office-addin-manifest");
    await startDebugging(manifest, { appType: AppType.Desktop, app: OfficeApp.Excel, enableDebugging: false });
  } catch (error) {
    await server?.close();
    throw new Error(`Excel was not started: ${(error as Error).message}`);
  }
  if (!server) return console.log("Excel is starting with Orebook; the server keeps running in its own terminal.");
  console.log(`Excel is starting with Orebook, served at ${server.url}. Leave this running; Ctrl-C ends it.`);
  await untilStopped(server);
}

/** Whether a server already answers with the pane; its certificate does not matter here. */
function isServed(url: string): Promise<boolean> {
  return new Promise((answer) => {
    request(url, { method: "HEAD", rejectUnauthorized: false }, (response) => {
      response.resume();
      answer(response.statusCode === 200);
    })
      .on("error", () => answer(false))
      .end();
  });
}

runProgram(main);
